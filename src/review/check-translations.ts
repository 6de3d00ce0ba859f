import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { Archive } from "../core/model/archive.ts";

/** When a file was last changed, in seconds since 1970; undefined if it is not known. */
export type ChangedAt = (file: string) => number | undefined;

/**
 * Finds translations that are older than their original. The original is the version without the field `translation`, or the
 * one in the site's first language.
 *
 * Finding: translation/older.
 */
export function checkTranslations({ site, editions }: Archive, changedAt: ChangedAt): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { practicesById } of editions.values())
    for (const { item } of practicesById.values()) {
      if (item.translation === undefined) continue;
      const originals = site.languages
        .filter((language) => language !== item.language)
        .flatMap((language) => editions.get(language)?.practicesById.get(item.id) ?? []);
      const original = originals.find((other) => other.item.translation === undefined) ?? originals[0];
      if (!original) continue;
      const [mine, theirs] = [changedAt(item.file), changedAt(original.item.file)];
      if (mine === undefined || theirs === undefined || mine >= theirs) continue;
      findings.push(finding("translation/older", item.file, { original: original.item.file, day: dayOf(theirs) }));
    }
  return findings;
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
