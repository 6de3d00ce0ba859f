/**
 * „15-та“, “20–50”, “17(1)(c)”, “17(1)/(c)”, „е-управление“: a line may end after a hyphen, a dash, a stroke or a bracket, but not
 * between a number or a single letter and what belongs to it. No sign could forbid it without standing in what readers copy, so pages and paper draw these in one piece.
 */
const part = String.raw`\([\p{L}\d]{1,4}\)`;
export const wholeNumber = new RegExp(
  String.raw`(?<![\p{L}\p{M}\d–-])(?:\p{L}-\p{L}{2,18}(?![\p{L}\p{M}-])|\d[\d.,]{0,20}(?:-\p{L}{1,4}(?![\p{L}-])|–\d[\d.,]{0,20}%?(?![\d–-])|${part}(?:/?${part}){1,5}))`,
  "gu",
);

const sign = /\d(?:-\p{L}|–\d|\([\p{L}\d]{1,4}\)\/?\()|(?<!\p{L})\p{L}-\p{L}{2}/u;

/** Whether there may be such a number in a text: most have none. */
const mayHaveWholeNumber = (text: string): boolean => sign.test(text);

/** Draws numbers in one piece. */
export function mapWholeNumbers(text: string, draw: (number: string) => string): string {
  return mayHaveWholeNumber(text) ? text.replace(wholeNumber, draw) : text;
}

/** Takes a text apart; every second piece is a number that stays whole. */
export function splitAtWholeNumbers(text: string): readonly string[] {
  if (!mayHaveWholeNumber(text)) return [text];
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: number, index } of text.matchAll(wholeNumber)) {
    pieces.push(text.slice(from, index), number);
    from = index + number.length;
  }
  return [...pieces, text.slice(from)];
}
