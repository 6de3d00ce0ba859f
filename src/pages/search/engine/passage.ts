import { termOf, wordsOf } from "./words.ts";

/** A piece of a text; marked ones are what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text in pieces, with the words marked that stand for one of the terms. */
export function markWords(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { word, start, end } of wordsOf(text)) {
    if (!terms.has(termOf(word))) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), isMarked: false });
    pieces.push({ text: text.slice(start, end), isMarked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMarked: false });
  return pieces;
}

/** Whether a text has some words one after the other, each in any of its forms. */
export function hasPhrase(text: string, phrase: readonly string[]): boolean {
  const terms = wordsOf(text).map(({ word }) => termOf(word) || word);
  const wanted = phrase.map((word) => termOf(word) || word);
  return terms.some((_, at) => wanted.every((term, step) => terms[at + step] === term));
}
