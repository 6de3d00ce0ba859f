import { createComparer } from "../core/language/collate.ts";
import type { Language } from "../core/language/language.ts";
import type { PracticeEntry } from "../core/model/archive.ts";
import type { Ranked, Tally } from "../core/model/tally.ts";

/**
 * Ranks the practices with nominations, most first. Equal counts share a rank, and the next rank skips as many places
 * (1, 1, 3); within a rank titles are in dictionary order.
 */
export function rankByNominations(
  practices: readonly PracticeEntry[],
  tally: Tally | undefined,
  language: Language,
): readonly Ranked<PracticeEntry>[] {
  if (!tally) return [];
  const compare = createComparer(language);
  const counted = practices
    .map((entry) => ({ entry, votes: tally.counts.get(entry.item.id) ?? 0 }))
    .filter(({ votes }) => votes > 0)
    .sort(
      (a, b) =>
        b.votes - a.votes ||
        compare(a.entry.item.title, b.entry.item.title) ||
        (a.entry.item.id < b.entry.item.id ? -1 : 1),
    );
  const ranked: Ranked<PracticeEntry>[] = [];
  for (const [index, { entry, votes }] of counted.entries()) {
    const before = ranked.at(-1);
    ranked.push({ rank: before?.votes === votes ? before.rank : index + 1, votes, item: entry });
  }
  return ranked;
}
