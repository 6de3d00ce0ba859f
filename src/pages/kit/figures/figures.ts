import { formatCount } from "../../../core/language/format.ts";
import type { Language } from "../../../core/language/language.ts";

/*
 * Drawings of the figures that stand in the list below them (the map: `map-figure.ts`). Everything is said by attributes of SVG: the policy of
 * the site allows no style in a page.
 */

/** What a figure shows of: a link, its name, and how many practices. */
export interface Counted {
  readonly name: string;
  readonly href: string;
  readonly count: number;
}

/** What a figure is called, and how it says so many practices. */
export interface FigureTexts {
  readonly label: string;
  readonly say: (count: number) => string;
  readonly language: Language;
}

const lineWidth = 420;
const lineHeight = 170;
const lineTop = 22;
const lineFoot = 24;

/** Practices by year, as bars from the first year to the last; years without practices are there, and empty. */
export function timelineFigure(
  years: readonly (Counted & { readonly year: number })[],
  { label, say, language }: FigureTexts,
) {
  const byYear = new Map(years.map((entry) => [entry.year, entry]));
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  const step = lineWidth / (last - first + 1);
  const maxCount = Math.max(1, ...years.map(({ count }) => count));
  const room = lineHeight - lineTop - lineFoot;
  const bars = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const { href, count } = byYear.get(year) ?? { href: "", count: 0 };
    const height = Math.round((room * count) / maxCount);
    return {
      href,
      label: `${year}: ${say(count)}`,
      count: count > 0 && step >= 14 ? formatCount(count, language) : "",
      // The first, the last, and every fifth year that is not near them.
      year:
        year === first || year === last || (year % 5 === 0 && year - first > 2 && last - year > 2) ? String(year) : "",
      left: round(index * step),
      middle: round((index + 0.5) * step),
      width: round(step),
      bar: {
        x: round(index * step + step * 0.15),
        width: round(step * 0.7),
        y: lineHeight - lineFoot - height,
        height,
      },
    };
  });
  return {
    kind: "timeline" as const,
    label,
    width: lineWidth,
    height: lineHeight,
    ground: lineHeight - lineFoot,
    bars,
  };
}

const barWidth = 6;
const barsHeight = 24;
/** So many are as high as the drawing, so that one practice a year looks like little. */
const fewestHigh = 3;

/** Years as small bars without words, beside a text that says how many practices there are. They stand where those of other subjects do. */
export function yearBars(years: readonly string[], span: readonly string[]) {
  const all = span.map(Number);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  if (all.length < fewestBars) return null;
  const counts = Array.from({ length: last - first + 1 }, (_, index) =>
    years.reduce((count, year) => (Number(year) === first + index ? count + 1 : count), 0),
  );
  const maxCount = Math.max(fewestHigh, ...counts);
  return {
    width: counts.length * barWidth,
    height: barsHeight,
    first,
    last,
    bars: counts.flatMap((count, index) => {
      const height = Math.round((barsHeight * count) / maxCount);
      return count > 0 ? [{ x: index * barWidth, y: barsHeight - height, height }] : [];
    }),
  };
}

/** Fewer years are compared without a drawing. */
export const fewestBars = 3;

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
