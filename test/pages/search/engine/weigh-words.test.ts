import { describe, expect, it } from "vitest";
import { NameTable } from "../../../../src/core/name-table.ts";
import {
  heaviest,
  joinWeights,
  type WeighedText,
  weightIn,
  weighWords,
} from "../../../../src/pages/search/engine/weigh-words.ts";
import { createTermFinder } from "../../../../src/pages/search/engine/words.ts";

const weigh = (texts: readonly WeighedText[]) => weighWords(texts, createTermFinder(new NameTable()));

/** The weight of the first word. */
const weightOf = (...texts: readonly (readonly [text: string, weight: number])[]): number =>
  weightIn(weigh(texts.map(([text, weight]) => ({ text, weight })))[0] ?? 0);
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

  it("is never more than fifteen, and never nothing", () => {
    for (const weight of [1, 7, 1e6]) {
      expect(weightOf(["парк", weight])).toBeLessThanOrEqual(heaviest);
      expect(weightOf([`парк ${others(9_000)}`, weight])).toBeGreaterThanOrEqual(1);
    }
  });

  it("adds up over the forms of the word and over texts", () => {
    expect(weightOf(["парк паркове", 1])).toBe(weightOf(["парк", 1], ["паркът", 1]));
    expect(weightOf(["парк", 3], ["паркове", 1])).toBeGreaterThan(weightOf(["парк паркове", 1]));
  });
});

describe("the weight of a word that two texts say", () => {
  it.each([
    [8, 8, 11],
    [10, 8, 12],
    [13, 1, 13],
    [13, 11, 14],
    [15, 15, 15],
  ])("is, of %i and %i, %i", (one, other, expected) => {
    expect(joinWeights(one, other)).toBe(expected);
    expect(joinWeights(other, one)).toBe(expected);
  });

  it("is that of the heavier at least, and never more than fifteen", () => {
    const weights = Array.from({ length: heaviest }, (_, at) => at + 1);
    for (const one of weights)
      for (const other of weights) {
        expect(joinWeights(one, other)).toBeGreaterThanOrEqual(Math.max(one, other));
        expect(joinWeights(one, other)).toBeLessThanOrEqual(heaviest);
      }
  });
});

it("words that are in every text are left out", () => {
  expect(weigh([{ text: "и на по the of", weight: 1 }])).toEqual([]);
  expect(weigh([])).toEqual([]);
});
