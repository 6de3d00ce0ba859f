/** A point of the earth in degrees, WGS 84. */
export interface GeoPoint {
  readonly longitude: number;
  readonly latitude: number;
}

/** A closed line of points. */
export type Ring = readonly GeoPoint[];

/** How points of the earth are put on a drawing (equirectangular projection). */
export interface MapFrame {
  /** The edges, in degrees; the eastern one is beyond 180 where a country lies on both sides of that line. */
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
  /** Units of the drawing for a degree of longitude and of latitude. */
  readonly scaleX: number;
  readonly scaleY: number;
  readonly width: number;
  readonly height: number;
}

/** What a map is drawn on: its frame, and the outline of the land as the path of a drawing, or "". */
export interface ArchiveMap {
  readonly frame: MapFrame;
  readonly outline: string;
}

/** Units of the longer side of a drawing. */
const longerSide = 720;
/** Of what is shown, so that signs at the border are whole. */
const margin = 0.04;
/** Degrees: a single town is shown with its surroundings. */
const smallestSpan = 0.2;
/** The shorter side is no less than this part of the longer. */
const flattest = 0.35;

/** A frame between these edges. Degrees of longitude are shorter than those of latitude by the cosine of the latitude: true in the middle. */
export function frameBetween({ west, east, north, south }: Pick<MapFrame, "west" | "east" | "north" | "south">) {
  const shortening = Math.max(0.05, Math.cos((((north + south) / 2) * Math.PI) / 180));
  const [across, along] = [(east - west) * shortening, north - south];
  const scaleY = longerSide / Math.max(across, along);
  const [width, height] = [Math.round(across * scaleY), Math.round(along * scaleY)];
  return { west, east, north, south, scaleX: shortening * scaleY, scaleY, width, height };
}

/** The frame that all these points fill; there must be one at least. */
export function fitFrame(points: readonly GeoPoint[]): MapFrame {
  const [longitudes, latitudes] = [points.map(turnedEast(points)), points.map(({ latitude }) => latitude)];
  const [west, east] = boundsOf(longitudes);
  const [south, north] = boundsOf(latitudes);
  const shortening = Math.max(0.05, Math.cos((((north + south) / 2) * Math.PI) / 180));
  const larger = Math.max((east - west) * shortening, north - south, smallestSpan);
  const across = Math.max(east - west, (larger * flattest) / shortening);
  const along = Math.max(north - south, larger * flattest);
  const edge = larger * margin;
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return frameBetween({
    west: middleX - across / 2 - edge / shortening,
    east: middleX + across / 2 + edge / shortening,
    north: middleY + along / 2 + edge,
    south: middleY - along / 2 - edge,
  });
}

/** Longitudes that count on beyond 180 where that makes the whole narrower. */
function turnedEast(points: readonly GeoPoint[]): (point: GeoPoint) => number {
  const [west, east] = boundsOf(points.map(({ longitude }) => longitude));
  return ({ longitude }) => (east - west > 180 && longitude < 0 ? longitude + 360 : longitude);
}

function boundsOf(values: readonly number[]): readonly [least: number, most: number] {
  // Not by spreading: an outline may have more points than a call may have arguments.
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

/** A point on the map, in units of the drawing, to a tenth. */
export function placeOnMap(frame: MapFrame, { longitude, latitude }: GeoPoint): readonly [x: number, y: number] {
  const turned = longitude < frame.west && longitude + 360 <= frame.east ? longitude + 360 : longitude;
  return [tenth((turned - frame.west) * frame.scaleX), tenth((frame.north - latitude) * frame.scaleY)];
}

export function isOnMap(frame: MapFrame, point: GeoPoint): boolean {
  const [x, y] = placeOnMap(frame, point);
  return x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
}

/** A ring as the path of a drawing, with steps of a tenth of a unit. @param finest steps below this are made with the next; nobody sees them */
export function outlinePath(frame: MapFrame, ring: Ring, finest = 1): string {
  let last: readonly [number, number] | undefined;
  let path = "";
  let steps = 0;
  for (const point of ring) {
    const [x, y] = placeOnMap(frame, point);
    const step = last ? [tenth(x - last[0]), tenth(y - last[1])] : [x, y];
    if (last && Math.hypot(step[0] ?? 0, step[1] ?? 0) < finest) continue;
    path += `${last ? "l" : "M"}${step.join(" ")}`;
    last = [x, y];
    steps++;
  }
  return steps < 3 ? "" : `${path}z`;
}

/** An outline stands on several pages: a finer one is drawn coarser. */
const maxOutlineLength = 16_000;

/** The map that shows these rings, as fine as a page can bear. */
export function drawMap(rings: readonly Ring[]): ArchiveMap {
  const frame = fitFrame(rings.flat());
  for (let finest = 1; ; finest *= 1.5) {
    const outline = rings.map((ring) => outlinePath(frame, ring, finest)).join("");
    if (outline.length <= maxOutlineLength) return { frame, outline };
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
