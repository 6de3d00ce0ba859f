import { fnv1a, fnvStart } from "../../../core/fnv.ts";

/** Of so many numbers, one may be a practice's, which lie together in a part of the texts. */
const numbersInPart = 128;
/** So much room there is for each practice, at least: few ids then want the same number. */
const room = 4;

/** Numbers of practices by id, and how many there could be. */
export interface PracticeNumbers {
  readonly byId: ReadonlyMap<string, number>;
  readonly all: number;
}

/**
 * Gives each practice a number that follows from its id, not from its place in a list: a practice that comes or goes leaves the others theirs,
 * and with them the parts of the index. Of two ids that want one number, the one that comes later in the alphabet takes the next free.
 */
export function numberPractices(ids: readonly string[]): PracticeNumbers {
  let all = numbersInPart;
  while (all < ids.length * room) all *= 2;
  const byId = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of [...ids].sort()) {
    let number = fnv1a(id, fnvStart) % all;
    while (taken.has(number)) number = (number + 1) % all;
    taken.add(number);
    byId.set(id, number);
  }
  return { byId, all };
}

/** The part of the texts in which a practice with this number stands. */
export function textPartOf(number: number): number {
  return Math.floor(number / numbersInPart);
}
