import type { PdfPage, PdfText } from "../read-pdf.ts";

/** Points from the edge of the paper to where page numbers and running heads end; text begins below. */
const marginPoints = 15 * (72 / 25.4);

/** The text of a page without page numbers and running heads. */
export function bodyText({ text, height }: PdfPage): readonly PdfText[] {
  return text.filter(({ baseline }) => baseline > marginPoints && baseline < height - marginPoints);
}
