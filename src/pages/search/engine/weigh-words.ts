import { type FindTerms, listWords } from "./words.ts";

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

/** A term in a practice as one number: that of the term, times this, and the weight. */
const weightRange = heaviest + 1;
export const packWeight = (term: number, weight: number): number => term * weightRange + weight;
export const termIn = (packed: number): number => Math.floor(packed / weightRange);
export const weightIn = (packed: number): number => packed % weightRange;

/** How much each word says of a practice, packed. It depends on the texts alone, so that it can be remembered. */
export function weighWords(texts: readonly WeighedText[], findTerms: FindTerms): readonly number[] {
  const sums = new Map<number, number>();
  let length = 0;
  for (const { text, weight } of texts) {
    for (const word of listWords(text)) {
      length++;
      for (const term of findTerms(word)) sums.set(term, (sums.get(term) ?? 0) + weight);
    }
  }
  const damping = saturation * (1 - lengthShare + (lengthShare * length) / usualLength);
  return [...sums].map(([term, sum]) => packWeight(term, Math.ceil((heaviest * sum) / (sum + damping))));
}

/**
 * The weight of a word that two texts of a practice say, about what one text of both would give it. Added up, a name that is referred to
 * would make as much of a word as a title.
 */
export function joinWeights(one: number, other: number): number {
  const share = one / (weightRange - one) + other / (weightRange - other);
  return Math.min(heaviest, Math.round((weightRange * share) / (1 + share)));
}
