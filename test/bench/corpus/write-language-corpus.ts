import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom, type Random } from "./random.ts";
import { writeCorpus } from "./write-corpus.ts";

/** As many forms of words as some ten thousand texts of a language have. */
const vocabularySize = 120_000;
const endings = ["а", "и", "ата", "ите", "ът", "о", "ото", "ен", "на", "но", "ни", "ния", "ият", "ове", "ване", "ост"];
const syllables =
  "ба бо ве ви га гра да дра е жа за зе и ка ко кра ла ле ли ма ме ми на не но ом па пра ре ри са со сте та те ти тра у фи ха це ча ше ща ю я".split(
    " ",
  );

/**
 * Practices whose running text has words as a language has them: few are in every text, most in one or two (Zipf's law). An index of
 * them is as large as one of real texts, which one of `writeCorpus`, with its few hundred words, is not.
 *
 * @returns words of the texts, the commonest first
 */
export function writeLanguageCorpus(folder: string, count: number, seed: number): readonly string[] {
  writeCorpus(folder, count, seed);
  const random = createRandom(seed);
  const vocabulary = Array.from({ length: vocabularySize }, () => composeWord(random));
  const practices = join(folder, "content/practices");
  for (const path of readdirSync(practices, { recursive: true, encoding: "utf8" }).sort()) {
    if (!path.endsWith(".md")) continue;
    const file = join(practices, path);
    const [, head = "", body = ""] = /^(---\n.*?\n---\n)(.*)$/s.exec(readFileSync(file, "utf8")) ?? [];
    // Headings stay: they are those of every practice.
    const text = body.replace(/^(?!#).*$/gm, (line) =>
      line.replace(/(?<![\p{L}/.:])\p{Script=Cyrillic}{3,}/gu, () => vocabulary[drawRank(random)] ?? ""),
    );
    writeFileSync(file, head + text);
  }
  return vocabulary;
}

function composeWord(random: Random): string {
  const stem = Array.from({ length: random.between(2, 4) }, () => random.pick(syllables)).join("");
  return stem + random.pick(endings);
}

/** A place in the vocabulary, the first being the likeliest: the inverse of the sum of 1/rank. */
function drawRank(random: Random): number {
  return Math.min(vocabularySize - 1, Math.floor(vocabularySize ** random.next()) - 1);
}
