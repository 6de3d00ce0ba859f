import { between, type Random } from "./seeded-random.ts";

/** A height at every place of the plane, `x` and `y` in pixels. */
export type Surface = (x: number, y: number) => number;

/** One sine wave of height 1: `length` in pixels, `direction` in radians, its phase by chance. */
function wave(random: Random, length: number, direction: number): Surface {
  const across = (Math.cos(direction) * 2 * Math.PI) / length;
  const down = (Math.sin(direction) * 2 * Math.PI) / length;
  const phase = between(random, 0, 2 * Math.PI);
  return (x, y) => Math.sin(across * x + down * y + phase);
}

/** `count` waves from all sides on top of each other, each between the `shortest` and the `longest` in length. */
export function createWaves(random: Random, count: number, [shortest, longest]: readonly [number, number]): Surface {
  const turn = between(random, 0, Math.PI);
  const waves = Array.from({ length: count }, (_, index) =>
    wave(random, between(random, shortest, longest), turn + (index * Math.PI) / count),
  );
  return (x, y) => {
    let sum = 0;
    for (const surface of waves) sum += surface(x, y);
    return sum;
  };
}
