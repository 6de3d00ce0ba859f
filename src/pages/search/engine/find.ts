import type { Language } from "../../../core/language/language.ts";
import { decodePostings } from "./index-format.ts";
import { type Answers, findTerm, type IndexedTerm, lookUp, type SearchIndex } from "./look-up.ts";
import { type Query, readQuery } from "./read-query.ts";
import { addSynonyms, type Synonyms } from "./synonyms.ts";
import { formOf, joinPair, termOf } from "./words.ts";

/** What a query found. */
export interface Found {
  /** Practices by their place among all, the newest first; the best first. */
  readonly practices: readonly number[];
  /** Of these the ones that lack one word, after those that have all, with their scores. */
  readonly lackOne: Scores;
  /** Every term that was looked for. */
  readonly terms: ReadonlySet<string>;
  /** The words in quotation marks, in their order; a practice that has them need not have them together. */
  readonly phrases: readonly (readonly string[])[];
  /** True: no practice has all the words; these have some. */
  readonly haveSome: boolean;
  /** Words that do not occur, for which others were looked for, or nothing if none resembles them. */
  readonly unknown: readonly { readonly word: string; readonly isReplaced: boolean }[];
}

/** Who asks: the language of the page, and what means the same there. */
export interface Reader {
  readonly language: Language;
  readonly synonyms?: Synonyms;
}

/**
 * If fewer practices have all the words, those that lack one follow: a practice that has all of them by chance must not hide one that says
 * “sitting” for “meeting”. Of two words the other alone would say too little.
 */
const enough = 5;
const fewestWords = 3;

/**
 * Finds the practices that have the words of a query, those that are about them first. Undefined for a query that says nothing.
 *
 * A practice counts for each word the best of the terms that answer it: how rare the term is, times its weight in the practice, times its
 * likeness to the word. Words that stand side by side in its title count once more, and so do words in the very form that was typed.
 */
export async function find(
  query: string,
  index: SearchIndex,
  { language, synonyms = new Map() }: Reader,
): Promise<Found | undefined> {
  const read = readQuery(query, language);
  const { words } = read;
  if (words.length === 0) return undefined;
  const own = await Promise.all(words.map((word) => lookUp(word, word === read.unfinished, index)));
  const answers = await addSynonyms(words, own, { synonyms, index });
  const scores = await Promise.all(answers.map((group) => scoreGroup(group, index)));
  const asked = scores.filter((_, at) => (answers[at]?.answers.length ?? 0) > 0);
  const inAll = intersect(asked);
  const hasAll = inAll.size > 0 && asked.length === words.length;
  const inSome = unite(scores);
  const sums = hasAll ? inAll : inSome;
  // Who puts words in quotation marks wants these.
  const isNarrow = hasAll && inAll.size < enough && words.length >= fewestWords && read.phrases.length === 0;
  const lacksOne = (practice: number): boolean =>
    scores.filter((group) => group.has(practice)).length === words.length - 1;
  const lackOne = new Map([...inSome].filter(([practice]) => isNarrow && lacksOne(practice)));
  for (const more of await Promise.all([scorePairs(answers, index), scoreForms(words, index)]))
    for (const scores of more) for (const found of [sums, lackOne]) addScores(found, scores);
  const practices = [...ranked(sums), ...ranked(lackOne)];
  return {
    practices,
    lackOne,
    terms: new Set(answers.flatMap((group) => group.answers.flatMap(({ terms }) => terms.map(({ term }) => term)))),
    phrases: read.phrases,
    haveSome: !hasAll && practices.length > 0 && words.length > 1,
    unknown: unknownWords(read, answers),
  };
}

function unknownWords({ words }: Query, answers: readonly Answers[]): Found["unknown"] {
  return words.flatMap((word, at) => {
    const group = answers[at];
    return group?.areSimilar ? [{ word, isReplaced: group.answers.length > 0 }] : [];
  });
}

type Scores = ReadonlyMap<number, number>;

async function scoreGroup({ answers }: Answers, index: SearchIndex): Promise<Scores> {
  const best = new Map<number, number>();
  await Promise.all(
    answers.map(async ({ terms, likeness }) => {
      const all = intersect(await Promise.all(terms.map((term) => scoreTerm(term, index))));
      for (const [practice, sum] of all) {
        const score = (sum / terms.length) * likeness;
        if (score > (best.get(practice) ?? 0)) best.set(practice, score);
      }
    }),
  );
  return best;
}

async function scoreTerm({ number }: IndexedTerm, index: SearchIndex): Promise<Scores> {
  const { postingStarts } = index.head;
  const part = partOf(number, postingStarts);
  const lists = await index.postings(part);
  const postings = decodePostings(lists[number - (postingStarts[part] ?? 0)] ?? "");
  const rarity = Math.log(1 + index.practices / postings.length);
  return new Map(postings.map(({ practice, weight }) => [index.placeOf(practice), rarity * weight]));
}

/** Words of the query that follow each other, where titles have them so. */
async function scorePairs(answers: readonly Answers[], index: SearchIndex): Promise<readonly Scores[]> {
  const first = answers.map(({ answers: [answer], areSimilar }) => (areSimilar ? [] : (answer?.terms ?? [])));
  const terms = first.flatMap((group, at) => {
    const [a, b] = [group.at(-1), first[at + 1]?.[0]];
    return a && b ? [joinPair(a.term, b.term)] : [];
  });
  const found = await Promise.all(terms.map((term) => findTerm(term, index)));
  return Promise.all(found.flatMap((term) => (term ? [scoreTerm(term, index)] : [])));
}

/** How much more a word counts in the very form that was typed. */
const formShare = 0.3;

/** Words in this very form, where their stem is that of others too. */
async function scoreForms(words: readonly string[], index: SearchIndex): Promise<readonly Scores[]> {
  const forms = words.map((word) => formOf(word, termOf(word))).filter((form) => form !== "");
  const found = await Promise.all(forms.map((form) => findTerm(form, index)));
  const scores = await Promise.all(found.flatMap((term) => (term ? [scoreTerm(term, index)] : [])));
  return scores.map((each) => new Map([...each].map(([practice, score]) => [practice, score * formShare])));
}

function partOf(number: number, starts: readonly number[]): number {
  let part = starts.length - 1;
  while (part > 0 && (starts[part] ?? 0) > number) part--;
  return part;
}

function intersect(groups: readonly Scores[]): Map<number, number> {
  return new Map([...unite(groups)].filter(([practice]) => groups.every((group) => group.has(practice))));
}

function unite(groups: readonly Scores[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const group of groups) {
    for (const [practice, score] of group) sums.set(practice, (sums.get(practice) ?? 0) + score);
  }
  return sums;
}

/** Adds to what is found already. */
function addScores(sums: Map<number, number>, more: Scores): void {
  for (const [practice, score] of more) {
    const sum = sums.get(practice);
    if (sum !== undefined) sums.set(practice, sum + score);
  }
}

/** The best first; of equals the newest. */
function ranked(sums: Scores): number[] {
  return [...sums].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b).map(([practice]) => practice);
}
