import type { PracticeEntry } from "../core/model/archive.ts";
import type { MunicipalityCode, PracticeId, ThemeId } from "../core/model/ids.ts";

const maxRelated = 4;
/** Candidates on either side of the practice in a list; keeps the work proportional to the archive. */
const windowSize = 12;

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
  const toList = (weight: number) => (list: readonly PracticeEntry[]) => ({
    weight,
    members: list.map((entry) => order.get(entry) ?? 0),
    next: 0,
  });
  const themeLists = mapValues(themes, toList(2));
  const placeLists = mapValues(municipalities, toList(1));

  // By position in the order. One array is used for all practices: allocating one for each would cost time.
  const scores = new Uint16Array(practices.length);
  const related = new Map<PracticeId, readonly PracticeEntry[]>();
  for (const [at, { item }] of practices.entries()) {
    const found: number[] = [];
    const lists = [
      ...item.themes.map((theme) => themeLists.get(theme)),
      ...item.municipalities.map((place) => placeLists.get(place)),
    ];
    for (const list of lists) {
      if (!list) continue;
      // Lists are in the order of all practices: the next practice of a list is the one after the last.
      const position = list.next++;
      const end = Math.min(list.members.length, position + windowSize + 1);
      for (let index = Math.max(0, position - windowSize); index < end; index++) {
        const other = list.members[index] ?? at;
        if (other === at) continue;
        if (scores[other] === 0) found.push(other);
        scores[other] = (scores[other] ?? 0) + list.weight;
      }
    }
    related.set(
      item.id,
      best(found, at, scores).flatMap((index) => practices[index] ?? []),
    );
    for (const other of found) scores[other] = 0;
  }
  return related;
}

/** The practices with most points; among equals the nearest in time, then the newer. */
function best(found: readonly number[], at: number, scores: Uint16Array): readonly number[] {
  const isBefore = (a: number, b: number): boolean =>
    ((scores[b] ?? 0) - (scores[a] ?? 0) || Math.abs(a - at) - Math.abs(b - at) || a - b) < 0;
  const top: number[] = [];
  for (const candidate of found) {
    let place = top.length;
    while (place > 0 && isBefore(candidate, top[place - 1] ?? 0)) place--;
    if (place >= maxRelated) continue;
    top.splice(place, 0, candidate);
    if (top.length > maxRelated) top.pop();
  }
  return top;
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, change: (value: From) => To): ReadonlyMap<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
