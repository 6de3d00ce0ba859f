import { type Finding, finding, type Outcome } from "../core/diagnostics/finding.ts";
import { yearOf } from "../core/language/calendar-day.ts";
import { isLanguage } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Practice } from "../core/model/practice.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { identify } from "./identify.ts";
import { createPracticeSchema } from "./schema/practice-schema.ts";
import { validateFields, withoutConsequences } from "./validate-fields.ts";

/**
 * Makes the function that turns the document of a practice into a `Practice`; the schema is built once.
 *
 * Findings: front-matter/*, content/invalid-id, unknown-language, language-mismatch, year-mismatch.
 */
export function createPracticeValidator(vocabulary: Vocabulary): (document: Document) => Outcome<Practice | undefined> {
  const schema = createPracticeSchema(vocabulary);
  return (document) => {
    const fields = validateFields(schema, document.path, document.fields);
    const lang = isLanguage(document.fields.lang) ? document.fields.lang : undefined;
    const identity = identify(document.path, lang, vocabulary.site.languages);
    const findings: Finding[] = [...fields.findings, ...identity.findings, ...checkInnovator(document)];
    if (!fields.value || !identity.value) return { value: undefined, findings: withoutConsequences(findings) };
    const { municipality, award, legacy, lang: _, ...rest } = fields.value;
    const practice: Practice = {
      id: identity.value.id as PracticeId,
      language: identity.value.language,
      file: document.path,
      title: rest.title,
      innovator: rest.innovator,
      date: rest.date,
      projectUrl: rest.projectUrl,
      summary: rest.summary,
      municipalities: [...new Set(municipality)],
      themes: [...new Set(rest.themes)],
      contact: rest.contact && Object.keys(rest.contact).length > 0 ? rest.contact : undefined,
      status: rest.status && { state: rest.status.state, checked: rest.status.checked },
      cost: rest.cost,
      lessons: rest.lessons,
      adoptedBy: rest.adoptedBy ?? [],
      adoptedFrom: rest.adoptedFrom ?? [],
      awards: (award ?? []).map(({ name, year }) => ({ name, year })),
      attachments: rest.attachments ?? [],
      aliases: rest.aliases ?? [],
      legacyIid: legacy?.iid,
      translation: rest.translation,
      draft: rest.draft ?? false,
    };
    return { value: practice, findings: [...findings, ...checkYear(practice)] };
  };
}

/** The innovator must be named; a name that says nothing is let through, because the old archive has many. */
function checkInnovator({ path, fields }: Document): readonly Finding[] {
  if (!("innovator" in fields)) {
    return [
      finding("front-matter/missing-field", path, {
        field: "innovator",
        example: "innovator: Община Сливен",
        present: false,
      }),
    ];
  }
  const written = fields.innovator;
  const saysNothing = written === null || (typeof written === "string" && /^[\s-]*$/.test(written));
  if (!saysNothing) return [];
  return [finding("front-matter/not-stated", path, { field: "innovator" }, { field: ["innovator"], on: "value" })];
}

function checkYear(practice: Practice): readonly Finding[] {
  const folder = /\/practices\/(\d{4})\//.exec(practice.file)?.[1];
  const year = yearOf(practice.date);
  if (!folder || folder === year) return [];
  return [finding("content/year-mismatch", practice.file, { folder, year }, { field: ["date"], on: "value" })];
}
