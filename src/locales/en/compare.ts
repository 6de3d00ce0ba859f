import type { CompareTexts } from "../types/compare.ts";

export const compare: CompareTexts = {
  title: "Comparing practices",
  intro: "Two to four practices side by side, row by row.",
  unscripted:
    "The comparison needs its script, which is switched off or was not loaded. Open the practices one by one.",
  link: "Compare them side by side",
  loading: "The practices are being loaded…",
  empty: "Choose two to four practices with “Add to print list”, and compare them from there.",
  missing: (ids) => `Not found: ${ids}.`,
  caption: "The chosen practices, one in each column",
  figures: "The figures, one in each column; sums are in euro",
  rows: {
    where: "Where and when",
    size: "Size of the place",
    what: "In short",
    background: "Background",
    practice: "Practice",
    results: "Results",
  },
  absent: "not stated",
};
