import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { yearOf } from "../core/language/calendar-day.ts";
import { isLanguage } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import { completeRecord } from "../core/model/fields/complete-record.ts";
import type { Field } from "../core/model/fields/field.ts";
import { type PracticeFields, practiceFields } from "../core/model/fields/practice-fields.ts";
import type { RecordOf } from "../core/model/fields/values.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Practice } from "../core/model/practice.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { checkSums } from "./check-sums.ts";
import { createRepairFinder, reportRepairs } from "./find-repairs.ts";
import { identify } from "./identify.ts";
import { createPracticeSchema } from "./schema/practice-schema.ts";
import type { NamedPlaces } from "./schema/vocabulary-fields.ts";
import { examplesOf, validateFields, withoutConsequences } from "./validate-fields.ts";

const builtIn: ReadonlySet<string> = new Set(practiceFields.map(({ name }) => name));

/**
 * Makes the function that turns the document of a practice into a `Practice`; the schema is built once.
 *
 * Findings: front-matter/*, name/look-alike, content/invalid-id, unknown-language, language-mismatch, year-mismatch.
 */
export function createPracticeValidator(
  vocabulary: Pick<Vocabulary, "site" | "themes" | "fields"> & NamedPlaces,
): (document: Document) => Result<Practice | undefined> {
  const { fields: table } = vocabulary;
  const schema = createPracticeSchema(vocabulary);
  const findRepairs = createRepairFinder(table, vocabulary);
  const examples = examplesOf(table);
  const record = [...practiceFields, ...table.filter(({ name }) => !builtIn.has(name))];
  return (document) => {
    const { fields: written, repairs } = findRepairs(document.fields);
    const fields = validateFields(schema, { path: document.path, fields: written, examples, declarable: true });
    const lang = isLanguage(written.lang) ? written.lang : undefined;
    const identity = identify(document.path, lang, vocabulary.site.languages);
    const findings: Finding[] = [
      ...reportRepairs(document.path, repairs),
      ...fields.findings,
      ...identity.findings,
      ...checkNamed(table, { ...document, fields: written }),
    ];
    if (!fields.value || !identity.value) return { value: undefined, findings: withoutConsequences(findings) };
    const practice: Practice = {
      id: identity.value.id as PracticeId,
      language: identity.value.language,
      file: document.path,
      ...(completeRecord(record, fields.value) as RecordOf<PracticeFields>),
    };
    return { value: practice, findings: [...findings, ...checkYear(practice), ...checkSums(table, practice)] };
  };
}

/** What must be named is there, if only as "-": a name that says nothing is let through, because the old archive has many. */
function checkNamed(table: readonly Field[], { path, fields }: Document): readonly Finding[] {
  return table.flatMap(({ name, need, example }) => {
    if (need !== "named") return [];
    if (!(name in fields))
      return finding("front-matter/missing-field", path, {
        field: name,
        example: example ?? `${name}: …`,
        present: false,
      });
    const written = fields[name];
    const saysNothing = written === null || (typeof written === "string" && /^[\s-]*$/.test(written));
    return saysNothing ? finding("front-matter/not-stated", path, { field: name }, { field: [name], on: "value" }) : [];
  });
}

function checkYear(practice: Practice): readonly Finding[] {
  const folder = /\/practices\/(\d{4})\//.exec(practice.file)?.[1];
  const year = yearOf(practice.date);
  if (!folder || folder === year) return [];
  return [finding("content/year-mismatch", practice.file, { folder, year }, { field: ["date"], on: "value" })];
}
