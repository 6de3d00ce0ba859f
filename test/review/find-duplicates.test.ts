import { describe, expect, it } from "vitest";
import { type ComparedText, findDuplicates } from "../../src/review/find-duplicates.ts";

/** So many words of which no two are the same. */
const words = (count: number, name = "дума"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const text = (id: string, body: readonly string[]): ComparedText => ({
  file: `${id}.bg.md`,
  id,
  language: "bg",
  body: body.join(" "),
});
const percentsOf = (...texts: readonly ComparedText[]) =>
  findDuplicates(texts).map(({ parameters }) => (parameters as { percent: number }).percent);

describe("two texts", () => {
  // 54 words are 50 rows of five, and a text of so few is compared whole.
  it.each([
    ["all", 54, [100]],
    ["three fifths", 34, [60]],
    ["a little less than three fifths", 33, []],
    ["nothing", 0, []],
  ])("of which %s of the rows of words are the same", (_, shared, percents) => {
    const other = [...words(shared), ...words(54 - shared, "друга")];
    expect(percentsOf(text("a", words(54)), text("b", other))).toEqual(percents);
  });

  it("are as alike as the shorter one is", () => {
    expect(percentsOf(text("a", words(54)), text("b", words(30)))).toEqual([100]);
  });

  it.each([
    ["twelve words, which are eight rows", 12, [100]],
    ["eleven words", 11, []],
    ["four words", 4, []],
  ])("of %s: shorter ones cannot be told apart", (_, count, percents) => {
    expect(percentsOf(text("a", words(count)), text("b", words(count)))).toEqual(percents);
  });
});

it.each([
  [40, (40 * 39) / 2],
  [41, 0],
])("what %i texts share: %i pairs, because what more than forty share is a form", (count, pairs) => {
  expect(percentsOf(...words(count, "p").map((id) => text(id, words(20))))).toHaveLength(pairs);
});
