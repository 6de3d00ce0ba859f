import type { Writing } from "../types/writing.ts";

/** Quotation marks as in the official spelling dictionary. */
export const writing: Writing = {
  quotes: ["„", "“"],
  innerQuotes: ["‚", "‘"],
  allowsAngles: true,
  alphabet: /^[А-Я]/,
  authorityCode: "BUL",
};
