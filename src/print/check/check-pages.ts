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

/** A printed document, with its measures. */
export interface PrintedDocument {
  /** The file of the content that it comes from. */
  readonly file: string;
  readonly language: Language;
  readonly paper: Paper;
  /** True for the sheet of a practice; other documents may have any number of pages. */
  readonly isSheet: boolean;
  readonly pdf: PdfFacts;
  readonly measures: DocumentMeasures;
}

/** The least share of the last page that is filled. */
const minFill = 1 / 5;
/** Two sides of one piece of paper. */
const maxPages = 2;
/** Chromium shrinks a document if something in it is too wide. A scale above this one is rounding. */
const minScale = 0.985;
const pointsPerPixel = 0.75;
/** Of a text quoted in a message. */
const maxLetters = 60;

/**
 * Checks a printed document for faults of layout:
 *
 * - overflow: the title is smaller on paper than its style says, because Chromium shrinks a document until everything
 *   fits; `measures` name the element that is too wide;
 * - heading at the end of a page, split row, blank page: from the structure of the PDF and the positions of its text;
 * - short last page: its height of text, compared with the fullest page.
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
  // A PDF without tags does not state its language.
  const stated = measures.language && (pdf.isTagged ? pdf.language : measures.language);
  if (stated !== language && !stated.startsWith(`${language}-`))
    report("print/wrong-language", { stated, expected: language });
  const scale = scaleOf(printed);
  if (scale < minScale) {
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
  if (pages.length > maxPages) report("print/over-one-sheet", { pages: pages.length });
  if (pages.length > 1 && fill < minFill)
    report("print/short-last-page", { percent: Math.round(fill * 100), pages: pages.length });
  return findings;
}

/** Size of the title on paper, divided by its size in the style; 1 if there is no title. */
function scaleOf({ pdf, measures }: PrintedDocument): number {
  const structure = pdf.pages[0]?.structure;
  const [title] = structure ? tagsWithin(structure, (role) => role === "H1") : [];
  const [text] = title ? textWithin(title).filter((piece) => textOf([piece]).trim() !== "") : [];
  return text && measures.titleSize > 0 ? text.size / (measures.titleSize * pointsPerPixel) : 1;
}

/** Rounds to the precision that Chromium's own rounding allows. */
function roughly(length: number): number {
  return length < 10 ? Math.max(1, Math.round(length)) : Math.round(length / 5) * 5;
}

function shorten(text: string): string {
  return text.length > maxLetters ? `${text.slice(0, maxLetters - 1).trimEnd()}…` : text;
}

/** Whether a page has no content but page numbers and running heads. */
function isBlank(page: PdfPage): boolean {
  return !page.structure?.isShown && bodyText(page).length === 0;
}
