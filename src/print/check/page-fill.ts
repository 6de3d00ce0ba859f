import { tagsWithin } from "../pdf-structure.ts";
import type { PdfPage, PdfText } from "../read-pdf.ts";
import { bodyText } from "./body-text.ts";

/** Lines closer than this count as continuous text. */
const maxGapPoints = 36;

/**
 * How full the last page is, from 0 to 1: the height of its lines, divided by the height from the first to the last line of
 * the fullest page. Gaps do not count, but a page with pictures counts from its first to its last line.
 */
export function fillOfLastPage(pages: readonly PdfPage[]): number {
  const last = pages.at(-1);
  if (!last) return 1;
  const spans = pages.map((page) => spanOf(bodyText(page)));
  const top = Math.min(...spans.map((span) => span.top));
  const full = Math.max(...spans.map((span) => span.bottom)) - top;
  if (!(full > 0)) return 1;
  return heightOf(last) / full;
}

const topOf = ({ baseline, size }: PdfText): number => baseline - size;
const bottomOf = ({ baseline, size }: PdfText): number => baseline + size * 0.25;

function spanOf(text: readonly PdfText[]): { readonly top: number; readonly bottom: number } {
  return { top: Math.min(...text.map(topOf)), bottom: Math.max(...text.map(bottomOf)) };
}

function heightOf(page: PdfPage): number {
  const lines = bodyText(page).toSorted((a, b) => topOf(a) - topOf(b));
  const pictures = page.structure ? tagsWithin(page.structure, (role) => role === "Figure").filter(isPicture) : [];
  if (pictures.length > 0) {
    const { top, bottom } = spanOf(lines);
    return bottom - top;
  }
  let height = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const [top, bottom] = [topOf(line), bottomOf(line)];
    const start = top - end <= maxGapPoints ? end : top;
    if (bottom > end) height += bottom - Math.max(start, end);
    end = Math.max(end, bottom);
  }
  return height;
}

/** The QR code is a picture as well, and stands beside lines of text. */
function isPicture({ isShown, alternative }: { readonly isShown: boolean; readonly alternative: string }): boolean {
  return isShown && !/\bQR\b/.test(alternative);
}
