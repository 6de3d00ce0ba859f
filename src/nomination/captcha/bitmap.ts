import type { Surface } from "./waves.ts";

/** An image of two colours: one byte a pixel, 0 or 1, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type Point = readonly [x: number, y: number];

/**
 * Turns over all pixels that lie inside an odd number of the closed `polygons`: in each row every edge marks where the
 * colours change, and the marks before a pixel decide.
 */
export function invertInside({ width, height, pixels }: Bitmap, polygons: readonly (readonly Point[])[]): void {
  const changes = new Uint8Array(width * height);
  for (const polygon of polygons) {
    let from = polygon.at(-1) as Point;
    for (const to of polygon) {
      const [[topX, topY], [bottomX, bottomY]] = from[1] < to[1] ? [from, to] : [to, from];
      const slope = (bottomX - topX) / (bottomY - topY);
      // A row belongs to the edge if the middle of its pixels does.
      const last = Math.min(height, Math.ceil(bottomY - 0.5));
      for (let row = Math.max(0, Math.ceil(topY - 0.5)); row < last; row++) {
        const column = Math.max(0, Math.round(topX + (row + 0.5 - topY) * slope));
        if (column < width) changes[row * width + column] = 1 - (changes[row * width + column] ?? 0);
      }
      from = to;
    }
  }
  for (let row = 0; row < height; row++) {
    let inside = 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      inside ^= changes[at] ?? 0;
      pixels[at] = (pixels[at] ?? 0) ^ inside;
    }
  }
}

/** Between these a surface is taken as flat, in pixels: sines for every pixel would take most of the time. */
const mesh = 4;

/** Turns over all pixels above which the surface is higher than 0. */
export function invertBelowHills({ width, height, pixels }: Bitmap, surface: Surface): void {
  const columns = Math.ceil(width / mesh) + 1;
  const heights = Float64Array.from({ length: columns * (Math.ceil(height / mesh) + 1) }, (_, at) =>
    surface((at % columns) * mesh, Math.floor(at / columns) * mesh),
  );
  const between = (low: number, high: number, part: number) =>
    (heights[low] ?? 0) * (1 - part) + (heights[high] ?? 0) * part;
  for (let row = 0; row < height; row++) {
    const part = (row % mesh) / mesh;
    for (let column = 0; column < width; column += mesh) {
      const corner = Math.floor(row / mesh) * columns + column / mesh;
      const left = between(corner, corner + columns, part);
      const step = (between(corner + 1, corner + 1 + columns, part) - left) / mesh;
      for (let x = 0; x < mesh && column + x < width; x++) {
        if (left + step * x > 0) pixels[row * width + column + x] = 1 - (pixels[row * width + column + x] ?? 0);
      }
    }
  }
}
