import type { DiagnosticCode, DiagnosticParameters } from "../../core/diagnostics/catalogue.ts";
import { type Finding, finding, type Spot } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import type { Paper } from "../../core/model/site.ts";
import { tagsWithin, textOf, textWithin } from "../pdf-structure.ts";
import type { PdfFacts, PdfPage } from "../read-pdf.ts";
import { bodyText } from "./body-text.ts";
import { type DocumentMeasures, textWidthOf } from "./measure-document.ts";
import { fillOfLastPage } from "./page-fill.ts";
import { splitRows } from "./split-rows.ts";
import { strandedHeadings } from "./stranded-headings.ts";

/** A printed document with what is known of it. */
export interface PrintedDocument {
  /** The file of the content that it comes from. */
  readonly file: string;
  readonly language: Language;
  readonly paper: Paper;
  /** A sheet is a practice on paper; anything else may be as long as it likes. */
  readonly isSheet: boolean;
  readonly pdf: PdfFacts;
  readonly measures: DocumentMeasures;
}

/** What a page may be filled to, at least, if it is the last one. */
const leastFill = 1 / 5;
/** Both sides of one piece of paper. */
const mostPages = 2;
/** Chromium makes the pages of a document smaller if something in it is too wide; less than this is rounding. */
const shrinkage = 0.985;
const points = 0.75;
/** Of a text that is quoted in a message. */
const mostLetters = 60;

/**
 * Looks for what a publisher would send back, and how each is measured:
 *
 * - overflow: the letters of the title are smaller on paper than its style says, because Chromium shrinks a document until
 *   what is too wide fits; what it was is looked up in the document at the width of the paper;
 * - heading at the end, split row, blank page: from the PDF's structure and the positions of its text;
 * - last page: heights of what stands on it, against the fullest page.
 *
 * Findings: print/overflow, print/stranded-heading, print/split-row, print/blank-page, print/short-last-page,
 * print/over-one-sheet, print/untagged, print/wrong-language.
 */
export function checkPages(printed: PrintedDocument): readonly Finding[] {
  const { file, language, pdf, measures, isSheet } = printed;
  const { pages } = pdf;
  const findings: Finding[] = [];
  const report = <Code extends DiagnosticCode>(code: Code, parameters: DiagnosticParameters[Code], spot?: Spot) =>
    findings.push(finding(code, file, parameters, spot));
  const near = (text: string): Spot => ({ line: 1, text });

  if (!pdf.isTagged) report("print/untagged", {});
  // A PDF without tags says nothing of its language either.
  const stated = measures.language && (pdf.isTagged ? pdf.language : measures.language);
  if (stated !== language && !stated.startsWith(`${language}-`))
    report("print/wrong-language", { stated, expected: language });
  const scale = scaleOf(printed);
  if (scale < shrinkage) {
    const { text, search } = measures.widest ?? { text: "", search: "" };
    const millimetres = roughly(textWidthOf(printed.paper) * (1 / scale - 1));
    report("print/overflow", { text, millimetres }, search ? near(search) : undefined);
  }
  for (const { heading, page } of strandedHeadings(pages))
    report("print/stranded-heading", { heading, page }, near(heading));
  for (const { row, page } of splitRows(pages)) report("print/split-row", { row: shorten(row), page }, near(row));
  pages.forEach((page, index) => {
    if (isBlank(page)) report("print/blank-page", { page: index + 1, pages: pages.length });
  });
  if (!isSheet) return findings;
  const fill = fillOfLastPage(pages);
  if (pages.length > mostPages) report("print/over-one-sheet", { pages: pages.length });
  if (pages.length > 1 && fill < leastFill)
    report("print/short-last-page", { percent: Math.round(fill * 100), pages: pages.length });
  return findings;
}

/** Size of the title's letters on paper against what its style says; 1 if there is no title. */
function scaleOf({ pdf, measures }: PrintedDocument): number {
  const structure = pdf.pages[0]?.structure;
  const [title] = structure ? tagsWithin(structure, (role) => role === "H1") : [];
  const [text] = title ? textWithin(title).filter((piece) => textOf([piece]).trim() !== "") : [];
  return text && measures.titleSize > 0 ? text.size / (measures.titleSize * points) : 1;
}

/** Chromium rounds as well: more exact than this it is not. */
function roughly(length: number): number {
  return length < 10 ? Math.max(1, Math.round(length)) : Math.round(length / 5) * 5;
}

function shorten(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters - 1).trimEnd()}…` : text;
}

/** Page numbers and running heads fill no page. */
function isBlank(page: PdfPage): boolean {
  return !page.structure?.isShown && bodyText(page).length === 0;
}
