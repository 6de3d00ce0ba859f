import type { Result } from "../core/diagnostics/finding.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import type { PageId } from "../core/model/ids.ts";
import type { Page } from "../core/model/page.ts";
import { createRepairFinder, reportRepairs } from "./find-repairs.ts";
import { identify } from "./identify.ts";
import { pageFields, pageSchema } from "./schema/page-schema.ts";
import { validateFields } from "./validate-fields.ts";

/** The fields of a page name no theme and no place. */
const findRepairs = createRepairFinder(pageFields, { themes: new Map(), places: new Map() });

/** The document of a static page → `Page`. Findings: front-matter/*, name/look-alike, content/invalid-id and languages. */
export function validatePage(document: Document, languages: readonly Language[]): Result<Page | undefined> {
  const { fields: written, repairs } = findRepairs(document.fields);
  const fields = validateFields(pageSchema, { path: document.path, fields: written });
  const lang = isLanguage(written.lang) ? written.lang : undefined;
  const identity = identify(document.path, lang, languages);
  const findings = [...reportRepairs(document.path, repairs), ...fields.findings, ...identity.findings];
  if (!fields.value || !identity.value) return { value: undefined, findings };
  const page: Page = {
    id: identity.value.id as PageId,
    language: identity.value.language,
    file: document.path,
    title: fields.value.title,
    summary: fields.value.summary,
    updated: fields.value.updated,
    isInFooter: fields.value.footer ?? true,
    aliases: fields.value.aliases ?? [],
    draft: fields.value.draft ?? false,
  };
  return { value: page, findings };
}
