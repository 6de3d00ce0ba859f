import { readAsBulgarian } from "../../../core/language/latin-typing.ts";
import { transliterate } from "../../../core/language/transliterate.ts";
import { editDistance } from "./edit-distance.ts";
import type { IndexHead } from "./index-format.ts";
import { pairMark, termOf } from "./words.ts";

/** An index whose parts are loaded when they are asked for. */
export interface SearchIndex {
  readonly head: Pick<IndexHead, "dictionary" | "dictionaryStarts" | "postingStarts">;
  readonly practices: number;
  /** The terms of a part of the dictionary, in order. */
  dictionary(part: number): Promise<readonly string[]>;
  /** The place of a practice among all, the newest first, by its number. */
  placeOf(practice: number): number;
  /** The lists of a part of the postings, as `decodePostings` reads them. */
  postings(part: number): Promise<readonly string[]>;
}

/** A term of the index, with its number among all terms. */
export interface IndexedTerm {
  readonly term: string;
  readonly number: number;
}

/** Terms that answer a word of the query; a practice must have all of them. */
export interface Answer {
  readonly terms: readonly IndexedTerm[];
  /** 1 for the word itself, less for what only begins with it or resembles it. */
  readonly likeness: number;
}

export interface Answers {
  readonly answers: readonly Answer[];
  /** True: the word does not occur; these resemble it. */
  readonly areSimilar: boolean;
}

const likenessOf = { otherAlphabet: 0.9, parts: 0.8, beginning: 0.5, similar: 0.4, sameBeginning: 0.3 } as const;
const shortestBeginning = 3;
const maxBeginnings = 40;
const maxSimilar = 3;
/** Readings of a Latin word that are looked for by their beginning, and by likeness. */
const maxReadings = 6;
/** A word with a wrong first letter is looked for in all parts of the dictionary, if they are not more than this. */
const maxPartsRead = 40;
const shortestJoined = 6;
const shortestPart = 4;

/**
 * The terms of the index that answer a word: the word itself, in the other alphabet, what begins with it if it may be unfinished. If
 * there is none of these, the first of: what resembles it, what begins as it does, two words written as one, what resembles it but for
 * the first letter.
 */
export async function lookUp(word: string, mayBeUnfinished: boolean, index: SearchIndex): Promise<Answers> {
  const readings = readingsOf(word);
  const exact = await findTerms(likenessOfTerms(word, readings), index);
  const isNumber = /^\p{N}+$/u.test(word);
  if (isNumber && !mayBeUnfinished) return { answers: exact, areSimilar: exact.length === 0 };
  const few = [word, ...readings.slice(0, maxReadings)];
  const beginnings = mayBeUnfinished || exact.length === 0 ? await findBeginnings(few, index) : [];
  const taken = new Set(exact.flatMap(({ terms }) => terms.map(({ number }) => number)));
  const answers = [...exact, ...beginnings.filter(({ terms: [term] }) => term && !taken.has(term.number))];
  if (answers.length > 0 || isNumber) return { answers, areSimilar: answers.length === 0 };
  const terms = [...new Set(few.map(termOf))];
  const near = await findNear(terms, index);
  if (near.length > 0) return { answers: near, areSimilar: true };
  const parts = await findParts(word, index);
  if (parts.length > 0) return { answers: parts, areSimilar: false };
  return { answers: await findOtherFirst(terms, index), areSimilar: true };
}

/** The same word in other letters, the likeliest first; Latin ones as the law of today writes what older habits wrote. */
function readingsOf(word: string): readonly string[] {
  if (/[а-я]/.test(word)) return [transliterate(word)];
  const bulgarian = readAsBulgarian(word);
  return [...bulgarian, ...bulgarian.slice(0, maxReadings).map(transliterate)];
}

function likenessOfTerms(word: string, readings: readonly string[]): ReadonlyMap<string, number> {
  const terms = new Map([[termOf(word), 1]]);
  for (const reading of readings) {
    const term = termOf(reading);
    if (term !== "" && !terms.has(term)) terms.set(term, likenessOf.otherAlphabet);
  }
  return terms;
}

/** The part of the dictionary in which a text has its place. */
function partOf(text: string, { dictionary }: SearchIndex["head"]): number {
  let part = 0;
  while (part + 1 < dictionary.length && (dictionary[part + 1] ?? "") !== "" && (dictionary[part + 1] ?? "") <= text)
    part++;
  return part;
}

export async function findTerm(term: string, index: SearchIndex): Promise<IndexedTerm | undefined> {
  const part = partOf(term, index.head);
  const place = placeOf(term, await index.dictionary(part));
  return place === undefined ? undefined : { term, number: (index.head.dictionaryStarts[part] ?? 0) + place };
}

async function findTerms(terms: ReadonlyMap<string, number>, index: SearchIndex): Promise<Answer[]> {
  const answers = await Promise.all(
    [...terms].map(async ([term, likeness]) => ({ term: await findTerm(term, index), likeness })),
  );
  return answers.flatMap(({ term, likeness }) => (term ? [{ terms: [term], likeness }] : []));
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

/** All terms that begin with a text, pairs of words left out. */
async function withBeginning(beginning: string, index: SearchIndex): Promise<IndexedTerm[]> {
  const { dictionary, dictionaryStarts } = index.head;
  const first = partOf(beginning, index.head);
  let last = first;
  while (last + 1 < dictionary.length && dictionary[last + 1]?.startsWith(beginning)) last++;
  const parts = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const loaded = await Promise.all(parts.map((part) => index.dictionary(part)));
  return loaded.flatMap((terms, step) =>
    terms.flatMap((term, place) =>
      term.startsWith(beginning) && !term.includes(pairMark)
        ? [{ term, number: (dictionaryStarts[first + step] ?? 0) + place }]
        : [],
    ),
  );
}

async function findBeginnings(words: readonly string[], index: SearchIndex): Promise<Answer[]> {
  const long = words.filter(({ length }) => length >= shortestBeginning);
  const found = await Promise.all(long.map((word) => withBeginning(word, index)));
  // The shorter what begins with it, the more of it is the word.
  const nearest = found.flat().sort((a, b) => a.term.length - b.term.length || a.number - b.number);
  return nearest.slice(0, maxBeginnings).map((term) => ({ terms: [term], likeness: likenessOf.beginning }));
}

/** Two words that were written as one: StaraZagora, egovernment. Of several places to divide it, where the longer first word ends. */
async function findParts(word: string, index: SearchIndex): Promise<readonly Answer[]> {
  if (word.length < shortestJoined) return [];
  for (let at = word.length - shortestPart; at >= 1; at--) {
    const [first, second] = await Promise.all([findForm(word.slice(0, at), index), findForm(word.slice(at), index)]);
    if (first && second) return [{ terms: [first, second], likeness: likenessOf.parts }];
  }
  return [];
}

/** A word as it stands or in its likeliest reading in the other alphabet. */
export async function findForm(word: string, index: SearchIndex): Promise<IndexedTerm | undefined> {
  for (const form of [word, ...readingsOf(word).slice(0, 1)]) {
    const term = termOf(form);
    const found = term === "" ? undefined : await findTerm(term, index);
    if (found) return found;
  }
  return undefined;
}

/** How many letters may be wrong in a word. */
function mistakesIn({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** What resembles a word and begins with the same letter, or else what has its beginning. */
async function findNear(terms: readonly string[], index: SearchIndex): Promise<readonly Answer[]> {
  const similar = await findSimilar(terms, (term) => withBeginning(term.charAt(0), index), mistakesIn);
  return similar.length > 0 ? similar : findSameBeginning(terms, index);
}

/** What differs from a word in one letter, which may be the first. It may stand in any part of the dictionary. */
async function findOtherFirst(terms: readonly string[], index: SearchIndex): Promise<readonly Answer[]> {
  if (index.head.dictionary.length > maxPartsRead) return [];
  const all = await withBeginning("", index);
  return findSimilar(
    terms,
    () => all,
    (term) => Math.min(1, mistakesIn(term)),
  );
}

async function findSimilar(
  terms: readonly string[],
  neighboursOf: (term: string) => readonly IndexedTerm[] | Promise<readonly IndexedTerm[]>,
  mistakes: (term: string) => number,
): Promise<readonly Answer[]> {
  const found = await Promise.all(
    terms.map(async (term) => {
      const max = mistakes(term);
      if (max === 0) return [];
      return (await neighboursOf(term)).flatMap((neighbour) => {
        const distance = /\p{N}/u.test(neighbour.term) ? max + 1 : editDistance(term, neighbour.term, max);
        return distance <= max ? [{ neighbour, distance }] : [];
      });
    }),
  );
  const all = found.flat().sort((a, b) => a.distance - b.distance || a.neighbour.number - b.neighbour.number);
  const nearest = all.filter(({ distance }) => distance === all[0]?.distance);
  return nearest.slice(0, maxSimilar).map(({ neighbour }) => ({ terms: [neighbour], likeness: likenessOf.similar }));
}

/** What has most of a word's letters, from the first on: бюджетиране and бюджет. The rest of the term may be an ending, not another word. */
async function findSameBeginning(words: readonly string[], index: SearchIndex): Promise<readonly Answer[]> {
  const found = await Promise.all(
    words.map(async (word) => {
      const least = Math.max(4, Math.ceil(word.length / 2));
      const near = word.length > least ? await withBeginning(word.slice(0, least), index) : [];
      const measured = near
        .map((term) => ({ term, shared: sharedLength(word, term.term) }))
        .filter(({ term: { term }, shared }) => term.length - shared <= 1);
      const max = Math.max(...measured.map(({ shared }) => shared));
      return measured.filter(({ shared }) => shared === max);
    }),
  );
  // A word in Cyrillic letters is rarely meant in others.
  const [own = []] = found;
  const near = /[а-я]/.test(words[0] ?? "") && own.length > 0 ? own : found.flat();
  return near.slice(0, maxSimilar).map(({ term, shared }) => ({
    terms: [term],
    // A term that is the beginning itself, before one that goes on.
    likeness: term.term.length === shared ? likenessOf.sameBeginning : likenessOf.sameBeginning / 3,
  }));
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
