import { type Bitmap, invertInside, type Point } from "../../src/nomination/captcha/bitmap.ts";

/** Lengths are in pixels, angles in radians. */
export interface TraceSettings {
  /** How far along a line its direction is measured. */
  readonly reach: number;
  /** The least turn of a corner. */
  readonly corner: number;
  /** How near two corners of one crossing may lie. */
  readonly near: number;
}

/** A line where the colours meet, dark on its left; open if it runs from edge to edge of the picture. */
interface Line {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** A place where a line turns: where to, and the ends of the two strands that meet (2n: start of strand n, 2n + 1: its end). */
interface Corner {
  readonly place: Point;
  readonly into: Point;
  readonly outOf: Point;
  readonly ends: readonly [into: number, outOf: number];
}

interface Cuts {
  readonly strands: (readonly Point[])[];
  readonly corners: Corner[];
  /** From each end of a strand the end where the line goes on. */
  readonly links: Map<number, number>;
}

/**
 * The strongest attack on XOR: every line is followed straight across the crossings where it seems to turn. Lines that
 * run to the edge belong to the field; of the closed ones all that have a digit's size are filled again.
 */
export function traceDigits({ width, height, pixels }: Bitmap, settings: TraceSettings): Bitmap {
  const cuts: Cuts = { strands: [], corners: [], links: new Map() };
  for (const line of findLines({ width, height, pixels })) cut(line, settings, cuts);
  join(cuts, settings.near);
  const loops = closeLoops(cuts).filter(hasSizeOfDigit);
  const traced = { width, height, pixels: new Uint8Array(width * height) };
  invertInside(traced, loops);
  return traced;
}

function findLines({ width, height, pixels }: Bitmap): Line[] {
  const stride = width + 1;
  const exits = new Map<number, number[]>();
  const entered = new Set<number>();
  const add = (from: number, to: number) => {
    exits.set(from, [...(exits.get(from) ?? []), to]);
    entered.add(to);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dark, corner] = [pixels[y * width + x], y * stride + x];
      if (x > 0 && pixels[y * width + x - 1] !== dark) {
        if (dark) add(corner, corner + stride);
        else add(corner + stride, corner);
      }
      if (y > 0 && pixels[(y - 1) * width + x] !== dark) {
        if (dark) add(corner + 1, corner);
        else add(corner, corner + 1);
      }
    }
  }
  const walk = (start: number): Line => {
    const path = [start];
    let next = leave(exits, start, undefined, stride);
    while (next !== undefined && next !== start) {
      const before = path.at(-1);
      path.push(next);
      next = leave(exits, next, before, stride);
    }
    return { points: path.map((at): Point => [at % stride, Math.floor(at / stride)]), closed: next === start };
  };
  const starts = [...exits.keys()];
  const open = starts.filter((start) => !entered.has(start)).map(walk);
  const closed = starts.flatMap((start) => (exits.get(start)?.length ? [walk(start)] : []));
  return [...open, ...closed];
}

/** Takes the way out of a point; where dark meets dark, the one to the left keeps to the same patch. */
function leave(
  exits: Map<number, number[]>,
  at: number,
  before: number | undefined,
  stride: number,
): number | undefined {
  const ways = exits.get(at) ?? [];
  const left = [-stride, -1, stride, 1][[1, -stride, -1, stride].indexOf(at - (before ?? at))];
  const index = Math.max(0, ways.indexOf(at + (left ?? 0)));
  return ways.splice(index, 1)[0];
}

function smooth({ points, closed }: Line): readonly Point[] {
  let smoothed = points;
  for (let pass = 0; pass < 6; pass++) {
    const last = smoothed;
    smoothed = last.map((point, index): Point => {
      const before = last[index - 1] ?? (closed ? last.at(-1) : undefined) ?? point;
      const after = last[index + 1] ?? (closed ? last[0] : undefined) ?? point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  }
  return smoothed;
}

/** Cuts a line at its corners into strands. */
function cut(line: Line, { reach, corner }: TraceSettings, { strands, corners, links }: Cuts): void {
  const points = smooth(line);
  const count = points.length;
  if (count < 2 * reach) return;
  const at = (index: number) =>
    points[line.closed ? (index + count) % count : Math.max(0, Math.min(count - 1, index))] as Point;
  const into = (index: number) => direction(at(index - reach - 3), at(index - 3));
  const outOf = (index: number) => direction(at(index + 3), at(index + reach + 3));
  const turns = points.map((_, index) => Math.acos(Math.max(-1, Math.min(1, dot(into(index), outOf(index))))));
  const isCorner = (turn: number, index: number) => {
    if (turn < corner || (!line.closed && (index < 5 || index > count - 6))) return false;
    for (let step = -reach; step <= reach; step++) {
      const other = turns[line.closed ? (index + step + count) % count : index + step] ?? 0;
      if (other > turn || (other === turn && step < 0)) return false;
    }
    return true;
  };
  const places = turns.flatMap((turn, index) => (isCorner(turn, index) ? [index] : []));
  const first = strands.length;
  if (line.closed && places.length === 0) {
    strands.push(points);
    links.set(2 * first, 2 * first + 1).set(2 * first + 1, 2 * first);
    return;
  }
  const bounds = line.closed ? [...places, (places[0] ?? 0) + count] : [0, ...places, count - 1];
  for (const [index, end] of bounds.slice(1).entries()) {
    const start = bounds[index] ?? 0;
    strands.push(Array.from({ length: end - start + 1 }, (_, step) => at(start + step)));
  }
  const parts = strands.length - first;
  for (const [index, place] of places.entries()) {
    const next = line.closed ? index : index + 1;
    const ends = [2 * (first + ((next + parts - 1) % parts)) + 1, 2 * (first + next)] as const;
    corners.push({ place: at(place), into: into(place), outOf: outOf(place), ends });
  }
}

/** Two corners that face each other are a crossing: there each strand goes on with the one opposite. */
function join({ corners, links }: Cuts, near: number): void {
  const pairs = corners.flatMap((a, index) =>
    corners.slice(index + 1).flatMap((b) => {
      const distance = Math.hypot(a.place[0] - b.place[0], a.place[1] - b.place[1]);
      const straight = [-dot(a.into, b.into), -dot(a.outOf, b.outOf)] as const;
      const fits = distance <= near && Math.min(...straight) > 0.75;
      return fits ? [{ a, b, score: straight[0] + straight[1] - distance / near }] : [];
    }),
  );
  const link = (one: number, other: number) => links.set(one, other).set(other, one);
  const crossed = new Set<Corner>();
  for (const { a, b } of pairs.sort((one, other) => other.score - one.score)) {
    if (crossed.has(a) || crossed.has(b)) continue;
    crossed.add(a).add(b);
    link(a.ends[0], b.ends[0]);
    link(a.ends[1], b.ends[1]);
  }
  for (const corner of corners) if (!crossed.has(corner)) link(...corner.ends);
}

/** The loops that the linked strands make; those that end at the picture's edge are left out. */
function closeLoops({ strands, links }: Cuts): Point[][] {
  const seen = new Set<number>();
  /** Follows the links from one end of a strand; the points, and whether the way led back. */
  const follow = (start: number): { points: Point[]; closed: boolean } => {
    const points: Point[] = [];
    for (let end: number | undefined = start; end !== undefined; end = links.get(end ^ 1)) {
      const strand = end >> 1;
      if (seen.has(strand)) return { points, closed: strand === start >> 1 };
      seen.add(strand);
      const along = strands[strand] ?? [];
      points.push(...(end % 2 === 0 ? along : along.toReversed()));
    }
    return { points, closed: false };
  };
  return strands.flatMap((_, strand) => {
    if (seen.has(strand)) return [];
    const { points, closed } = follow(2 * strand);
    if (closed) return [points];
    const before = links.get(2 * strand);
    if (before !== undefined) follow(before);
    return [];
  });
}

function hasSizeOfDigit(loop: readonly Point[]): boolean {
  const extent = (axis: 0 | 1) => {
    const values = loop.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  const [width, height] = [extent(0), extent(1)];
  return width >= 8 && width <= 110 && height >= 8 && height <= 150;
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
