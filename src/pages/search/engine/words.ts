import { stemmer } from "stemmer";
import { levelSpelling } from "../../../core/language/level-spelling.ts";
import { stemBulgarian } from "../../../core/language/stem-bulgarian.ts";
import { stopWords } from "../../../core/language/stop-words.ts";
import type { NameTable } from "../../../core/name-table.ts";

/** A word of a text: as it is looked for, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Soft hyphens and accents over letters (й and ё are letters of their own) stay within a word. */
const wordForm = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:[’'][\p{L}]{1,2}(?![\p{L}]))?/gu;
const mostDigits = 4;
const longest = 40;

/** The words of a text, without long numbers and what is too long to be a word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordForm)) {
    const word = normaliseWord(match[0]);
    if (word.length > longest || (word.length > mostDigits && /^\p{N}+$/u.test(word))) continue;
    words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** What most texts are made of: letters of both alphabets without accents, digits, and signs that are in no word. */
const usualText = /^[\0-&(-~\u00a0«»§°·№–—„“”…А-Яа-я]*$/;

/** The words of a text as `wordsOf` finds them, without their places: several times as fast for most texts. */
export function listWords(text: string): readonly string[] {
  if (!usualText.test(text)) return wordsOf(text).map(({ word }) => word);
  const words: readonly string[] = text.toLowerCase().match(/[a-z0-9а-я]+/g) ?? [];
  return words.filter((word) => word.length <= mostDigits || (word.length <= longest && !/^[0-9]+$/.test(word)));
}

/** Lower case, without accents, soft hyphens and the English ’s. */
function normaliseWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-zа-я0-9]+$/.test(lower)) return lower;
  return lower
    .replace(/\u00ad|[’'].*$/gu, "")
    .normalize("NFD")
    .replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/gu, "")
    .normalize("NFC");
}

/** What stands for all forms of a word in the index; "" for words that are not looked for. */
export function termOf(word: string): string {
  return stopWords.has(word) ? "" : stem(word);
}

/** Gives the number of a word's term; undefined for words that are not looked for. */
export type FindTerm = (word: string) => number | undefined;

/** Makes a `FindTerm` that remembers: a whole archive has the same words again and again. */
export function createTermFinder(terms: NameTable): FindTerm {
  const known = new Map<string, number>();
  const none = -1;
  return (word) => {
    let number = known.get(word);
    if (number === undefined) {
      const term = termOf(word);
      number = term === "" ? none : terms.numberOf(term);
      known.set(word, number);
    }
    return number === none ? undefined : number;
  };
}

function stem(word: string): string {
  if (/[а-я]/.test(word)) return stemBulgarian(word);
  return /^[a-z]+$/.test(word) ? stemmer(levelSpelling(word)) : word;
}

/** Between the terms of words that stand side by side. In no word. */
export const pairMark = "+";

/** What stands for two words side by side in the index. */
export const joinPair = (first: string, second: string): string => first + pairMark + second;

/** The pairs of words that follow each other in a text, without those that say nothing. */
export function pairsOf(text: string): readonly string[] {
  const terms = listWords(text)
    .map(termOf)
    .filter((term) => term !== "");
  return [...new Set(terms.slice(1).map((term, at) => joinPair(terms[at] ?? "", term)))];
}
