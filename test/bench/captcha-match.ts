import type { Bitmap } from "../../src/nomination/captcha/bitmap.ts";
import { codeLength } from "../../src/nomination/captcha/code.ts";
import { decodeContours } from "../../src/nomination/captcha/draw-picture.ts";
import { glyphs } from "../../src/nomination/captcha/glyphs.ts";

/** Points along the outline of one digit in one typeface, turned and scaled: x, y, x, y …, in pixels from its middle. */
interface Outline {
  readonly digit: string;
  readonly points: Float32Array;
}

/** The greatest distance that counts, in pixels: a part that is missing should not outweigh all others. */
const furthest = 6;

/**
 * Reads without OCR, by one who has our source: lays every outline over the edges of the picture in many places and takes
 * the one that lies nearest (chamfer matching; Barrow and others, 1977).
 */
export function createOutlineMatcher(): (picture: Bitmap) => string {
  const outlines = Object.entries(glyphs).flatMap(([digit, faces]) =>
    faces.flatMap((face) => {
      const points = pointsAlong(decodeContours(face));
      return [0.88, 0.95, 1.02].flatMap((scale) =>
        [-15, -10, -5, 0, 5, 10, 15].map((degrees) => ({
          digit,
          points: turn(points, scale, (degrees * Math.PI) / 180),
        })),
      );
    }),
  );
  return (picture) => {
    const distances = measureDistances(picture);
    const share = (picture.width - 36) / codeLength;
    return Array.from({ length: codeLength }, (_, place) =>
      matchAround(outlines, distances, picture.width, [18 + share * (place + 0.5), picture.height / 2]),
    ).join("");
  };
}

/** A point every five units. */
function pointsAlong(contours: ReturnType<typeof decodeContours>): readonly number[] {
  return contours.flatMap((contour) =>
    contour.flatMap(([x, y], index) => {
      const [nextX, nextY] = contour[(index + 1) % contour.length] ?? [x, y];
      const steps = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / 5));
      return Array.from({ length: steps }, (_, step) => [
        x + ((nextX - x) * step) / steps,
        y + ((nextY - y) * step) / steps,
      ]).flat();
    }),
  );
}

function turn(points: readonly number[], scale: number, angle: number): Float32Array {
  const [right, down] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  return Float32Array.from(points, (value, at) =>
    at % 2 === 0 ? value * right - (points[at + 1] ?? 0) * down : (points[at - 1] ?? 0) * down + value * right,
  );
}

/** How far each pixel is from the nearest edge, about (two passes of a 3 x 3 mask; Rosenfeld and Pfaltz, 1968). */
function measureDistances({ width, height, pixels }: Bitmap): Float32Array {
  const isEdge = (at: number) => pixels[at] !== pixels[at - 1] || pixels[at] !== pixels[at - width];
  const distances = Float32Array.from(pixels, (_, at) => (at % width > 0 && at > width && isEdge(at) ? 0 : furthest));
  const pass = (at: number, step: 1 | -1) => {
    const near = [at - step, at - step * width].map((place) => (distances[place] ?? furthest) + 1);
    const far = [at - step * (width + 1), at - step * (width - 1)].map((place) => (distances[place] ?? furthest) + 1.4);
    distances[at] = Math.min(distances[at] ?? furthest, ...near, ...far);
  };
  for (let at = 0; at < width * height; at++) pass(at, 1);
  for (let at = width * height - 1; at >= 0; at--) pass(at, -1);
  return distances;
}

function matchAround(
  outlines: readonly Outline[],
  distances: Float32Array,
  width: number,
  [middleX, middleY]: readonly [number, number],
): string {
  let best = { digit: "", distance: furthest };
  for (const { digit, points } of outlines) {
    for (let shift = 0; shift < 7 * 19; shift++) {
      const [x, y] = [middleX + 4 * (shift % 7) - 12, middleY + 3 * Math.floor(shift / 7) - 27];
      const limit = (best.distance * points.length) / 2;
      let sum = 0;
      for (let at = 0; at < points.length && sum < limit; at += 2) {
        const place = Math.round(y + (points[at + 1] ?? 0)) * width + Math.round(x + (points[at] ?? 0));
        sum += distances[place] ?? furthest;
      }
      if (sum < limit) best = { digit, distance: (2 * sum) / points.length };
    }
  }
  return best.digit;
}
