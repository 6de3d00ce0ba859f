import type { Language } from "../core/language/language.ts";
import { locales } from "../locales/locales.ts";

/** A pair of quotation marks that do not match. `index` counts from 0. */
export interface WrongQuotes {
  readonly index: number;
  /** From one mark to the other, both included. */
  readonly written: string;
  readonly fixed: string;
}

/** A quotation within a paragraph, with any marks. Straight marks alone become right marks when the text is rendered. */
const quotation = /(?<![\p{L}\p{N}„“”«»"])([„“”«])(?=\S)([^„“”«»"\n]{1,300})(?<=\S)([“”»"])(?![\p{L}\p{N}])/gu;

const anyMark = /[„“”«]/;

/**
 * Finds quotation marks of another language or of two languages: „…” and “…” in Bulgarian, „…“ in English. Quotations
 * within quotations are skipped: they have marks of their own.
 */
export function findWrongQuotes(text: string, language: Language): readonly WrongQuotes[] {
  if (!anyMark.test(text)) return [];
  const { quotes, allowsAngles } = locales[language].writing;
  const [open, close] = quotes;
  return [...text.matchAll(quotation)].flatMap(({ 0: written, 1: first = "", 2: inside = "", 3: last = "", index }) => {
    if (first === open && last === close) return [];
    // A pair of guillemets is right where the language allows it.
    if (first === "«" && last === "»" && allowsAngles) return [];
    return [{ index, written, fixed: open + inside + close }];
  });
}
