import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { isLanguage } from "../../core/language/language.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { KnownPractice } from "../../import/find-known.ts";
import type { ImportRecord } from "../../import/import-record.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentFolder, readSource } from "../../read/read-content.ts";

/** Lists the practices of the archive, with what former imports noted of them. Finding: content/unreadable. */
export function listKnownPractices(
  content: ContentFolder,
  paths: readonly string[],
  records: readonly ImportRecord[],
): Result<readonly KnownPractice[]> {
  const byPath = new Map(records.map((record) => [record.path, record]));
  const findings: Finding[] = [];
  const value = paths.flatMap((path) => {
    const source = readSource(content, path);
    findings.push(...source.findings.filter(({ code }) => code === "content/unreadable"));
    const below = path.slice(content.name.length + 1);
    const known = knownPracticeOf({ path: below, text: source.value?.text ?? "" });
    return known.map((practice) => ({ ...practice, imported: byPath.get(below) }));
  });
  return { value, findings };
}

/** What an import must know of a practice so as not to add it again; nothing where the language is not said. */
export function knownPracticeOf({ path, text }: SourceFile): readonly KnownPractice[] {
  const fields = parseDocument({ path, text }).value?.fields;
  const [id = "", suffix] = path.slice(path.lastIndexOf("/") + 1).split(".");
  const language = isLanguage(suffix) ? suffix : fields?.lang;
  const { iid } = (fields?.legacy ?? {}) as { readonly iid?: string };
  if (!isLanguage(language)) return [];
  return [{ id, language, iid: iid ? Number(iid) : undefined, title: String(fields?.title ?? ""), path }];
}
