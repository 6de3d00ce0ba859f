/** Pages of a PDF that the press has made: the number stands at the root of its tree of pages, which is the largest. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const counts = [...text.matchAll(/\/Type\s*\/Pages\s*\/Count\s+(\d+)/g)].map(([, count]) => Number(count));
  return Math.max(1, ...counts);
}
