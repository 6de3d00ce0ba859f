import { type Bitmap, invertBelowHills } from "../../src/nomination/captcha/bitmap.ts";

/**
 * Takes the field for a sum of waves, finds the eight that agree best with the picture, one after the other (matching
 * pursuit), and turns the picture over where their sum is ink. `inner` is how much a pixel counts that lies further than
 * 12 pixels from the edge, where digits may be.
 */
export function createFieldEstimator(width: number, height: number): (picture: Bitmap, inner: number) => Bitmap {
  const [columns, rows] = [Math.ceil(width / 4), Math.ceil(height / 4)];
  const places = Array.from(
    { length: columns * rows },
    (_, at) => [4 * (at % columns), 4 * Math.floor(at / columns)] as const,
  );
  const waves = Array.from({ length: 15 * 36 }, (_, at) => {
    const [length, direction] = [60 * 1.1 ** (at % 15), (Math.floor(at / 15) * Math.PI) / 36];
    const [across, down] = [(2 * Math.PI * Math.cos(direction)) / length, (2 * Math.PI * Math.sin(direction)) / length];
    const angle = (x: number, y: number) => across * x + down * y;
    const table = (of: (angle: number) => number) => Float32Array.from(places, ([x, y]) => of(angle(x, y)));
    return { angle, sines: table(Math.sin), cosines: table(Math.cos) };
  });
  return (picture, inner) => {
    const weights = Float32Array.from(places, ([x, y]) =>
      Math.min(x, y, width - 1 - x, height - 1 - y) < 12 ? 1 : inner,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const left = Float32Array.from(places, ([x, y]) => (picture.pixels[y * width + x] ? 1 : -1));
    const agreement = (table: Float32Array) =>
      (2 * table.reduce((sum, value, at) => sum + value * (left[at] ?? 0) * (weights[at] ?? 0), 0)) / total;
    const found = Array.from({ length: 8 }, () => {
      const candidates = waves.map((wave) => ({
        ...wave,
        sine: agreement(wave.sines),
        cosine: agreement(wave.cosines),
      }));
      const best = candidates.reduce((a, b) => (Math.hypot(a.sine, a.cosine) >= Math.hypot(b.sine, b.cosine) ? a : b));
      for (const at of left.keys()) {
        left[at] = (left[at] ?? 0) - best.sine * (best.sines[at] ?? 0) - best.cosine * (best.cosines[at] ?? 0);
      }
      return best;
    });
    const turned = { ...picture, pixels: picture.pixels.slice() };
    invertBelowHills(turned, (x, y) =>
      found.reduce(
        (sum, { angle, sine, cosine }) => sum + sine * Math.sin(angle(x, y)) + cosine * Math.cos(angle(x, y)),
        0,
      ),
    );
    return turned;
  };
}
