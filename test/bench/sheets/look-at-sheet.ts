import { tagsWithin, textWithin } from "../../print/paper/pdf-structure.ts";
import { type PdfPage, type PdfText, readPdf } from "../../print/paper/read-pdf.ts";

/** How a printed sheet came out. */
export interface SheetFacts {
  readonly pages: number;
  /** How much of the last page's height between the margins has text on it, 0 to 1. White over 20 mm counts as white. */
  readonly lastFill: number;
  /** Headings with nothing of their text below them in the same column. */
  readonly stranded: readonly string[];
  /** The browser made everything smaller, because something was wider than the text. */
  readonly isShrunk: boolean;
  readonly beyondMargin: boolean;
}

const millimetre = 72 / 25.4;
const margins = { top: 16 * millimetre, bottom: 18 * millimetre, side: 18 * millimetre };

/** Reads what a browser printed. */
export async function lookAtSheet(pdf: Uint8Array): Promise<SheetFacts> {
  const { pages } = await readPdf(pdf);
  const last = pages.at(-1);
  const texts = pages.map(textOfSheet);
  const title = pages[0]?.structure && tagsWithin(pages[0].structure, (role) => role === "H1").flatMap(textWithin)[0];
  return {
    pages: pages.length,
    lastFill: last ? fillOf(last) : 0,
    stranded: pages.flatMap(strandedOn),
    isShrunk: title === undefined || ![20, 23].some((size) => Math.abs(size - title.size) < 0.2),
    beyondMargin: pages.some((page, index) =>
      texts[index]?.some(({ left, right }) => left < margins.side - 1 || right > page.width - margins.side + 1),
    ),
  };
}

/** Without the page number in the margin. */
const textOfSheet = ({ text, height }: PdfPage): readonly PdfText[] =>
  text.filter(({ text, baseline }) => text.trim() !== "" && baseline < height - margins.bottom + 2);

function fillOf(page: PdfPage): number {
  const baselines = textOfSheet(page)
    .map(({ baseline }) => baseline)
    .sort((a, b) => a - b);
  let filled = 0;
  let last = margins.top;
  for (const baseline of baselines) {
    if (baseline - last < 20 * millimetre) filled += baseline - last;
    else filled += 12;
    last = baseline;
  }
  return filled / (page.height - margins.top - margins.bottom);
}

function strandedOn(page: PdfPage): readonly string[] {
  if (!page.structure) return [];
  const headings = tagsWithin(page.structure, (role) => /^H[2-6]$/.test(role)).filter(({ isShown }) => isShown);
  const pictures = tagsWithin(page.structure, (role) => role === "Figure").some(({ isShown }) => isShown);
  return headings.flatMap((heading) => {
    const pieces = textWithin(heading).filter(({ text }) => text.trim() !== "");
    const end = pieces.at(-1);
    if (!end) return [];
    const left = Math.min(...pieces.map(({ left }) => left));
    const next = textOfSheet(page)
      .filter((piece) => piece.baseline > end.baseline + 2 && Math.abs(piece.left - left) < 40)
      .map(({ baseline }) => baseline - end.baseline);
    // A picture may stand between a heading and the next text.
    const far = pictures ? 70 * millimetre : 16 * millimetre;
    return next.some((distance) => distance < far) ? [] : [pieces.map(({ text }) => text).join("")];
  });
}
