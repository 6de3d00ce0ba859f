/** The colour of the screen's paper, on which drawings for the site stand. */
const screenPaper = /#fdfcf9\b/gi;

/**
 * Drawings name fonts of the machine they were drawn on; on paper all letters come from the fonts of the document. What is as pale
 * as the screen's paper is white.
 */
export function prepareDrawing(svg: string): string {
  return svg
    .replace(screenPaper, "#ffffff")
    .replace(/font-family\s*=\s*"([^"]*)"/g, (_, written: string) => `font-family="${familyOf(written)}"`)
    .replace(/font-family\s*=\s*'([^']*)'/g, (_, written: string) => `font-family='${familyOf(written)}'`)
    .replace(/font-family\s*:\s*([^;}<]*)/g, (all, written: string) =>
      // In an attribute the value ends at its quotation mark.
      all.replace(written, familyOf(written) + (/["']\s*$/.exec(written)?.[0] ?? "")),
    )
    .replace(/<svg\b(?![^>]*font-family)/, '<svg font-family="Source Sans 3"');
}

/** Size of the smallest letters of a drawing, as a share of its width; 0 if it has none. */
export function measureLetters(svg: string): number {
  if (!/<text\b/.test(svg)) return 0;
  const viewBox = /viewBox\s*=\s*["']\s*([^"']+)/.exec(svg)?.[1] ?? "";
  const own = /<svg\b[^>]*\bwidth\s*=\s*["']([\d.]+)/.exec(svg)?.[1];
  const width = Number(viewBox.split(/[\s,]+/)[2] ?? own ?? 0);
  const sizes = [...svg.matchAll(/font-size\s*[:=]\s*["']?\s*([\d.]+)/g)].map(([, size]) => Number(size));
  const smallest = Math.min(...sizes.filter((size) => size > 0));
  return width > 0 && Number.isFinite(smallest) ? smallest / width : 0;
}

function familyOf(written: string): string {
  return /serif/i.test(written) && !/sans/i.test(written) ? "Source Serif 4" : "Source Sans 3";
}
