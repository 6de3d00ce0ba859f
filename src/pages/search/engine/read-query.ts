import { findMixedWords } from "../../../core/language/alphabets.ts";
import { type Language, worldLanguage } from "../../../core/language/language.ts";
import { readAsBulgarian } from "../../../core/language/latin-typing.ts";
import { stopWords } from "../../../core/language/stop-words.ts";
import { termOf, wordsOf } from "./words.ts";

/** A query as it is looked for. */
export interface Query {
  /** Words that say something, each once, in their order. */
  readonly words: readonly string[];
  /** The last word may go on: the reader has typed nothing after it. */
  readonly unfinished: string | undefined;
  /** The words in quotation marks, in their order; a practice that has them need not have them together. */
  readonly phrases: readonly (readonly string[])[];
}

const quoted = /["„“”«»]([^"„“”«»]+)["„“”«»]/g;

/** Kinds of places and organisations before a name, shortened: they say nothing that the name does not. */
const abbreviations = /(?<![\p{L}\p{N}])(?:гр|обл|общ|ул|бул|кв|с|gr|obl|obsht|s)\.(?=\s*\p{L})/giu;

/** Reads a query that was typed on a page of a language. */
export function readQuery(query: string, language: Language): Query {
  const text = inLettersOf(language, inOneAlphabet(query).replace(abbreviations, " "));
  const phrases = [...text.matchAll(quoted)].map(([, phrase = ""]) => wordsOf(phrase).map(({ word }) => word));
  const inQuotes = new Set(phrases.flat());
  const words = [...new Set(wordsOf(text).map(({ word }) => word))].filter(
    (word) => termOf(word) !== "" && (inQuotes.has(word) || !isLatinStopWord(word, language)),
  );
  const unfinished = /[\p{L}\p{N}]$/u.test(text) ? words.at(-1) : undefined;
  return { words, unfinished, phrases: phrases.filter(({ length }) => length > 1) };
}

/** Words such as „na“ and „za“: Bulgarian ones that say nothing, typed in Latin letters. In English texts they are names. */
function isLatinStopWord(word: string, language: Language): boolean {
  return language !== worldLanguage && stopWords.has(readAsBulgarian(word)[0] ?? "");
}

/** On a Bulgarian page “e-” is „е-“, whatever letters follow. */
function inLettersOf(language: Language, text: string): string {
  return language === worldLanguage ? text : text.replace(/(?<![\p{L}\p{N}])e-(?=\p{L})/giu, "е-");
}

/** Latin letters that look as Cyrillic ones within a Cyrillic word are those. */
function inOneAlphabet(text: string): string {
  let corrected = text;
  for (const { word, index, fixed } of [...findMixedWords(text)].reverse())
    corrected = corrected.slice(0, index) + (fixed ?? word) + corrected.slice(index + word.length);
  return corrected;
}
