import type { PracticeEntry } from "../model/archive.ts";
import type { MunicipalityCode, PracticeId, ThemeId } from "../model/ids.ts";

const shown = 4;
/** How far to look in a list to either side of the practice; keeps the work proportional to the archive. */
const reach = 12;

/**
 * Practices to read next: those that share most themes and places, of about the same time.
 *
 * Candidates come from the neighbourhood in the date order of each theme and municipality, so that an edit
 * changes the choice of few other practices.
 */
export function findRelated(
  practices: readonly PracticeEntry[],
  themes: ReadonlyMap<ThemeId, readonly PracticeEntry[]>,
  municipalities: ReadonlyMap<MunicipalityCode, readonly PracticeEntry[]>,
): ReadonlyMap<PracticeId, readonly PracticeEntry[]> {
  const order = new Map(practices.map((entry, index) => [entry, index]));
  const scores = new Map<PracticeEntry, Map<PracticeEntry, number>>(practices.map((entry) => [entry, new Map()]));
  for (const list of themes.values()) addScores(list, 2, scores);
  for (const list of municipalities.values()) addScores(list, 1, scores);

  const related = new Map<PracticeId, readonly PracticeEntry[]>();
  for (const [entry, found] of scores) {
    const at = order.get(entry) ?? 0;
    const distance = (other: PracticeEntry): number => Math.abs((order.get(other) ?? 0) - at);
    const best = [...found].sort(
      ([a, scoreA], [b, scoreB]) =>
        scoreB - scoreA || distance(a) - distance(b) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    related.set(
      entry.item.id,
      best.slice(0, shown).map(([other]) => other),
    );
  }
  return related;
}

function addScores(
  list: readonly PracticeEntry[],
  weight: number,
  scores: ReadonlyMap<PracticeEntry, Map<PracticeEntry, number>>,
): void {
  for (const [index, entry] of list.entries()) {
    const found = scores.get(entry);
    const end = Math.min(list.length, index + reach + 1);
    for (let other = Math.max(0, index - reach); other < end; other++) {
      const candidate = list[other];
      if (candidate && candidate !== entry) found?.set(candidate, (found.get(candidate) ?? 0) + weight);
    }
  }
}
