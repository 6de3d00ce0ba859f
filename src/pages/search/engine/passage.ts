import { termOf, wordsOf } from "./words.ts";

/** A piece of a text; marked ones are what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

const usualLength = 220;

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

/**
 * The place of a practice's text that says most of the terms: a paragraph, or, if that is long, a part of it of some 220 characters that
 * begins and ends between words. "" if no paragraph has any of them.
 */
export function choosePassage(paragraphs: readonly string[], terms: ReadonlySet<string>): string {
  let best = { text: "", value: 0 };
  for (const text of paragraphs) {
    const hits = wordsOf(text)
      .map((word) => ({ ...word, term: termOf(word.word) }))
      .filter(({ term }) => terms.has(term));
    for (const [first, { start }] of hits.entries()) {
      const within = hits.slice(first).filter(({ end }) => end <= start + usualLength);
      const value = new Set(within.map(({ term }) => term)).size + within.length / 100;
      if (value > best.value) best = { text: cut(text, start, within.at(-1)?.end ?? start), value };
    }
  }
  return best.text;
}

/** The surroundings of a part of a text. */
function cut(text: string, start: number, end: number): string {
  if (text.length <= usualLength * 1.3) return text;
  const spare = Math.max(0, usualLength - (end - start)) / 2;
  // From the beginning of the sentence if it is near.
  const sentence = text.lastIndexOf(". ", start) + 2;
  const from =
    start - sentence < spare ? Math.max(0, sentence === 1 ? 0 : sentence) : text.indexOf(" ", start - spare) + 1;
  const to = from + usualLength >= text.length ? text.length : text.lastIndexOf(" ", Math.max(end, from + usualLength));
  const last = to <= end ? text.length : to;
  return `${from > 0 ? "… " : ""}${text.slice(from, last)}${last < text.length ? " …" : ""}`;
}

/** Whether a text has some words one after the other, each in any of its forms. */
export function hasPhrase(text: string, phrase: readonly string[]): boolean {
  const terms = wordsOf(text).map(({ word }) => termOf(word) || word);
  const wanted = phrase.map((word) => termOf(word) || word);
  return terms.some((_, at) => wanted.every((term, step) => terms[at + step] === term));
}
