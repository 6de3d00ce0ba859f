/**
 * Writes clips.ts of the folders of locales: each digit and letter that can be spoken, at three bits a sample. Run by hand,
 * after a change here only; it needs three programs of Debian 12 that are no dependency of the project:
 *
 *   apt-get install espeak-ng flite sox
 *   npx node src/nomination/captcha/tools/make-clips.ts
 *   npx biome check --write src/locales
 *
 * Bulgarian is spoken by espeak-ng 1.51 with its own voice "bg" (not MBROLA, whose voices may not be used in trade). The
 * program is under the GPL 3; the sound that it makes is its output, no part of it, and is not covered by that licence.
 * English is spoken by flite 2.2 with its voice "awb" of CMU ARCTIC, under a licence like BSD's. Of some thirty
 * voices for Bulgarian and ten for English the recogniser pocketsphinx understood these best, in noise, at this sample
 * rate; Bulgarian words were spelt for it in the sounds of its English model.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clipLoudness } from "../background-noise.ts";
import { sampleRate } from "../speak-code.ts";
import { encodeClip } from "./encode-clip.ts";

interface Voice {
  /** Name of the folder of its locale. */
  language: string;
  origin: string;
  words: readonly string[];
  /**
   * Decibels before and after: soft consonants become louder, since most misheard words were "две" and "шест", whose
   * beginnings the noise hid. Less so where the voice has a noise of its own.
   */
  nearness: string;
  /** Speaks a word to a WAV file. */
  speak(word: string, file: string): void;
}

const characters = [..."0123456789AEKMT"];
/** Clips whose peak would pass this, of full scale 1, stay softer than the others. */
const peakLimit = 0.95;
/** Seconds in which a clip comes out of silence and goes back, so that it does not click. */
const fade = 0.004;

const voices: readonly Voice[] = [
  {
    language: "bg",
    origin: 'espeak-ng 1.51, voice "bg"; output of the program, not covered by its licence (GPL 3)',
    words: "нула едно две три четири пет шест седем осем девет а е ка ем те".split(" "),
    nearness: "-70,-70,-55,-20,-20,-12,0,-6",
    speak: (word, file) => execFileSync("espeak-ng", ["-v", "bg", "-s", "125", "-w", file, `${word}.`]),
  },
  {
    language: "en",
    origin: 'flite 2.2, voice "awb" (CMU ARCTIC), under a licence like BSD\'s',
    words: "zero one two three four five six seven eight nine A E K M T".split(" "),
    nearness: "-70,-70,-45,-27,-20,-13,0,-6",
    speak: (word, file) =>
      execFileSync("flite", ["-voice", "awb", "--setf", "duration_stretch=1.2", "-t", `${word}.`, "-o", file]),
  },
];

const folder = mkdtempSync(join(tmpdir(), "praktika-clips-"));

/** One word between -1 and 1 without the silence around it. */
function record(voice: Voice, word: string): Float32Array {
  const file = join(folder, "word.wav");
  voice.speak(word, file);
  // A little more above 2 kHz, which old ears miss first; nothing below 90 Hz, which small loudspeakers cannot play.
  const tone = ["norm", "-6", "highpass", "90", "treble", "3", "2000"];
  const trim = ["silence", "1", "0.005", "0.35%"];
  const nearness = ["compand", "0.003,0.03", voice.nearness, "0", "-20", "0.003"];
  const format = ["-r", `${sampleRate}`, "-c", "1", "-b", "16", "-e", "signed-integer", "-L", "-t", "raw"];
  const effects = [...tone, ...trim, "reverse", ...trim, "reverse", ...nearness, "norm", "-1"];
  // Without dither, so that every run gives the same clips.
  const raw = execFileSync("sox", ["-D", file, ...format, "-", ...effects]);
  return Float32Array.from({ length: raw.length >> 1 }, (_, index) => raw.readInt16LE(index * 2) / 32_768);
}

function level(samples: Float32Array): Float32Array {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = Math.min(clipLoudness / Math.sqrt(power), peakLimit / peak);
  const ramp = fade * sampleRate;
  return samples.map((sample, index) => {
    return sample * gain * Math.min(1, index / ramp, (samples.length - 1 - index) / ramp);
  });
}

for (const voice of voices) {
  const rows = voice.words.map((word, index) => {
    const clip = encodeClip(level(record(voice, word)));
    return `  // ${word}\n  "${characters[index]}":\n    "${clip}",`;
  });
  writeFileSync(
    new URL(`../../../locales/${voice.language}/clips.ts`, import.meta.url),
    `// Written by nomination/captcha/tools/make-clips.ts; do not edit. Spoken by ${voice.origin}.\n` +
      `export const clips: Readonly<Record<string, string>> = {\n${rows.join("\n")}\n};\n`,
  );
}
rmSync(folder, { recursive: true });
