import type { Writing } from "../types/writing.ts";

export const writing: Writing = {
  quotes: ["“", "”"],
  innerQuotes: ["‘", "’"],
  allowsAngles: false,
  alphabet: /^[A-Z]/,
  authorityCode: "ENG",
};
