import type { Writing } from "../types/writing.ts";

/** Quotation marks as in the official spelling dictionary. */
export const writing: Writing = {
  quotes: ["„", "“"],
  innerQuotes: ["‚", "‘"],
  allowsAngles: true,
  alphabet: /^[А-Я]/,
  bodies: /^(?:[Оо]бщин(?:а|и|ата|ите)|ОБЩИН[АИ]|[Кк]метство|[Рр]айон|[Оо]бласт)\s+(?:на\s+)?(?=\P{L}*\p{Lu})/u,
  authorityCode: "BUL",
};
