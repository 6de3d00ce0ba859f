import { type Bitmap, invertBelowHills, invertInside, type Point } from "./bitmap.ts";
import { encodePng } from "./encode-png.ts";
import { glyphs } from "./glyphs.ts";
import { between, createRandom, type Random } from "./seeded-random.ts";
import { createWaves, type Surface } from "./waves.ts";

/** In pixels: twice what a page shows, so that it is sharp on any screen. */
const size = { width: 600, height: 180 };
/** Free space at the left and the right edge, in pixels. */
const margin = 18;
/** Length of the waves that turn the colours over, in pixels: shorter ones are hard to read, longer ones hide nothing. */
const hills = { count: 7, lengths: [100, 150] } as const;
/** The digits are bent by waves of this length and height, in pixels: no outline keeps the shape that it has in `glyphs`. */
const warp = { count: 2, lengths: [80, 140], height: 5.4 } as const;

/** The tint and the accent of the site's own light pages; on dark ones the picture keeps them, like a photograph. */
const paper = [0xf3, 0xf0, 0xe7] as const;
const ink = [0x1f, 0x4d, 0x3a] as const;

/**
 * The picture of a code of digits, as a PNG of 600 × 180 pixels in two colours. All chance follows from `seed`,
 * at least 16 bytes that nobody can guess: the same code and seed give the same picture.
 *
 * Digits and the field behind them turn each other's colours over (XOR), so that no colour belongs to either. The field is
 * a landscape of waves from all sides, cut at sea level: its islands neither repeat nor can be told from the margins.
 */
export async function drawPicture(code: string, seed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap: Bitmap = { ...size, pixels: new Uint8Array(size.width * size.height) };
  const random = createRandom(seed);
  invertBelowHills(bitmap, createField(random));
  const bend = createBend(random);
  const pitch = (size.width - 2 * margin) / code.length;
  const contours = [...code].flatMap((digit, index) => placeDigit(random, digit, margin + pitch * (index + 0.5)));
  invertInside(
    bitmap,
    contours.map((contour) => contour.map(bend)),
  );
  return encodePng(bitmap, [paper, ink]);
}

/** The landscape behind the digits: the first that is drawn from the seed. */
export function createField(random: Random): Surface {
  return createWaves(random, hills.count, hills.lengths);
}

/** A warp of the plane. */
function createBend(random: Random): (point: Point) => Point {
  const across = createWaves(random, warp.count, warp.lengths);
  const down = createWaves(random, warp.count, warp.lengths);
  return ([x, y]) => [x + warp.height * across(x, y), y + warp.height * down(x, y)];
}

/** The contours of a digit in a typeface, size, shape and place by chance; `column` is the middle of its share. */
function placeDigit(random: Random, digit: string, column: number): readonly (readonly Point[])[] {
  const faces = glyphs[digit] ?? [];
  const contours = decodeContours(faces[Math.floor(random() * faces.length)] ?? "");
  const scale = between(random, 0.85, 1.05);
  const angle = (between(random, -18, 18) * Math.PI) / 180;
  const [right, down] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const [widening, slant] = [between(random, 0.9, 1.1), between(random, -0.35, 0.35)];
  const [middleX, middleY] = [column + between(random, -5, 5), size.height / 2 + between(random, -28, 28)];
  const place = ([x, y]: Point): Point => {
    const across = x * widening + y * slant;
    return [middleX + across * right - y * down, middleY + across * down + y * right];
  };
  return contours.map((contour) => contour.map(place));
}

/** Contours written as `x y dx dy …;…`: the first point, then the way to each next one. */
export function decodeContours(glyph: string): readonly (readonly Point[])[] {
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
