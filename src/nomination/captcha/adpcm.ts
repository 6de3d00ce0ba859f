import type { Bytes } from "../encoding.ts";

/** How far one code may move the sound, of 32,767: the 89 steps of IMA ADPCM (Recommended Practices, 1992). */
const steps = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118,
  130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060,
  1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484,
  7132, 7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];
/** Small codes make the next step smaller, large ones larger. */
const stepChanges = [-1, -1, -1, -1, 2, 4, 6, 8];
const fullScale = 32_767;

interface State {
  value: number;
  step: number;
}

/** Sound from -1 to 1 as two samples a byte, the earlier one in the low half, beginning at silence. */
export function encodeAdpcm(samples: Float32Array): Bytes {
  const bytes = new Uint8Array(Math.ceil(samples.length / 2));
  const state: State = { value: 0, step: 0 };
  for (const [index, sample] of samples.entries()) {
    const difference = sample * fullScale - state.value;
    const size = Math.min(7, Math.floor((Math.abs(difference) / (steps[state.step] as number)) * 4));
    const code = difference < 0 ? size | 8 : size;
    follow(state, code);
    bytes[index >> 1] = (bytes[index >> 1] as number) | (index & 1 ? code << 4 : code);
  }
  return bytes;
}

/** The sound from -1 to 1 that `encodeAdpcm` wrote, about 25 dB above what was lost. */
export function decodeAdpcm(bytes: Uint8Array): Float32Array {
  const samples = new Float32Array(bytes.length * 2);
  const state: State = { value: 0, step: 0 };
  for (let index = 0; index < samples.length; index++) {
    const byte = bytes[index >> 1] as number;
    samples[index] = follow(state, index & 1 ? byte >> 4 : byte & 15) / fullScale;
  }
  return samples;
}

/** Moves on by one code of four bits, sign in the highest, and says where the sound is now. */
function follow(state: State, code: number): number {
  const step = steps[state.step] as number;
  const size = code & 7;
  const change = (step >> 3) + (size & 4 ? step : 0) + (size & 2 ? step >> 1 : 0) + (size & 1 ? step >> 2 : 0);
  state.value = Math.max(-fullScale, Math.min(fullScale, state.value + (code & 8 ? -change : change)));
  state.step = Math.max(0, Math.min(steps.length - 1, state.step + (stepChanges[size] as number)));
  return state.value;
}
