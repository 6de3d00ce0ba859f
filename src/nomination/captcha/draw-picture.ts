import { type Bitmap, invertBelowHills, invertInside, type Point } from "./bitmap.ts";
import { encodePng } from "./encode-png.ts";
import { glyphs } from "./glyphs.ts";
import { between, createRandom, type Random } from "./seeded-random.ts";
import { createWaves } from "./waves.ts";

/** In pixels: twice what the page shows, for sharp screens. */
const size = { width: 520, height: 180 };
/** Free space at the left and the right edge, in pixels. */
const margin = 15;
/** Length of the waves that turn the colours over, in pixels: shorter ones are hard to read, longer ones hide nothing. */
const hills = { count: 7, lengths: [94, 143] } as const;
/** The digits are pushed about by waves of this length and height, in pixels. */
const warp = { count: 2, lengths: [130, 220], height: 2.5 } as const;

const paper = [0xf3, 0xee, 0xe2] as const;
const ink = [0x2b, 0x3a, 0x4a] as const;

/**
 * The picture of a code of digits, as a PNG of 520 × 180 pixels in two colours. All chance follows from `seed`, 32 bytes
 * that nobody can guess: the same code and seed give the same picture.
 *
 * Digits and the field behind them turn each other's colours over (XOR), so that no colour belongs to either. The field is
 * a landscape of waves from all sides, cut at sea level: its islands neither repeat nor can be told from the margins.
 */
export async function drawPicture(code: string, seed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const random = createRandom(seed);
  const bitmap: Bitmap = { ...size, pixels: new Uint8Array(size.width * size.height) };
  invertBelowHills(bitmap, createWaves(random, hills.count, hills.lengths));
  const bend = createBend(random);
  const pitch = (size.width - 2 * margin) / code.length;
  const contours = [...code].flatMap((digit, index) => placeDigit(random, digit, margin + pitch * (index + 0.5)));
  invertInside(
    bitmap,
    contours.map((contour) => contour.map(bend)),
  );
  return encodePng(bitmap, [paper, ink]);
}

/** A gentle warp of the plane. */
function createBend(random: Random): (point: Point) => Point {
  const across = createWaves(random, warp.count, warp.lengths);
  const down = createWaves(random, warp.count, warp.lengths);
  return ([x, y]) => [x + warp.height * across(x, y), y + warp.height * down(x, y)];
}

/** The contours of a digit in a typeface, size, slant and place by chance; `column` is the middle of its share. */
function placeDigit(random: Random, digit: string, column: number): readonly (readonly Point[])[] {
  const faces = glyphs[digit] ?? [];
  const contours = decodeContours(faces[Math.floor(random() * faces.length)] ?? "");
  const scale = between(random, 0.95, 1.1);
  const angle = (between(random, -10, 10) * Math.PI) / 180;
  const [right, down] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [middleX, middleY] = [column + between(random, -5, 5), size.height / 2 + between(random, -25, 25)];
  return contours.map((contour) =>
    contour.map(([x, y]): Point => [middleX + x * right - y * down, middleY + x * down + y * right]),
  );
}

/** Contours written as `x y dx dy …;…`: the first point, then the way to each next one. */
function decodeContours(glyph: string): readonly (readonly Point[])[] {
  return glyph.split(";").map((contour) => {
    const steps = contour.split(" ").map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: steps.length / 2 }, (_, index): Point => {
      x += steps[2 * index] ?? 0;
      y += steps[2 * index + 1] ?? 0;
      return [x, y];
    });
  });
}
