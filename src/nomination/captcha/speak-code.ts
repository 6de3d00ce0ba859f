import type { Bytes } from "../encoding.ts";
import { backgroundNoise, clipLoudness } from "./background-noise.ts";
import { decodeClip } from "./decode-clip.ts";
import { encodeWav } from "./encode-wav.ts";
import { resample } from "./resample.ts";
import { between, createRandom, type Random } from "./seeded-random.ts";

/** Samples a second, of the clips and of the result: the hiss that tells "седем" from "осем" is near 5 kHz. */
export const sampleRate = 11_025;
const readings = 2;

/** In seconds. Those between digits are long enough to write one down. */
const pauses = {
  before: [0.3, 0.45],
  between: [0.5, 0.7],
  betweenReadings: [1, 1.3],
  after: [0.3, 0.4],
} as const;
/** How far the voice stands above the noise, in decibels. */
const voiceOverNoise = [15, 19] as const;
/** Room for the noise, and for a word said louder, above clips that reach full scale. */
const level = [0.58, 0.68] as const;

/** Each digit or letter as it is said, in the form of `encodeClip`. */
type Clips = Readonly<Record<string, string>>;

interface Placed {
  start: number;
  sound: Float32Array;
  gain: number;
}

/**
 * The code spoken twice, over soft noise: a WAV file, 8 bits, 11,025 Hz, one channel; six digits take about 13 seconds
 * and 150 KB. Digits and the letters A, E, K, M and T can be said. All chance comes from the 32 bytes of `seed`: the same
 * code, clips and seed give the same bytes. Throws a RangeError if there is nothing to say or no clip to say it.
 */
export async function speakCode(code: string, clips: Clips, seed: Uint8Array): Promise<Bytes> {
  const said = [...code].map((character) => {
    const clip = clips[character];
    if (!clip) throw new RangeError(`No clip says ${JSON.stringify(character)}.`);
    return decodeClip(clip);
  });
  if (said.length === 0) throw new RangeError("An empty code cannot be spoken.");
  const random = createRandom(seed);
  const gain = between(random, ...level);
  const { words, length } = arrange(said, gain, random);
  const loudness = (gain * clipLoudness) / fromDecibels(between(random, ...voiceOverNoise));
  const all = Object.values(clips);
  const pickClip = () => decodeClip(all[Math.floor(random() * all.length)] as string);
  const sound = backgroundNoise({ length, loudness, clips: Array.from({ length: 4 }, pickClip), sampleRate }, random);
  for (const word of words) add(sound, word);
  return encodeWav(sound, sampleRate);
}

/** Says each clip at its place, every time a little faster or slower, louder or softer; `length` in samples. */
function arrange(clips: readonly Float32Array[], gain: number, random: Random): { words: Placed[]; length: number } {
  const pause = ([low, high]: readonly [number, number]) => Math.round(between(random, low, high) * sampleRate);
  const words: Placed[] = [];
  let place = pause(pauses.before);
  for (let reading = 0; reading < readings; reading++) {
    if (reading > 0) place += pause(pauses.betweenReadings);
    const pace = between(random, 0.96, 1.04);
    for (const [index, clip] of clips.entries()) {
      if (index > 0) place += pause(pauses.between);
      const sound = vary(clip, pace, random);
      words.push({ start: place, sound, gain: gain * fromDecibels(between(random, -1.5, 1.2)) });
      place += sound.length;
    }
  }
  return { words, length: place + pause(pauses.after) };
}

/** No two words are alike, so that comparing bytes does not suffice. It stops no classifier: one that is trained on the clips reads the code. */
function vary(clip: Float32Array, pace: number, random: Random): Float32Array {
  const from = pace * between(random, 0.96, 1.04);
  return resample(clip, from, from * between(random, 0.97, 1.03));
}

function add(sound: Float32Array, { start, sound: word, gain }: Placed): void {
  for (let index = 0; index < word.length; index++) {
    sound[start + index] = (sound[start + index] as number) + gain * (word[index] as number);
  }
}

function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}
