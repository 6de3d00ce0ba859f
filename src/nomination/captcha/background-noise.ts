import { between, type Random } from "./seeded-random.ts";

interface Background {
  /** In samples. */
  length: number;
  /** The square root of the mean power. */
  loudness: number;
  /** Clips for the voices in the background, each as loud as `clipLoudness`. */
  clips: readonly Float32Array[];
  sampleRate: number;
}

/** Approximate loudness of every clip: the square root of its mean power; full scale is 1. */
export const clipLoudness = 0.2;

/**
 * Makes the noise behind a voice. Half of its power is a soft rush that swells and falls, half are two voices that play
 * clips backwards. The rush falls off above 300 Hz, because the consonants there tell words apart.
 */
export function backgroundNoise({ length, loudness, clips, sampleRate }: Background, random: Random): Float32Array {
  const sound = new Float32Array(length);
  addRush(sound, { loudness: loudness * Math.SQRT1_2, sampleRate }, random);
  const voiceGain = loudness / 2 / clipLoudness;
  for (let voice = 0; voice < 2; voice++) addBabble(sound, { gain: voiceGain, clips }, random);
  return sound;
}

function addRush(
  sound: Float32Array,
  { loudness, sampleRate }: Pick<Background, "loudness" | "sampleRate">,
  random: Random,
): void {
  const memory = Math.exp((-2 * Math.PI * 300) / sampleRate);
  // Evenly spread numbers from -1 to 1 have a power of 1/3; the memory adds up the squares of its own powers.
  const full = loudness * Math.sqrt(3 * (1 - memory * memory));
  const halfSecond = sampleRate >> 1;
  // Marsaglia's xorshift, here in the loop: a call for each of 150,000 samples costs more than all else together.
  let state = Math.floor(random() * 2 ** 32) | 1;
  let [sample, gain, change] = [0, full, 0];
  for (let index = 0; index < sound.length; index++) {
    // Twice a second the loudness sets out for another value, up to 3 dB off.
    if (index % halfSecond === 0) change = (full * between(random, 0.7, 1.3) - gain) / halfSecond;
    gain += change;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    sample = memory * sample + state / 2 ** 31;
    sound[index] = sample * gain;
  }
}

/** Adds one clip after the other, backwards, each at another speed, until the sound is full. */
function addBabble(
  sound: Float32Array,
  { gain, clips }: { readonly gain: number; readonly clips: readonly Float32Array[] },
  random: Random,
): void {
  let place = -Math.floor(between(random, 0, 3000));
  while (place < sound.length) {
    const clip = clips[Math.floor(random() * clips.length)] as Float32Array;
    const pace = between(random, 0.75, 1.3);
    const length = Math.floor(clip.length / pace);
    const end = Math.min(length, sound.length - place);
    for (let index = Math.max(0, -place); index < end; index++) {
      // The nearest sample will do: what that adds to the voice is noise, which is wanted.
      const spoken = clip[Math.floor((length - 1 - index) * pace)] as number;
      sound[place + index] = (sound[place + index] as number) + gain * spoken;
    }
    place += length;
  }
}
