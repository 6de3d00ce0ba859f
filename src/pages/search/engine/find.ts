import { decodePostings } from "./index-format.ts";
import { type Answers, lookUp, type SearchIndex } from "./look-up.ts";
import { termOf, wordsOf } from "./words.ts";

/** What a query found. */
export interface Found {
  /** Numbers of practices, the best first. */
  readonly practices: readonly number[];
  /** Every term that was looked for. */
  readonly terms: ReadonlySet<string>;
  /** The words in quotation marks, in their order; a practice that has them need not have them together. */
  readonly phrases: readonly (readonly string[])[];
  /** True: no practice has all the words; these have some. */
  readonly haveSome: boolean;
  /** Words that do not occur, for which others were looked for, or nothing if none resembles them. */
  readonly unknown: readonly { readonly word: string; readonly isReplaced: boolean }[];
}

const quoted = /["„“”«»]([^"„“”«»]+)["„“”«»]/g;

/**
 * Finds the practices that have the words of a query, those that are about them first. Undefined for a query that says nothing.
 *
 * A practice counts for each word the best of the terms that answer it: how rare the term is, times its weight in the practice, times its
 * likeness to the word.
 */
export async function find(query: string, index: SearchIndex): Promise<Found | undefined> {
  const words = [...new Set(wordsOf(query).map(({ word }) => word))].filter((word) => termOf(word) !== "");
  if (words.length === 0) return undefined;
  const last = /[\p{L}\p{N}]$/u.test(query) ? words.at(-1) : undefined;
  const answers = await Promise.all(words.map((word) => lookUp(word, word === last, index)));
  const scores = await Promise.all(answers.map((group) => scoreGroup(group, index)));
  const asked = scores.filter((_, at) => (answers[at]?.answers.length ?? 0) > 0);
  const inAll = intersect(asked);
  const practices = inAll.length > 0 && asked.length === words.length ? inAll : unite(scores);
  return {
    practices,
    terms: new Set(answers.flatMap((group) => group.answers.map(({ term }) => term))),
    phrases: phrasesOf(query),
    haveSome: practices !== inAll && practices.length > 0 && words.length > 1,
    unknown: words.flatMap((word, at) =>
      answers[at]?.areSimilar ? [{ word, isReplaced: (answers[at]?.answers.length ?? 0) > 0 }] : [],
    ),
  };
}

function phrasesOf(query: string): readonly (readonly string[])[] {
  return [...query.matchAll(quoted)]
    .map(([, text = ""]) => wordsOf(text).map(({ word }) => word))
    .filter(({ length }) => length > 1);
}

type Scores = ReadonlyMap<number, number>;

async function scoreGroup({ answers }: Answers, index: SearchIndex): Promise<Scores> {
  const scores = new Map<number, number>();
  const { postingStarts } = index.head;
  await Promise.all(
    answers.map(async ({ number, likeness }) => {
      const part = partOf(number, postingStarts);
      const lists = await index.postings(part);
      const postings = decodePostings(lists[number - (postingStarts[part] ?? 0)] ?? "");
      const rarity = Math.log(1 + index.practices / postings.length);
      for (const { practice, weight } of postings) {
        const score = rarity * weight * likeness;
        if (score > (scores.get(practice) ?? 0)) scores.set(practice, score);
      }
    }),
  );
  return scores;
}

function partOf(number: number, starts: readonly number[]): number {
  let part = starts.length - 1;
  while (part > 0 && (starts[part] ?? 0) > number) part--;
  return part;
}

function intersect(groups: readonly Scores[]): number[] {
  const [first, ...others] = groups;
  if (!first) return [];
  const sums = new Map<number, number>();
  for (const [practice, score] of first) {
    if (others.some((group) => !group.has(practice))) continue;
    sums.set(
      practice,
      others.reduce((sum, group) => sum + (group.get(practice) ?? 0), score),
    );
  }
  return ranked(sums);
}

function unite(groups: readonly Scores[]): number[] {
  const sums = new Map<number, number>();
  for (const group of groups) {
    for (const [practice, score] of group) sums.set(practice, (sums.get(practice) ?? 0) + score);
  }
  return ranked(sums);
}

/** The best first; of equals the newest. */
function ranked(sums: Scores): number[] {
  return [...sums].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b).map(([practice]) => practice);
}
