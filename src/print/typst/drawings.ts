import { type Letters, splitByFont } from "./letters.ts";

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

/**
 * A drawing with a square for each sign that no font has: the standard of readable PDFs refuses what has no glyph, and for the name of a sign,
 * which stands in texts, drawings have no room.
 * @param missing told of each such sign
 */
export function markMissingSigns(svg: string, letters: Letters, missing: (sign: string) => void = () => {}): string {
  const write = (written: string): string => {
    const text = written.replace(numbered, (entity, hex: string | undefined, decimal: string | undefined) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x7e && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    });
    const runs = splitByFont(text, letters);
    if (runs.every((run) => "text" in run)) return written;
    return runs
      .map((run) => {
        if ("text" in run) return run.text;
        missing(run.missing);
        return "□";
      })
      .join("");
  };
  return svg.replace(/<text\b[^>]*>[\s\S]*?<\/text>/g, (words) =>
    words.replace(/(?<=>)[^<]+/g, (written) => write(written)),
  );
}

const numbered = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi;

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
