import { describe, expect, it } from "vitest";
import { lookUp, type SearchIndex } from "../../../../src/pages/search/engine/look-up.ts";
import { termOf } from "../../../../src/pages/search/engine/words.ts";

/** An index of terms alone, so many to a part. */
function indexOf(terms: readonly string[], perPart = terms.length): SearchIndex {
  const sorted = [...terms].sort();
  const starts = Array.from({ length: Math.ceil(sorted.length / perPart) }, (_, part) => part * perPart);
  return {
    head: { dictionary: starts.map((start) => sorted[start] ?? ""), dictionaryStarts: starts, postingStarts: [0] },
    practices: 1,
    placeOf: (practice) => practice,
    dictionary: async (part) => sorted.slice(part * perPart, (part + 1) * perPart),
    postings: async () => [],
  };
}
const termsFor = async (word: string, terms: readonly string[], isUnfinished = false, perPart?: number) =>
  (await lookUp(word, isUnfinished, indexOf(terms, perPart))).answers.flatMap(({ terms }) =>
    terms.map(({ term }) => term),
  );

describe("a word that does not occur", () => {
  it.each([
    ["three letters, one of them wrong", "бвт", "бвд", false],
    ["four letters, one of them wrong", "бвгт", "бвгд", true],
    ["four letters, two of them wrong", "бвмт", "бвгд", false],
    ["seven letters, one of them wrong", "бвгдпрт", "бвгдпрс", true],
    ["seven letters, two of them wrong", "бвгдпмт", "бвгдпрс", false],
    ["eight letters, two of them wrong", "бвгдпмтт", "бвгдпртс", true],
    ["eight letters, three of them wrong", "бвгдммтт", "бвгдпртс", false],
    ["eight letters, of which the first is wrong", "мвгдпртс", "бвгдпртс", true],
    ["seven letters, of which the first is lost", "вгдпртс", "бвгдпртс", true],
    ["eight letters, of which the first and another are wrong", "мвгдпмтс", "бвгдпртс", false],
  ])("is taken for one that does, if it has %s", async (_, word, term, isTaken) => {
    const { answers, areSimilar } = await lookUp(word, false, indexOf([term]));
    expect([answers.flatMap(({ terms }) => terms.map((found) => found.term)), areSimilar]).toEqual([
      isTaken ? [term] : [],
      true,
    ]);
  });

  it("is taken for three others at most, and only for the nearest", async () => {
    expect(await termsFor("бвгт", ["бвгд", "бвгж", "бвгк", "бвгм"])).toEqual(["бвгд", "бвгж", "бвгк"]);
    expect(await termsFor("бвгдпртм", ["бвгдпртс", "бвгдпрсс"])).toEqual(["бвгдпртс"]);
  });
});

describe("two words written as one", () => {
  it.each([
    ["енпарк", ["ен", "парк"], true],
    ["бпарк", ["б", "парк"], false],
    ["новпар", ["нов", "пар"], false],
  ])("%s is %j: %s, from six letters on, of which the second word has four", async (word, parts, isTaken) => {
    const terms = parts.map(termOf);
    expect((await termsFor(word, terms)).join() === terms.join()).toBe(isTaken);
  });
});

describe("an unfinished word", () => {
  it.each([
    ["бв", []],
    ["бвг", ["бвгд"]],
  ])("%s is finished from three letters on: %s", async (word, terms) => {
    expect(await termsFor(word, ["бвгд"], true)).toEqual(terms);
  });

  it("may be one of forty at most, the shortest first, in whichever part of the dictionary they are", async () => {
    const letters = [..."бвгджзклмнпрстфхц"];
    const short = letters.map((letter) => `мар${letter}`);
    const long = letters.flatMap((letter) => [`мар${letter}бб`, `мар${letter}вв`]);
    for (const perPart of [7, 100]) {
      const found = await termsFor("мар", [...short, ...long], true, perPart);
      expect([found.length, found.slice(0, short.length)]).toEqual([40, short]);
    }
  });

  it("is itself first, and whole words are looked for alone", async () => {
    expect(await termsFor("марк", ["марк", "маркб"], true)).toEqual(["марк", "маркб"]);
    expect(await termsFor("марк", ["марк", "маркб"])).toEqual(["марк"]);
    expect(await termsFor("марк", ["маркб"])).toEqual(["маркб"]);
  });
});

it("the word itself is liked best, then the other alphabet, then a beginning, then what resembles it", async () => {
  const likenessIn = async (word: string, terms: readonly string[]) =>
    (await lookUp(word, false, indexOf(terms))).answers.map(({ likeness }) => likeness);
  const grades = [
    await likenessIn("grad", ["grad"]),
    await likenessIn("grad", ["град"]),
    await likenessIn("град", ["градт"]),
    await likenessIn("градт", ["градс"]),
  ].flat();
  expect(grades).toEqual([...grades].sort((a, b) => b - a));
  expect(new Set(grades).size).toBe(4);
  expect(grades[0]).toBe(1);
});
