import type { PdfPage } from "./read-pdf.ts";

/** What stands lowest in a column of a page other than the last and is larger than the text. Firefox gives no letters but Latin ones. */
export function headingsAtEnd(pages: readonly PdfPage[]): readonly number[] {
  return pages.slice(0, -1).flatMap(({ text, width }) => {
    const sizes = text.map(({ size }) => size).sort((a, b) => a - b);
    const usual = sizes[sizes.length >> 1] ?? 0;
    const columns = [text.filter(({ left }) => left < width / 2), text.filter(({ left }) => left >= width / 2)];
    const lowest = columns.flatMap((column) => column.toSorted((a, b) => b.baseline - a.baseline).slice(0, 1));
    return lowest.filter(({ size }) => size > usual * 1.04).map(({ size }) => size / usual);
  });
}
