import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { isLanguage } from "../../core/language/language.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { KnownPractice } from "../../import/import-pages.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentFolder, readSource } from "../../read/read-content.ts";

/** Lists the practices of the archive. Finding: content/unreadable. */
export function listKnownPractices(content: ContentFolder, paths: readonly string[]): Result<readonly KnownPractice[]> {
  const findings: Finding[] = [];
  const value = paths.flatMap((path) => {
    const source = readSource(content, path);
    findings.push(...source.findings.filter(({ code }) => code === "content/unreadable"));
    return knownPracticeOf(source.value ?? { path, text: "" });
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
