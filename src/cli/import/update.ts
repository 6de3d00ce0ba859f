import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { ImportedFile } from "../../import/import-pages.ts";
import { type ImportRecord, shortenPart } from "../../import/import-record.ts";
import { mergeText } from "../../import/merge-text.ts";

export interface Updated {
  /** Practices with what has changed in their sources. */
  readonly files: readonly ImportedFile[];
  /** As their sources give them now, for the next time; also where an editor's own text was kept. */
  readonly seen: readonly ImportedFile[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/**
 * Compares practices of the archive with what their sources say now. Only what a source changed since the last import is taken; an editor's own changes stay.
 *
 * Findings: import/updated, import/both-changed, import/no-record.
 */
export function updateFiles(
  again: readonly ImportedFile[],
  { contentFolder, records }: { readonly contentFolder: string; readonly records: readonly ImportRecord[] },
): Updated {
  const findings: Finding[] = [];
  const files: ImportedFile[] = [];
  const seen: ImportedFile[] = [];
  for (const file of again) {
    const own = readFileSync(join(contentFolder, file.path), "utf8").replace(/\r\n?/g, "\n");
    const base = records.find(({ path }) => path === file.path)?.text;
    const { text, taken, conflicts } = mergeText({ base, source: file.text, own });
    const { path, line } = file;
    const at = line === undefined ? undefined : { line, column: 1 };
    const code = base === undefined ? "import/no-record" : "import/both-changed";
    for (const { part, source } of conflicts)
      findings.push(finding(code, file.source, { path, part: part || "…", source: shortenPart(source ?? "") }, at));
    if (base !== undefined || conflicts.length === 0) seen.push(file);
    if (taken.length === 0) continue;
    files.push({ ...file, text });
    const parts = taken.map((part) => part || "…").join(", ");
    findings.push(finding("import/updated", file.source, { path, parts }, at));
  }
  return { files, seen, unchanged: again.length - files.length, findings };
}
