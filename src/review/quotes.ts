import type { Language } from "../core/language/language.ts";
import { locales } from "../locales/locales.ts";

/** A pair of quotation marks that does not go together. Positions count in the text. */
export interface WrongQuotes {
  readonly index: number;
  /** From one mark to the other, both included. */
  readonly written: string;
  readonly mended: string;
}

/** A quotation within a paragraph, with all marks that people use. Straight marks alone are set by the program. */
const quotation = /(?<![\p{L}\p{N}„“”«»"])([„“”«])(?=\S)([^„“”«»"\n]{1,300})(?<=\S)([“”»"])(?![\p{L}\p{N}])/gu;

const anyMark = /[„“”«]/;

/**
 * Quotation marks of another language, or of two: „…” and “…” in Bulgarian, „…“ in English. Marks within others are
 * not looked at: they have pairs of their own.
 */
export function findWrongQuotes(text: string, language: Language): readonly WrongQuotes[] {
  if (!anyMark.test(text)) return [];
  const { quotes, allowsAngles } = locales[language].writing;
  const [open, close] = quotes;
  return [...text.matchAll(quotation)].flatMap(({ 0: written, 1: first = "", 2: inside = "", 3: last = "", index }) => {
    if (first === open && last === close) return [];
    // Angles are marks of their own where they are a pair.
    if (first === "«" && last === "»" && allowsAngles) return [];
    return [{ index, written, mended: open + inside + close }];
  });
}
