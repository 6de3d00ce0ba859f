import { localize } from "../../core/language/language.ts";
import type { Edition } from "../../core/model/archive.ts";
import type { Places, Site } from "../../core/model/site.ts";
import { bulgariaOutline } from "./figures/bulgaria-outline.ts";
import { mapWidth, placeOnMap } from "./figures/place-on-map.ts";

/*
 * The picture that others show beside a link to the site (Open Graph): its name, who publishes it, and where its practices are.
 */

export const cardWidth = 1200;
export const cardHeight = 630;

/** What a card shows. Two cards of which this is the same are the same. */
export interface Card {
  readonly publisher: string;
  readonly name: string;
  readonly motto: string;
  readonly address: string;
  /** Points of the map, in its units. */
  readonly dots: readonly (readonly [x: number, y: number])[];
}

export type CardFont = "serif" | "sans";

/** Sets a line of text as outlines. */
export interface Typesetter {
  /** In units of `size`. */
  measure(text: string, font: CardFont, size: number): number;
  /** Elements of SVG with the beginning of the line at x and its foot at y. */
  draw(text: string, font: CardFont, size: number, x: number, y: number): string;
}

export function cardOf({ language, practices }: Edition, site: Site, places: Places): Card {
  const codes = new Set(practices.flatMap(({ item }) => item.municipalities));
  const dots = [...places.values()]
    .filter(({ code }) => codes.has(code))
    .map(({ longitude, latitude }) => placeOnMap(longitude, latitude));
  return {
    publisher: localize(site.publisher?.name, language),
    name: localize(site.name, language),
    motto: localize(site.motto, language),
    address: site.baseUrl.replace(/^https?:\/\//, ""),
    dots,
  };
}

const margin = 80;
/** The map stands at the right foot. */
const map = { width: 560, x: 590, y: 236 };
const [paper, ink, quiet, accent, land] = ["#fdfcf9", "#1d1d1b", "#5b5a55", "#1f4d3a", "#edeae1"];

/** Card → SVG, in which all text is outlines. */
export function composeCard({ publisher, name, motto, address, dots }: Card, type: Typesetter): string {
  const parts: string[] = [];
  const put = (fill: string, text: string, font: CardFont, size: number, y: number): void => {
    parts.push(`<g fill="${fill}">${type.draw(text, font, size, margin, y)}</g>`);
  };
  const widest = cardWidth - 2 * margin;
  put(
    quiet,
    cut(publisher, widest, (text) => type.measure(text, "sans", 30)),
    "sans",
    30,
    118,
  );
  const sizes = [80, 68, 58, 48];
  const size = sizes.find((each) => linesOf(name, "serif", each, widest, type).length <= 2) ?? 40;
  let y = 122;
  for (const line of linesOf(name, "serif", size, widest, type).slice(0, 3)) {
    y += Math.round(size * 1.16);
    put(ink, line, "serif", size, y);
  }
  y += 22;
  for (const line of linesOf(motto, "sans", 34, 480, type).slice(0, 3)) {
    y += 46;
    put(quiet, line, "sans", 34, y);
  }
  put(accent, address, "sans", 30, cardHeight - 70);
  const scale = map.width / mapWidth;
  const points = dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}"><rect width="100%" height="100%" fill="${paper}"/><rect width="100%" height="14" fill="${accent}"/><g transform="translate(${map.x} ${map.y}) scale(${scale.toFixed(4)})"><path d="${bulgariaOutline}" fill="${land}"/><g fill="${accent}">${points}</g></g>${parts.join("")}</svg>`;
}

function linesOf(text: string, font: CardFont, size: number, widest: number, type: Typesetter): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && type.measure(longer, font, size) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What of a text has room in a line. */
function cut(text: string, widest: number, measure: (text: string) => number): string {
  if (measure(text) <= widest) return text;
  const words = text.split(" ");
  while (words.length > 1 && measure(`${words.join(" ")} …`) > widest) words.pop();
  return `${words.join(" ")} …`;
}
