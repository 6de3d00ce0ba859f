import { type Finding, finding, type Location } from "../core/diagnostics/finding.ts";
import type { DocumentDraft } from "./documents/practice-parts.ts";
import type { Report } from "./typst/reports.ts";

/** Letters in drawings that are smaller cannot be read, in points. */
const minLetters = 5;
/** Two sides of one piece of paper. */
const maxSides = 2;
/** The least share of the last side that is filled. */
const minFill = 1 / 5;

/**
 * What is wrong with how the blocks of a document came out on paper, with file and line.
 *
 * Findings: print/wide-table, print/small-letters.
 */
export function judgeBlocks(reports: readonly Report[], { places }: DocumentDraft): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const report of reports) {
    const place = places.get(report.place);
    if (!place) continue;
    const location: Location = { line: 1, text: place.text };
    if (report.kind === "table" && report.step === "parts")
      findings.set(report.place, finding("print/wide-table", place.file, { text: place.text }, location));
    if (report.kind === "picture" && report.letters > 0 && report.letters < minLetters) {
      const points = Math.round(report.letters * 10) / 10;
      findings.set(report.place, finding("print/small-letters", place.file, { picture: place.text, points }, location));
    }
  }
  return [...findings.values()];
}

/** Findings: print/over-one-sheet, print/short-last-page. @param lastFill share of the last side's text area that is filled */
export function judgeSheet(
  { pages, lastFill }: { readonly pages: number; readonly lastFill: number },
  file: string,
): readonly Finding[] {
  if (pages > maxSides) return [finding("print/over-one-sheet", file, { pages })];
  if (pages > 1 && lastFill < minFill)
    return [finding("print/short-last-page", file, { percent: Math.round(lastFill * 100), pages })];
  return [];
}
