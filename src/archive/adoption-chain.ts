import type { Archive } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Practice } from "../core/model/practice.ts";
import { toAdopter } from "./adoptions.ts";

/** A member of a chain, with those that took the practice over from it. */
export interface ChainLink {
  readonly id: PracticeId | undefined;
  /** The name of a member without a practice in the archive; "" for others. */
  readonly text: string;
  readonly takenBy: readonly ChainLink[];
}

/** The page of a practice shows shorter chains already. */
const minMembers = 3;

/**
 * The way of a practice from place to place: from its beginning to all who are known to have taken it over, each once.
 * Undefined if that is only one step.
 *
 * @param versionOf the practice in the reader's language, or in another
 */
export function adoptionChain(
  id: PracticeId,
  { adoptions }: Pick<Archive, "adoptions">,
  versionOf: (id: PracticeId) => Practice | undefined,
): ChainLink | undefined {
  // No other practice names it, and it names none.
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
  return members.length >= minMembers && members.some((member) => member.id === id) ? chain : undefined;
}

/** All members of a chain, each before those that took it over. */
function membersOf(chain: ChainLink): readonly ChainLink[] {
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
