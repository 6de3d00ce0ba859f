import type { Archive } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Practice } from "../core/model/practice.ts";
import { toAdopter } from "./adoptions.ts";

/** A practice, or whoever is named without one, and those that took it over from there. */
export interface ChainLink {
  readonly id: PracticeId | undefined;
  /** Of one that has no practice in the archive; "" for others. */
  readonly text: string;
  readonly takenBy: readonly ChainLink[];
}

/** A chain with fewer members says no more than the practice itself. */
const leastMembers = 3;

/**
 * How a practice went from place to place: from where it began, with all that is known to have taken it over, each once. Undefined if
 * that is no more than one step.
 *
 * @param versionOf the practice in the reader's language, or in another
 */
export function adoptionChain(
  id: PracticeId,
  { adoptions }: Pick<Archive, "adoptions">,
  versionOf: (id: PracticeId) => Practice | undefined,
): ChainLink | undefined {
  // Named by no other practice and naming none: what its own facts say is all.
  if (!adoptions.has(id)) return undefined;
  const seen = new Set<PracticeId>();
  const follow = (current: PracticeId): ChainLink => {
    seen.add(current);
    const written = versionOf(current)?.adoptedBy ?? [];
    const named = written
      .map((text) => toAdopter(text, adoptions))
      .flatMap((adopter) => ("text" in adopter ? adopter.text : []));
    const takenBy: ChainLink[] = [];
    for (const adopter of adoptions.get(current)?.by ?? [])
      if ("id" in adopter && !seen.has(adopter.id)) takenBy.push(follow(adopter.id));
    return {
      id: current,
      text: "",
      takenBy: [...takenBy, ...named.map((text) => ({ id: undefined, text, takenBy: [] }))],
    };
  };
  const chain = follow(findBeginning(id, adoptions));
  const members = membersOf(chain);
  return members.length >= leastMembers && members.some((member) => member.id === id) ? chain : undefined;
}

/** All members of a chain, each before those that took it over. */
export function membersOf(chain: ChainLink): readonly ChainLink[] {
  return [chain, ...chain.takenBy.flatMap(membersOf)];
}

function findBeginning(id: PracticeId, adoptions: Archive["adoptions"]): PracticeId {
  const passed = new Set<PracticeId>();
  let current = id;
  while (!passed.has(current)) {
    passed.add(current);
    const source = adoptions.get(current)?.from.find((adopter) => "id" in adopter);
    if (source && "id" in source) current = source.id;
  }
  return current;
}
