import { yearOf } from "../../core/language/calendar-day.ts";
import { localize } from "../../core/language/language.ts";
import { type ArchiveMap, isOnMap, placeOnMap } from "../../core/map/map.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Palette } from "../../core/model/look.ts";
import type { Municipality } from "../../core/model/site.ts";
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
  /** Undefined: the archive has no places. */
  readonly map: DottedMap | undefined;
  readonly colours: Palette;
}

interface DottedMap {
  readonly width: number;
  readonly height: number;
  readonly outline: string;
  /** In the units of the map. */
  readonly dots: readonly (readonly [x: number, y: number])[];
}

function dottedMap(map: ArchiveMap | undefined, places: readonly Municipality[]): DottedMap | undefined {
  if (!map) return undefined;
  const { frame, outline } = map;
  const points = places.flatMap(({ point }) => (point && isOnMap(frame, point) ? [point] : []));
  return { width: frame.width, height: frame.height, outline, dots: points.map((point) => placeOnMap(frame, point)) };
}

/** What of an archive its images show. */
type ShownArchive = Pick<Archive, "site" | "places" | "map">;

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

export function socialImageOf({ language, municipalities }: Edition, { site, places, map }: ShownArchive): SocialImage {
  const shown = [...places.values()].filter(({ code }) => municipalities.has(code));
  return {
    publisher: localize(site.publisher?.name, language),
    name: localize(site.name, language),
    motto: localize(site.motto, language),
    address: site.baseUrl.replace(/^https?:\/\//, ""),
    map: dottedMap(map, shown),
    colours: site.look.light,
  };
}

const maxPlaces = 3;

/** The picture of one practice: its title, who did it, where and when. */
export function practiceImageOf({ item }: PracticeEntry, { site, places, map }: ShownArchive): SocialImage {
  const { language } = item;
  const found = item.municipalities.flatMap((code) => places.get(code) ?? []);
  const who = item.innovator ?? "";
  // A name such as „Община Русе“ says where; more places than these have no room beside the map.
  const names = found.map((place) => placeName(place, language)).filter((name) => !who.includes(name));
  const where = names.length <= maxPlaces ? names.join(", ") : "";
  return {
    publisher: localize(site.name, language),
    name: item.title,
    motto: [who, [where, yearOf(item.date)].filter(Boolean).join(", ")].filter(Boolean).join(" · "),
    address: site.baseUrl.replace(/^https?:\/\//, ""),
    map: dottedMap(map, found),
    colours: site.look.light,
  };
}

const margin = 80;
/** The map stands at the right foot; this is its room. */
const room = { width: 560, height: 369, x: 590, y: 236 };
/** The share of the colour of lines in that of land. */
const landOpacity = 0.45;

/** Social image → SVG, in which all text is outlines. */
export function composeSocialImage(image: SocialImage, typesetter: Typesetter): string {
  const texts = placeTexts(image, typesetter).map(
    ({ text, fill, type, y }) => `<g fill="${fill}">${typesetter.draw(text, type, { x: margin, y })}</g>`,
  );
  const { paper, accent } = image.colours;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${socialImageWidth}" height="${socialImageHeight}"><rect width="100%" height="100%" fill="${paper}"/><rect width="100%" height="14" fill="${accent}"/>${image.map ? drawDots(image.map, image.colours) : ""}${texts.join("")}</svg>`;
}

function drawDots({ width, height, outline, dots }: DottedMap, { accent, rule }: Palette): string {
  const scale = Math.min(room.width / width, room.height / height);
  const [x, y] = [room.x + (room.width - width * scale) / 2, room.y + (room.height - height * scale) / 2];
  const points = dots.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="8"/>`).join("");
  const ground = outline ? `<path d="${outline}" fill="${rule}" fill-opacity="${landOpacity}"/>` : "";
  return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale.toFixed(4)})">${ground}<g fill="${accent}">${points}</g></g>`;
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
