import type { Writing } from "../types/writing.ts";

export const writing: Writing = {
  quotes: ["“", "”"],
  innerQuotes: ["‘", "’"],
  allowsAngles: false,
  alphabet: /^[A-Z]/,
  bodies: /^(?:[Tt]he\s+)?(?:[Mm]unicipalit(?:y|ies)|City|Town|Village|District|Province)\s+of\s+(?=\P{L}*\p{Lu})/u,
  authorityCode: "ENG",
};
