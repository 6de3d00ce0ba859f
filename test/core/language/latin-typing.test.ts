import { describe, expect, it } from "vitest";
import { readAsBulgarian } from "../../../src/core/language/latin-typing.ts";
import { transliterate } from "../../../src/core/language/transliterate.ts";

describe("a word in Latin letters", () => {
  it.each([
    ["obshtina", "община"],
    ["ob6tina", "община"],
    ["4italishte", "читалище"],
    ["jiteli", "жители"],
    ["zhiteli", "жители"],
    ["wodata", "водата"],
    ["qbalki", "ябълки"],
    ["byudzhet", "бюджет"],
    ["budeshte", "бъдеще"],
    ["gradat", "градът"],
    ["evropeyski", "европейски"],
    ["hlyab", "хляб"],
    ["tsentar", "център"],
    ["inovacii", "иновации"],
  ])("%s may be %s", (typed, word) => {
    expect(readAsBulgarian(typed)).toContain(word);
  });

  it.each(["община", "2016", "46", "", "don't"])("%j is none", (word) => {
    expect(readAsBulgarian(word)).toEqual([]);
  });

  it("as the law writes it is read back, the likeliest reading first", () => {
    const words =
      "община съвет граждани училище площад библиотека отпадъци център енергия читалище жители шофьор".split(" ");
    for (const word of words) expect(readAsBulgarian(transliterate(word)), word).toContain(word);
    expect(readAsBulgarian("obshtina")[0]).toBe("община");
  });

  it("has a bounded number of readings, however long it is", () => {
    expect(readAsBulgarian("auyjcia".repeat(6)).length).toBeLessThanOrEqual(40);
  });
});

it.each([
  // а for ъ twice is read, three times not: the likelier reading was meant.
  ["gradat", "градът", true],
  ["gagaga", "гъгъга", true],
  ["gagaga", "гъгъгъ", false],
])("of %s two letters may be read otherwise than is likeliest: %s, %s", (typed, word, isRead) => {
  expect(readAsBulgarian(typed).includes(word)).toBe(isRead);
});

it("the likelier reading comes first", () => {
  expect(readAsBulgarian("ga")).toEqual(["га", "гъ"]);
  expect(readAsBulgarian("auauau").length).toBeLessThanOrEqual(40);
  expect(readAsBulgarian("auauauauauau")).toHaveLength(40);
});
