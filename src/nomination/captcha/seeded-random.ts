/** A number from 0 (included) to 1 (not included). */
export type Random = () => number;

/**
 * Numbers that follow from the 32 bytes of `seed` alone: sfc32 by Chris Doty-Humphrey (PractRand, public domain), whose
 * state of 128 bits takes both halves of the seed. Not for secrets: who sees enough of its numbers can go on counting.
 */
export const createRandom = (seed: Uint8Array): Random => {
  const words = new DataView(seed.buffer, seed.byteOffset, 32);
  const state = (at: number) => words.getUint32(at) ^ words.getUint32(at + 16);
  let [a, b, c, counter] = [state(0), state(4), state(8), state(12)];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
};

/** A number from `low` to `high`. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
