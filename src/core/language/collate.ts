import type { Language } from "./language.ts";

/** A comparison of texts in dictionary order, with the code points as tie-break so that the order is total. */
export function createComparer(language: Language): (a: string, b: string) => number {
  const collator = new Intl.Collator(language);
  return (a, b) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
