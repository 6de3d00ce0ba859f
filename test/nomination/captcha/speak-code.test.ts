import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../../src/core/language/language.ts";
import { loadClips } from "../../../src/locales/endpoint.ts";
import { decodeClip } from "../../../src/nomination/captcha/decode-clip.ts";
import { sampleRate, speakCode } from "../../../src/nomination/captcha/speak-code.ts";
import { encodeClip } from "../../../src/nomination/captcha/tools/encode-clip.ts";

const speakIn = async (code: string, language: Language, seed: Uint8Array) =>
  speakCode(code, await loadClips(language), seed);
const headerLength = 44;
const seedOf = (start: number) => Uint8Array.from({ length: 32 }, (_, index) => (start * 29 + index * 7) & 255);
const samplesOf = (wav: Uint8Array<ArrayBuffer>) => {
  const length = new DataView(wav.buffer).getUint32(40, true);
  return Float32Array.from(wav.subarray(headerLength, headerLength + length), (byte) => (byte - 128) / 127);
};
const powerOf = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
const decibels = (ratio: number) => 10 * Math.log10(ratio);

/** Power of each fiftieth of a second, in order of time. */
const framesOf = (samples: Float32Array): number[] => {
  const size = Math.round(sampleRate / 50);
  return Array.from({ length: Math.floor(samples.length / size) }, (_, index) =>
    powerOf(samples.subarray(index * size, (index + 1) * size)),
  );
};

/** Seconds of each stretch between sounds whose power stays below `limit`; shorter ones are within a word. */
const quietStretches = (frames: readonly number[], limit: number): number[] => {
  const text = frames.map((power) => (power < limit ? "." : "#")).join("");
  const between = text.replace(/^\.+|\.+$/g, "").match(/\.+/g) ?? [];
  return between.map((quiet) => quiet.length / 50).filter((seconds) => seconds > 0.3);
};

describe.each(languages)("a code spoken in %s", (language) => {
  it("is a WAV file of one channel whose header tells its length", async () => {
    const wav = await speakIn("234567", language, seedOf(1));
    const view = new DataView(wav.buffer);
    const name = (at: number) => String.fromCharCode(...wav.subarray(at, at + 4));
    expect([name(0), name(8), name(12), name(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect(view.getUint32(4, true)).toBe(wav.length - 8);
    expect([20, 22, 32, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 1, 8]);
    expect([24, 28].map((at) => view.getUint32(at, true))).toEqual([sampleRate, sampleRate]);
    const length = view.getUint32(40, true);
    expect(wav.length).toBe(headerLength + length + (length % 2));
  });

  it("is the same for the same seed, and another sound for another seed, code or language", async () => {
    const first = Buffer.from(await speakIn("234567", language, seedOf(1)));
    expect(first.equals(await speakIn("234567", language, seedOf(1)))).toBe(true);
    const others = [
      await speakIn("234567", language, seedOf(2)),
      await speakIn("234568", language, seedOf(1)),
      await speakIn("234567", language === "bg" ? "en" : "bg", seedOf(1)),
    ];
    expect(others.map((other) => first.equals(other))).toEqual([false, false, false]);
  });

  it.each(["234567", "892346", "777777"])(
    "takes less than 15 seconds and 200 KB for %s, and never clips",
    async (code) => {
      for (let start = 0; start < 5; start++) {
        const wav = await speakIn(code, language, seedOf(start));
        const seconds = (wav.length - headerLength) / sampleRate;
        expect(seconds).toBeGreaterThan(9);
        expect(seconds).toBeLessThan(15);
        const samples = samplesOf(wav);
        const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        expect(peak).toBeGreaterThan(0.4);
        expect(peak).toBeLessThan(0.99);
      }
    },
  );

  it.each([..."0123456789AEKMT"])("can say %s as a word of its own", async (character) => {
    const clips = await loadClips(language);
    const clip = decodeClip(clips[character] ?? "");
    expect(clip.length / sampleRate).toBeGreaterThan(0.15);
    expect(clip.length / sampleRate).toBeLessThan(0.8);
    expect(decibels(powerOf(clip) / 0.2 ** 2)).toBeGreaterThan(-3.5);
    expect(decibels(powerOf(clip) / 0.2 ** 2)).toBeLessThan(0.5);
    const alike = Object.keys(clips).filter((other) => clips[other] === clips[character]);
    expect(alike).toEqual([character]);
    await expect(speakIn(character, language, seedOf(1))).resolves.toBeInstanceOf(Uint8Array);
  });

  it("stands 11 to 20 decibels above its noise", async () => {
    for (let start = 0; start < 5; start++) {
      const frames = framesOf(samplesOf(await speakIn("234567", language, seedOf(start)))).sort((a, b) => a - b);
      // More than half of the time is pause, about a third is voice.
      const mean = (some: readonly number[]) => some.reduce((sum, power) => sum + power, 0) / some.length;
      const noise = mean(frames.slice(0, Math.round(frames.length / 2)));
      const voice = mean(frames.slice(Math.round(frames.length * 0.67)));
      expect(decibels(voice / noise)).toBeGreaterThan(11);
      expect(decibels(voice / noise)).toBeLessThan(20);
    }
  });

  it("says everything twice, with pauses long enough to write a digit down and a longer one in the middle", async () => {
    const frames = framesOf(samplesOf(await speakIn("222222", language, seedOf(4))));
    const limit = Math.max(...frames) / 10 ** 1.2;
    const pauses = quietStretches(frames, limit);
    expect(pauses).toHaveLength(11);
    expect(pauses[5]).toBe(Math.max(...pauses));
    expect(Math.min(...pauses)).toBeGreaterThan(0.45);
  });

  it.each(["", "23B", "2 3", "а", "２", "a"])("does not skip what it cannot say: %j", async (code) => {
    await expect(speakIn(code, language, seedOf(1))).rejects.toThrow(RangeError);
  });
});

it("a clip comes back from its text about as it was", () => {
  const tone = Float32Array.from({ length: 4000 }, (_, index) => 0.6 * Math.sin(index / 3) * Math.sin(index / 700));
  const back = decodeClip(encodeClip(tone));
  expect(back).toHaveLength(tone.length);
  const lost = back.map((sample, index) => sample - (tone[index] as number));
  expect(decibels(powerOf(tone) / powerOf(lost))).toBeGreaterThan(20);
});
