import { describe, expect, it } from "vitest";
import { heaviest, weighWords } from "../../../../src/pages/search/engine/weigh-words.ts";

/** The weight of the first word. */
const weightOf = (...texts: readonly (readonly [text: string, weight: number])[]): number =>
  Number.parseInt(
    weighWords(texts.map(([text, weight]) => ({ text, weight })))
      .split(" ")[0]
      ?.slice(-1) ?? "",
    16,
  );
const others = (count: number): string =>
  Array.from({ length: count }, (_, index) => `дума${"абвгде"[index % 6]}`).join(" ");

describe("the weight of a word", () => {
  it.each([
    // 15 × 1 / (1 + 1.8 × 0.6), to the next whole number.
    [1, 8],
    [2, 10],
    [3, 12],
    [10, 14],
    [1_000, 15],
  ])("that counts %i in a text of one word is %i", (weight, expected) => {
    expect(weightOf([`парк`, weight])).toBe(expected);
  });

  it.each([
    [299, 6],
    [1_000, 4],
    [10_000, 1],
  ])("among %i others is %i: long texts are held back", (count, expected) => {
    expect(weightOf([`парк ${others(count)}`, 1])).toBe(expected);
  });

  it("never leaves one hexadecimal digit, and is never nothing", () => {
    for (const weight of [1, 7, 1e6]) {
      expect(weightOf(["парк", weight])).toBeLessThanOrEqual(heaviest);
      expect(weightOf([`парк ${others(9_000)}`, weight])).toBeGreaterThanOrEqual(1);
    }
    expect(heaviest.toString(16)).toHaveLength(1);
  });

  it("adds up over the forms of the word and over texts", () => {
    expect(weightOf(["парк паркове", 1])).toBe(weightOf(["парк", 1], ["паркът", 1]));
    expect(weightOf(["парк", 3], ["паркове", 1])).toBeGreaterThan(weightOf(["парк паркове", 1]));
  });
});

it("words that are in every text are left out", () => {
  expect(weighWords([{ text: "и на по the of", weight: 1 }])).toBe("");
  expect(weighWords([])).toBe("");
});
