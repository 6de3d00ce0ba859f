/** A number from 0 (included) to 1 (not included). */
export type Random = () => number;

/**
 * Numbers that follow from the first 16 bytes of `seed` alone: sfc32 by Chris Doty-Humphrey (PractRand, public domain), which
 * has a state of 128 bits. Not for secrets: who sees enough of its numbers can go on counting.
 */
export function createRandom(seed: Uint8Array): Random {
  const words = new DataView(seed.buffer, seed.byteOffset, 16);
  let [a, b, c, counter] = [words.getUint32(0), words.getUint32(4), words.getUint32(8), words.getUint32(12)];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // So many rounds pass until every bit of the seed has reached every number.
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** A number from `low` to `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
