/**
 * Plays a sound at another pace, which changes pitch and length together: `from` times as fast at its beginning,
 * gliding to `to` times at its end. Between samples runs a cubic (Catmull and Rom), so that hissing sounds stay.
 */
export function resample(samples: Float32Array, from: number, to = from): Float32Array {
  const result = new Float32Array(Math.floor((2 * samples.length) / (from + to)));
  // Silence around it, since reading past the ends of an array is slow.
  const padded = new Float32Array(samples.length + 6);
  padded.set(samples, 1);
  let place = 0;
  for (let index = 0; index < result.length; index++) {
    const at = Math.floor(place);
    const t = place - at;
    const before = padded[at] as number;
    const left = padded[at + 1] as number;
    const right = padded[at + 2] as number;
    const after = padded[at + 3] as number;
    const slope = (right - before) / 2;
    const bend = before - 2.5 * left + 2 * right - after / 2;
    const twist = (after - before) / 2 + 1.5 * (left - right);
    result[index] = left + t * (slope + t * (bend + t * twist));
    place += from + ((to - from) * index) / result.length;
  }
  return result;
}
