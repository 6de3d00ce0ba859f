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

/**
 * Digits in groups are one number. Soft hyphens and accents over letters (й and ё are letters of their own) stay within a word. The „е-“ of
 * „е-услуги“ is a word: alone it would be the verb, which says nothing.
 */
const wordForm =
  /[еЕ]-(?=\p{L})|[0-9]{1,3}(?:[\u00a0\u2009\u202f .,][0-9]{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:[’'][\p{L}]{1,2}(?![\p{L}]))?/gu;
/** Sums and populations have as many; longer numbers are those of telephones and accounts. */
const maxDigits = 7;
const maxWordCharacters = 40;

/** The words of a text, without long numbers and what is too long to be a word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordForm)) {
    const word = normaliseWord(match[0]);
    if (word.length > maxWordCharacters || (word.length > maxDigits && /^\p{N}+$/u.test(word))) continue;
    words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** What most texts are made of: letters of both alphabets without accents, digits, and signs that are in no word. */
const usualText = /^[\0-&(-~\u00a0«»§°·№–—„“”…А-Яа-я]*$/;

/** The words of a text as `wordsOf` finds them, without their places: several times as fast for most texts. */
export function listWords(text: string): readonly string[] {
  if (!usualText.test(text)) return wordsOf(text).map(({ word }) => word);
  const found =
    text.toLowerCase().match(/е-(?=[a-zа-я])|[0-9]{1,3}(?:[\u00a0 .,][0-9]{3})+(?![a-z0-9а-я])|[a-z0-9а-я]+/g) ?? [];
  const words = found.map((word) =>
    word === electronic.short ? electronic.word : isGrouped(word) ? joinDigits(word) : word,
  );
  return words.filter(
    (word) => word.length <= maxDigits || (word.length <= maxWordCharacters && !/^[0-9]+$/.test(word)),
  );
}

const electronic = { short: "е-", word: "електронно" } as const;
const isGrouped = (word: string): boolean => /^[0-9]+[^0-9]/.test(word) && /^[0-9\u00a0\u2009\u202f .,]+$/.test(word);
const joinDigits = (word: string): string => word.replace(/[^0-9]/g, "");

/** Lower case, without accents, soft hyphens and the English ’s; the groups of a number joined. */
function normaliseWord(word: string): string {
  if (isGrouped(word)) return joinDigits(word);
  const lower = word.toLowerCase();
  if (/^[a-zа-я0-9]+$/.test(lower)) return lower;
  if (lower === electronic.short) return electronic.word;
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

/** Gives the numbers of the terms that stand for a word; none for words that are not looked for. */
export type FindTerms = (word: string) => readonly number[];

/** Makes a `FindTerms` that remembers: a whole archive has the same words again and again. */
export function createTermFinder(terms: NameTable): FindTerms {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let numbers = known.get(word);
    if (numbers === undefined) {
      const term = termOf(word);
      numbers = [term, formOf(word, term)].filter((said) => said !== "").map((said) => terms.numberOf(said));
      known.set(word, numbers);
    }
    return numbers;
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

/** A stem so short is that of several words: вода and водят. The form itself is looked for as well. */
const shortStem = 3;

/** What stands for a word in this very form, beside its stem; "" for words whose stem tells them apart. */
export function formOf(word: string, term: string): string {
  return term !== "" && term !== word && term.length <= shortStem && /[а-я]/.test(word) ? pairMark + word : "";
}

/** The pairs of words that follow each other in a text, without those that say nothing. */
export function pairsOf(text: string): readonly string[] {
  const terms = listWords(text)
    .map(termOf)
    .filter((term) => term !== "");
  return [...new Set(terms.slice(1).map((term, at) => joinPair(terms[at] ?? "", term)))];
}
