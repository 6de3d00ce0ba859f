import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { themes } from "../corpus/words.ts";
import type { CorpusPractice } from "./generator.ts";

const ending = ".bg.md";

/** The practices of a corpus written by `writeCorpus`, by year and id. */
export function listPractices(corpus: string): readonly CorpusPractice[] {
  const folder = join(corpus, "content/practices");
  return readdirSync(folder)
    .sort()
    .flatMap((year) =>
      readdirSync(join(folder, year))
        .sort()
        .map((file) => ({ year, id: file.slice(0, -ending.length) })),
    );
}

export function sourceInCorpus({ year, id }: CorpusPractice): string {
  return `content/practices/${year}/${id}${ending}`;
}

export function readPractice(corpus: string, practice: CorpusPractice): string {
  return readFileSync(join(corpus, sourceInCorpus(practice)), "utf8");
}

/** Names of the themes by id, as JSON. */
export function themeNames(): string {
  return JSON.stringify(Object.fromEntries(Object.entries(themes).map(([id, [bg]]) => [id, bg])));
}

/** The site as another generator wants it: layouts and settings. */
export function peerFolder(name: string): string {
  return fileURLToPath(new URL(`../peers/${name}`, import.meta.url));
}

/** Style sheets, which a generator has only to copy. */
export const styleSheets = fileURLToPath(new URL("../../../templates/assets/css", import.meta.url));
