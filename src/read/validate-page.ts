import type { Outcome } from "../core/diagnostics/finding.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import type { PageId } from "../core/model/ids.ts";
import type { Page } from "../core/model/page.ts";
import { identify } from "./identify.ts";
import { pageSchema } from "./schema/page-schema.ts";
import { validateFields } from "./validate-fields.ts";

/** The document of a static page → `Page`. Findings: front-matter/*, content/invalid-id and languages. */
export function validatePage(document: Document, languages: readonly Language[]): Outcome<Page | undefined> {
  const fields = validateFields(pageSchema, document.path, document.fields);
  const lang = isLanguage(document.fields.lang) ? document.fields.lang : undefined;
  const identity = identify(document.path, lang, languages);
  const findings = [...fields.findings, ...identity.findings];
  if (!fields.value || !identity.value) return { value: undefined, findings };
  const page: Page = {
    id: identity.value.id as PageId,
    language: identity.value.language,
    file: document.path,
    title: fields.value.title,
    summary: fields.value.summary,
    updated: fields.value.updated,
    aliases: fields.value.aliases ?? [],
    draft: fields.value.draft ?? false,
  };
  return { value: page, findings };
}
