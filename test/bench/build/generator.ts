import type { Command } from "./run-command.ts";

/** How much Praktika writes; the others have one site only, like Praktika's `pages`. */
export type Profile = "pages" | "full";

/** What the benchmark has to know of a practice of the corpus. */
export interface CorpusPractice {
  readonly id: string;
  readonly year: string;
}

/** A site generator that can be measured. Paths are relative to the folder in which its site lies. */
export interface Generator {
  readonly name: GeneratorName;
  readonly version: string;
  /** Lays the site of a corpus out in an empty folder. */
  readonly layOut: (corpus: string, folder: string) => void;
  readonly build: (folder: string, profile: Profile) => Command;
  /** Starts the development server, which stays until it is stopped. */
  readonly serve: (folder: string, port: number) => Command;
  readonly output: string;
  /** All that a build leaves behind, output and caches; without it a build is cold. */
  readonly remains: readonly string[];
  /** The text from which a practice is made. */
  readonly sourceOf: (practice: CorpusPractice) => string;
  /** The page that shows it. */
  readonly pageOf: (practice: CorpusPractice) => string;
  /** Where the development server shows it. */
  readonly addressOf: (practice: CorpusPractice) => string;
}

export type GeneratorName = "Praktika" | "Hugo" | "Eleventy";

/** One that cannot be measured here, and why. */
export interface Absent {
  readonly name: GeneratorName;
  readonly reason: string;
}
