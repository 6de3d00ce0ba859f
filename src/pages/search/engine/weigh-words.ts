import { formOf, listWords, termOf } from "./words.ts";

/** A text of a practice, and how much a word in it counts: 1 for a word of the running text. */
export interface WeighedText {
  readonly text: string;
  readonly weight: number;
}

/** Weights of the index: a word in one place of a text has 1, one that the text is all about has 15. */
export const heaviest = 15;

/** As in BM25: how soon more of the same word counts no more, and how much long texts are held back. */
const saturation = 1.8;
const lengthShare = 0.4;
const usualLength = 300;

/**
 * How much each word says of a practice, as text to be kept: terms with a space between, each followed by its weight as a
 * hexadecimal digit. It depends on the texts alone, so that it can be remembered.
 *
 * @param findTerm `termOf`, or one that remembers
 */
export function weighWords(texts: readonly WeighedText[], findTerm: (word: string) => string = termOf): string {
  const sums = new Map<string, number>();
  let length = 0;
  for (const { text, weight } of texts) {
    for (const word of listWords(text)) {
      length++;
      const term = findTerm(word);
      for (const said of [term, formOf(word, term)]) {
        if (said !== "") sums.set(said, (sums.get(said) ?? 0) + weight);
      }
    }
  }
  const damping = saturation * (1 - lengthShare + (lengthShare * length) / usualLength);
  const weights: string[] = [];
  for (const [term, sum] of sums) weights.push(term + Math.ceil((heaviest * sum) / (sum + damping)).toString(16));
  return weights.join(" ");
}
