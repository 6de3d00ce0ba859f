import { type ArchiveMap, type GeoPoint, isOnMap, placeOnMap } from "../../../core/map/map.ts";
import type { SizeBand } from "../../../core/model/size-bands.ts";
import { type Counted, type FigureTexts, round } from "./figures.ts";

interface CountedPlace extends Counted {
  readonly point: GeoPoint;
  readonly size?: SizeBand | undefined;
}

/** A province, by the middles of all its municipalities. */
export interface NamedArea {
  readonly name: string;
  readonly count: number;
  readonly points: readonly GeoPoint[];
}

interface MapTexts extends Pick<FigureTexts, "label" | "say"> {
  readonly areas?: readonly NamedArea[];
}

const smallest = 5;
const largest = 24;
/** Of a single practice, where no place has many. */
const usual = 9;
/** Radius of a target of 24 px on a screen 320 px wide, where the whole map is about 290 px. */
const reach = 30;
/** Width of an entry of the key: the largest circle and a number of practices in the large letters of phones. */
const keyColumn = 230;
/** Size of names in the style sheet, on wide screens and on phones. */
const letterSizes = { wide: 13, phone: 26 } as const;

/**
 * Practices by place on a map: circles whose areas are as the numbers. Small ones lie on large ones; what is not on the map has none. A
 * target is larger than its circle where no other circle is near.
 */
export function mapFigure(places: readonly CountedPlace[], map: ArchiveMap, { label, say, areas = [] }: MapTexts) {
  const { frame, outline } = map;
  const maxCount = Math.max(1, ...places.map(({ count }) => count));
  const factor = Math.min(usual, largest / Math.sqrt(maxCount));
  const radiusOf = (count: number): number => Math.max(smallest, round(factor * Math.sqrt(count)));
  const circles = places
    .filter(({ point }) => isOnMap(frame, point))
    .map(({ name, href, count, point, size = "" }) => {
      const [x, y] = placeOnMap(frame, point);
      return { x, y, radius: radiusOf(count), href, size, label: `${name}: ${say(count)}` };
    })
    .sort((a, b) => b.radius - a.radius || a.y - b.y || a.x - b.x);
  const key = keyOf(maxCount, frame.height, { radiusOf, say });
  return {
    kind: "map" as const,
    label,
    width: frame.width,
    height: frame.height,
    outline,
    circles: circles.map((circle) => ({ ...circle, reach: reachOf(circle, circles) })),
    names: placeNames(areas, circles, map),
    key,
    /** Below the map. */
    keyHeight: key.length > 0 ? 2 * largest + smallest : 0,
  };
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How far the target of a circle goes: to no other circle, nor beyond the middle between the two. */
function reachOf(circle: Circle, circles: readonly Circle[]): number {
  const room = circles.map((other) => {
    const distance = Math.hypot(other.x - circle.x, other.y - circle.y);
    return other === circle ? reach : Math.min(distance / 2, distance - other.radius);
  });
  return round(Math.max(circle.radius, Math.min(reach, ...room)));
}

/** What sizes of circles mean: one practice, the most, and a circle half as wide as that. Nothing where all places have one. */
function keyOf(
  maxCount: number,
  top: number,
  { radiusOf, say }: { radiusOf(count: number): number; say(count: number): string },
) {
  if (maxCount === 1) return [];
  return [...new Set([1, Math.max(1, Math.round(maxCount / 4)), maxCount])].map((count, column) => {
    const radius = radiusOf(count);
    const x = column * keyColumn + radius + 1;
    return { x, y: top + largest, radius, textX: x + radius + 8, text: say(count) };
  });
}

/** How far a name may stand above or below the middle of its area, in its letters. */
const shifts = [0, 1, -1, 1.7, -1.7, 2.6, -2.6];

/**
 * The names of areas that have room between the circles and other names, those with most practices first. On phones letters are larger, and
 * names fewer; those there are at the same place as on wide screens.
 */
function placeNames(areas: readonly NamedArea[], circles: readonly Circle[], { frame }: ArchiveMap) {
  const around = ({ x, y, radius }: Circle): Box => boxAt(x, y, { across: radius, above: radius, below: radius });
  const taken = { wide: circles.map(around), phone: circles.map(around) };
  const isFree = (box: Box, among: readonly Box[]): boolean =>
    box.left > 0 && box.right < frame.width && !among.some((other) => overlap(box, other));
  return areas
    .filter(({ points }) => points.length > 0)
    .toSorted((a, b) => b.count - a.count)
    .flatMap(({ name, points }) => {
      const at = points.map((point) => placeOnMap(frame, point));
      const [x, middle] = [mean(at.map(([x]) => x)), mean(at.map(([, y]) => y))];
      const boxes = shifts.map((shift) => {
        const y = middle + shift * letterSizes.wide;
        return { y, wide: boxOf(name, [x, y], letterSizes.wide), phone: boxOf(name, [x, y], letterSizes.phone) };
      });
      const free = boxes.filter(({ wide }) => isFree(wide, taken.wide));
      const onPhones = free.find(({ phone }) => isFree(phone, taken.phone));
      const chosen = onPhones ?? free[0];
      if (!chosen) return [];
      taken.wide.push(chosen.wide);
      if (onPhones) taken.phone.push(onPhones.phone);
      return [{ name, x: round(x), y: round(chosen.y), isOnPhones: onPhones !== undefined }];
    });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** About the room that a name takes, a little on each side included. */
function boxOf(name: string, [x, y]: readonly [number, number], letters: number): Box {
  return boxAt(x, y, { across: (name.length * letters * 0.54) / 2 + 3, above: letters * 0.75, below: letters * 0.3 });
}

function boxAt(x: number, y: number, size: Readonly<Record<"across" | "above" | "below", number>>): Box {
  return { left: x - size.across, right: x + size.across, top: y - size.above, bottom: y + size.below };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
