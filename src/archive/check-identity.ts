import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { PageEntry, PracticeEntry } from "../core/model/archive.ts";

/**
 * Checks that no two files are the same page, also on a disk that ignores case.
 *
 * Findings: content/duplicate-id, content/id-case.
 */
export function checkIdentity(entries: readonly (PracticeEntry | PageEntry)[]): readonly Finding[] {
  const findings: Finding[] = [];
  const byVersion = new Map<string, { id: string; file: string }>();
  const byFold = new Map<string, { id: string; file: string }>();
  for (const { item } of entries) {
    const { id, language, file } = item;
    const version = `${id}.${language}`;
    const same = byVersion.get(version);
    if (same) findings.push(finding("content/duplicate-id", file, { id, language, other: same.file }));
    else byVersion.set(version, { id, file });
    const folded = byFold.get(id.toLowerCase());
    if (folded && folded.id !== id) {
      findings.push(finding("content/id-case", file, { id, other: folded.id, otherFile: folded.file }));
    } else if (!folded) byFold.set(id.toLowerCase(), { id, file });
  }
  return findings;
}
