import { yearOf } from "../../core/language/calendar-day.ts";
import { localize } from "../../core/language/language.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Palette } from "../../core/model/look.ts";
import type { Places, Site } from "../../core/model/site.ts";
import { bulgariaOutline } from "./figures/bulgaria-outline.ts";
import { mapWidth, placeOnMap } from "./figures/place-on-map.ts";
import { placeName } from "./place-name.ts";

/*
 * The picture that others show beside a link to the site (Open Graph): its name, who publishes it, and where its practices are.
 */

export const socialImageWidth = 1200;
export const socialImageHeight = 630;

/** What a social image shows. Two images for which this is the same are the same. */
export interface SocialImage {
  readonly publisher: string;
  readonly name: string;
  readonly motto: string;
  readonly address: string;
  /** Points of the map, in its units. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  readonly colours: Palette;
}

export interface Type {
  readonly family: "serif" | "sans";
  readonly size: number;
}

/** Sets a line of text as outlines. */
export interface Typesetter {
  /** The width of a line, in the units of its size. */
  measure(text: string, type: Type): number;
  /** Elements of SVG with the beginning of the line at x and its foot at y. */
  draw(text: string, type: Type, at: { readonly x: number; readonly y: number }): string;
}

export function socialImageOf({ language, practices }: Edition, site: Site, places: Places): SocialImage {
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
    colours: site.look.light,
  };
}

const mostPlaces = 3;

/** The picture of one practice: its title, who did it, where and when. */
export function practiceImageOf({ item }: PracticeEntry, site: Site, places: Places): SocialImage {
  const { language } = item;
  const found = item.municipalities.flatMap((code) => places.get(code) ?? []);
  const who = item.innovator ?? "";
  // A name such as „Община Русе“ says where; more places than these have no room beside the map.
  const names = found.map((place) => placeName(place, language)).filter((name) => !who.includes(name));
  const where = names.length <= mostPlaces ? names.join(", ") : "";
  return {
    publisher: localize(site.name, language),
    name: item.title,
    motto: [who, [where, yearOf(item.date)].filter(Boolean).join(", ")].filter(Boolean).join(" · "),
    address: site.baseUrl.replace(/^https?:\/\//, ""),
    dots: found.map(({ longitude, latitude }) => placeOnMap(longitude, latitude)),
    colours: site.look.light,
  };
}

const margin = 80;
/** The map stands at the right foot. */
const map = { width: 560, x: 590, y: 236 };
/** The share of the colour of lines in that of land. */
const landOpacity = 0.45;

/** Social image → SVG, in which all text is outlines. */
export function composeSocialImage(image: SocialImage, typesetter: Typesetter): string {
  const texts = placeTexts(image, typesetter).map(
    ({ text, fill, type, y }) => `<g fill="${fill}">${typesetter.draw(text, type, { x: margin, y })}</g>`,
  );
  const scale = map.width / mapWidth;
  const { paper, accent, rule } = image.colours;
  const points = image.dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${socialImageWidth}" height="${socialImageHeight}"><rect width="100%" height="100%" fill="${paper}"/><rect width="100%" height="14" fill="${accent}"/><g transform="translate(${map.x} ${map.y}) scale(${scale.toFixed(4)})"><path d="${bulgariaOutline}" fill="${rule}" fill-opacity="${landOpacity}"/><g fill="${accent}">${points}</g></g>${texts.join("")}</svg>`;
}

/** A line of text with its foot at y. */
interface PlacedText {
  readonly text: string;
  readonly fill: string;
  readonly type: Type;
  readonly y: number;
}

function placeTexts(
  { publisher, name, motto, address, colours }: SocialImage,
  { measure }: Typesetter,
): readonly PlacedText[] {
  const { ink, quiet, accent } = colours;
  const widest = socialImageWidth - 2 * margin;
  const small: Type = { family: "sans", size: 30 };
  const shortened = cut(publisher, widest, (text) => measure(text, small));
  const title = (size: number): Type => ({ family: "serif", size });
  const nameLines = (size: number) => linesOf(name, widest, (text) => measure(text, title(size)));
  const size = [80, 68, 58, 48].find((each) => nameLines(each).length <= 2) ?? 40;
  const names = nameLines(size).slice(0, 3);
  const nameStep = Math.round(size * 1.16);
  const subtitle: Type = { family: "sans", size: 34 };
  const mottos = linesOf(motto, 480, (text) => measure(text, subtitle)).slice(0, 3);
  const mottoTop = 122 + names.length * nameStep + 22;
  return [
    { text: shortened, fill: quiet, type: small, y: 118 },
    ...names.map((text, index) => ({ text, fill: ink, type: title(size), y: 122 + (index + 1) * nameStep })),
    ...mottos.map((text, index) => ({ text, fill: quiet, type: subtitle, y: mottoTop + (index + 1) * 46 })),
    { text: address, fill: accent, type: small, y: socialImageHeight - 70 },
  ];
}

function linesOf(text: string, widest: number, measure: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && measure(longer) <= widest) lines[lines.length - 1] = longer;
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
