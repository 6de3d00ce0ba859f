import { readAsBulgarian } from "../../../core/language/latin-typing.ts";
import { transliterate } from "../../../core/language/transliterate.ts";
import { editDistance } from "./edit-distance.ts";
import type { IndexHead } from "./index-format.ts";
import { termOf } from "./words.ts";

/** An index whose parts are loaded when they are asked for. */
export interface SearchIndex {
  readonly head: Pick<IndexHead, "dictionary" | "dictionaryStarts" | "postingStarts">;
  readonly practices: number;
  /** The terms of a part of the dictionary, in order. */
  dictionary(part: number): Promise<readonly string[]>;
  /** The lists of a part of the postings, as `decodePostings` reads them. */
  postings(part: number): Promise<readonly string[]>;
}

/** A term of the index that answers a word of the query. */
export interface Answer {
  readonly term: string;
  /** The number of the term among all terms. */
  readonly number: number;
  /** 1 for the word itself, less for what only begins with it or resembles it. */
  readonly likeness: number;
}

export interface Answers {
  readonly answers: readonly Answer[];
  /** True: the word does not occur; these resemble it. */
  readonly areSimilar: boolean;
}

const likenessOf = { otherAlphabet: 0.9, beginning: 0.5, similar: 0.4 } as const;
const shortestBeginning = 3;
const mostBeginnings = 40;
const mostSimilar = 3;
/** So many readings of a Latin word are looked for by their beginning, and by likeness. */
const mostReadings = 6;

/**
 * The terms of the index that answer a word: the word itself, in the other alphabet, what begins with it if it may be
 * unfinished, and, if there is none of these, what resembles it and begins with the same letter.
 */
export async function lookUp(word: string, mayBeUnfinished: boolean, index: SearchIndex): Promise<Answers> {
  const readings = [...readAsBulgarian(word), ...(/[а-я]/.test(word) ? [transliterate(word)] : [])];
  const terms = new Map<string, number>();
  for (const [rank, form] of [word, ...readings].entries()) {
    const term = termOf(form);
    if (!terms.has(term)) terms.set(term, rank === 0 ? 1 : likenessOf.otherAlphabet);
  }
  const exact = await findTerms(terms, index);
  const few = [word, ...readings.slice(0, mostReadings)];
  const beginnings = mayBeUnfinished || exact.length === 0 ? await findBeginnings(few, index) : [];
  const answers = [...exact, ...beginnings.filter(({ number }) => exact.every((other) => other.number !== number))];
  if (answers.length > 0) return { answers, areSimilar: false };
  return { answers: await findSimilar([...new Set(few.map(termOf))], index), areSimilar: true };
}

/** The part of the dictionary in which a text has its place. */
function partOf(text: string, { dictionary }: SearchIndex["head"]): number {
  let part = 0;
  while (part + 1 < dictionary.length && (dictionary[part + 1] ?? "") !== "" && (dictionary[part + 1] ?? "") <= text)
    part++;
  return part;
}

async function findTerms(terms: ReadonlyMap<string, number>, index: SearchIndex): Promise<Answer[]> {
  const answers = await Promise.all(
    [...terms].map(async ([term, likeness]) => {
      const part = partOf(term, index.head);
      const place = placeOf(term, await index.dictionary(part));
      if (place === undefined) return [];
      return [{ term, likeness, number: (index.head.dictionaryStarts[part] ?? 0) + place }];
    }),
  );
  return answers.flat();
}

function placeOf(term: string, sorted: readonly string[]): number | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < term) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === term ? low : undefined;
}

/** All terms that begin with a text, with their numbers. */
async function withBeginning(beginning: string, index: SearchIndex): Promise<{ term: string; number: number }[]> {
  const { dictionary, dictionaryStarts } = index.head;
  const first = partOf(beginning, index.head);
  let last = first;
  while (last + 1 < dictionary.length && dictionary[last + 1]?.startsWith(beginning)) last++;
  const parts = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const loaded = await Promise.all(parts.map((part) => index.dictionary(part)));
  return loaded.flatMap((terms, step) =>
    terms.flatMap((term, place) =>
      term.startsWith(beginning) ? [{ term, number: (dictionaryStarts[first + step] ?? 0) + place }] : [],
    ),
  );
}

async function findBeginnings(words: readonly string[], index: SearchIndex): Promise<Answer[]> {
  const long = words.filter(({ length }) => length >= shortestBeginning);
  const found = await Promise.all(long.map((word) => withBeginning(word, index)));
  // The shorter what begins with it, the more of it is the word.
  const nearest = found.flat().sort((a, b) => a.term.length - b.term.length || a.number - b.number);
  return nearest.slice(0, mostBeginnings).map((term) => ({ ...term, likeness: likenessOf.beginning }));
}

/** How many letters may be wrong in a word. */
function mistakesIn({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

async function findSimilar(terms: readonly string[], index: SearchIndex): Promise<Answer[]> {
  const found = await Promise.all(
    terms.map(async (term) => {
      const most = mistakesIn(term);
      if (most === 0) return [];
      const neighbours = await withBeginning(term.charAt(0), index);
      return neighbours.flatMap((neighbour) => {
        const distance = editDistance(term, neighbour.term, most);
        return distance <= most ? [{ ...neighbour, distance }] : [];
      });
    }),
  );
  const all = found.flat().sort((a, b) => a.distance - b.distance || a.number - b.number);
  const nearest = all.filter(({ distance }) => distance === all[0]?.distance);
  return nearest.slice(0, mostSimilar).map(({ term, number }) => ({ term, number, likeness: likenessOf.similar }));
}
