import type { Bitmap } from "../../src/nomination/captcha/bitmap.ts";
import { createFieldEstimator } from "./captcha-field.ts";
import { type TraceSettings, traceDigits } from "./captcha-trace.ts";

/** Shades from 0 (black) to 255 (white), one byte a pixel. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

export type Filter = readonly [name: string, apply: (picture: Bitmap) => GreyImage];

/** What an attacker would try before reading, from nothing to following every line. */
export function createFilters({ width, height }: Pick<Bitmap, "width" | "height">): readonly Filter[] {
  const estimateField = createFieldEstimator(width, height);
  const traced = (name: string, settings: TraceSettings): Filter => [
    name,
    (picture) => toGrey(traceDigits(picture, settings)),
  ];
  return [
    ["as it is", toGrey],
    ["half size", (picture) => halve(toGrey(picture))],
    ["2 x", (picture) => enlarge(toGrey(picture), 2)],
    ["3 x", (picture) => enlarge(toGrey(picture), 3)],
    ["inverted", (picture) => toGrey(change(picture, (pixel) => 1 - pixel))],
    ["blur, threshold", (picture) => toGrey(smooth(smooth(picture, 4), 4))],
    ["median", (picture) => toGrey(smooth(picture, 3))],
    ["edges", (picture) => toGrey(findEdges(picture))],
    ["enclosed regions filled", (picture) => toGrey(fillEnclosed(picture))],
    ["turned by majority, 41 px", (picture) => toGrey(turnByMajority(picture, 20))],
    ["turned by majority, 65 px", (picture) => toGrey(turnByMajority(picture, 32))],
    ["field from the margins", (picture) => toGrey(smooth(estimateField(picture, 0), 2))],
    ["field from all, margins first", (picture) => toGrey(smooth(estimateField(picture, 1 / 3), 2))],
    traced("lines traced, short reach", { reach: 6, corner: 0.45, near: 16 }),
    traced("lines traced", { reach: 9, corner: 0.6, near: 12 }),
    traced("lines traced, long reach", { reach: 14, corner: 0.6, near: 16 }),
  ];
}

const change = ({ pixels, ...size }: Bitmap, map: (pixel: number, at: number) => number): Bitmap => ({
  ...size,
  pixels: pixels.map(map),
});

export const toGrey = ({ width, height, pixels }: Bitmap): GreyImage => ({
  width,
  height,
  shades: pixels.map((pixel) => (pixel ? 0 : 255)),
});

/** Each pixel of the result from its place in the old image. */
function resample(image: GreyImage, factor: number, shade: (x: number, y: number) => number): GreyImage {
  const [width, height] = [Math.floor(image.width * factor), Math.floor(image.height * factor)];
  const shades = Uint8Array.from({ length: width * height }, (_, at) =>
    shade((at % width) / factor, Math.floor(at / width) / factor),
  );
  return { width, height, shades };
}

const halve = (image: GreyImage) =>
  resample(image, 1 / 2, (x, y) => {
    const at = y * image.width + x;
    const four = [at, at + 1, at + image.width, at + image.width + 1];
    return four.reduce((sum, place) => sum + (image.shades[place] ?? 255), 0) / 4;
  });

const enlarge = (image: GreyImage, factor: number) =>
  resample(image, factor, (x, y) => {
    const at = (column: number, row: number) =>
      image.shades[Math.min(row, image.height - 1) * image.width + Math.min(column, image.width - 1)] ?? 255;
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const along = (line: number) => at(column, line) * (1 - x + column) + at(column + 1, line) * (x - column);
    return along(row) * (1 - y + row) + along(row + 1) * (y - row);
  });

/** The share of ink in the square around each pixel, `reach` pixels to every side. */
function inkAround({ width, height, pixels }: Bitmap, reach: number): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += pixels[row * width + column] ?? 0;
      sums[(row + 1) * stride + column + 1] = (sums[row * stride + column + 1] ?? 0) + sum;
    }
  }
  const upTo = (row: number, column: number) => sums[row * stride + column] ?? 0;
  return Float64Array.from({ length: width * height }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const [top, bottom] = [Math.max(0, row - reach), Math.min(height, row + reach + 1)];
    const [left, right] = [Math.max(0, column - reach), Math.min(width, column + reach + 1)];
    const ink = upTo(bottom, right) - upTo(top, right) - upTo(bottom, left) + upTo(top, left);
    return ink / ((bottom - top) * (right - left));
  });
}

function smooth(picture: Bitmap, reach: number): Bitmap {
  const ink = inkAround(picture, reach);
  return change(picture, (_, at) => ((ink[at] ?? 0) > 0.5 ? 1 : 0));
}

/** What differs from its surroundings, taken for the digits. */
function turnByMajority(picture: Bitmap, reach: number): Bitmap {
  const ink = inkAround(picture, reach);
  return smooth(
    change(picture, (pixel, at) => ((ink[at] ?? 0) > 0.5 ? 1 - pixel : pixel)),
    2,
  );
}

function findEdges(picture: Bitmap): Bitmap {
  const ink = inkAround(picture, 2);
  return change(picture, (_, at) => (ink[at] !== 0 && ink[at] !== 1 ? 1 : 0));
}

/** Ink wherever one cannot come from the picture's edge without changing colour. */
function fillEnclosed(picture: Bitmap): Bitmap {
  const { width, height, pixels } = picture;
  const isEdge = (at: number) =>
    at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1;
  const reached = new Uint8Array(width * height);
  const waiting = [...pixels.keys()].filter(isEdge);
  for (const at of waiting) reached[at] = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const sides = [at % width > 0 ? at - 1 : at, at % width < width - 1 ? at + 1 : at, at - width, at + width];
    for (const next of sides) {
      if (reached[next] !== 0 || pixels[next] !== pixels[at]) continue;
      reached[next] = 1;
      waiting.push(next);
    }
  }
  return change(picture, (_, at) => 1 - (reached[at] ?? 0));
}
