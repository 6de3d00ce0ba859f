import fc from "fast-check";
import { expect, it } from "vitest";
import { formOf, listWords, termOf, wordsOf } from "../../../../src/pages/search/engine/words.ts";
import { runs } from "../../../setup/soak.ts";

it.each([
  ["Бизнес-център „Пловдив“ (2016 г.)", ["бизнес", "център", "пловдив", "2016", "г"]],
  ["municipality’s plan", ["municipality", "plan"]],
  ["и́ме, ѝ, йога, Ко̀нче", ["име", "и", "йога", "конче"]],
  ["об\u00adщина", ["община"]],
  ["лв. 12345678 и 25", ["лв", "и", "25"]],
  ["за 25 000 лв., 1\u00a0234\u00a0567 или 3,500", ["за", "25000", "лв", "1234567", "или", "3500"]],
  [
    "през 2007 250 души, 12 3456, стая 2 2007 г.",
    ["през", "2007", "250", "души", "12", "3456", "стая", "2", "2007", "г"],
  ],
  ["5 000м и a1 000", ["5", "000м", "и", "a1", "000"]],
  ["Е-услуга 5G", ["електронно", "услуга", "5g"]],
  ["", []],
])("the words of %j", (text, words) => {
  expect(wordsOf(text).map(({ word }) => word)).toEqual(words);
});

it("words stand where the text has them", () => {
  const text = "– „Паркът“ (нов)";
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Паркът", "нов"]);
});

it("words that say nothing have no term; words of each alphabet have that of their language", () => {
  expect(["и", "на", "the", "of"].map(termOf)).toEqual(["", "", "", ""]);
  expect(termOf("общините")).toBe(termOf("община"));
  expect(termOf("municipalities")).toBe(termOf("municipality"));
});

it("the quick way finds the same words", () => {
  const piece = fc.constantFrom(
    "Община",
    "ѝ",
    "и́",
    "’s",
    "'",
    "don’t",
    "2016",
    "12345678",
    "12",
    "345",
    ",",
    ".",
    "–",
    " ",
    "-",
    "\u00ad",
    "é",
    "№5",
    "„Х“",
    "\u00a0",
    "ҍ",
    "a".repeat(41),
    "😀",
    "І",
  );
  const text = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join("")),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(listWords(value)).toEqual(wordsOf(value).map(({ word }) => word));
    }),
    { numRuns: runs(2_000, 100_000) },
  );
});

it.each([
  ["1234", true],
  ["1234567", true],
  ["12345678", false],
  ["1234а", true],
  ["а".repeat(40), true],
  ["а".repeat(41), false],
])("%s is a word to be looked for: %s", (text, isWord) => {
  for (const words of [wordsOf(text).map(({ word }) => word), listWords(text)])
    expect(words).toEqual(isWord ? [text] : []);
});

it.each([
  ["вода", "+вода"],
  ["водят", "+водят"],
  ["лед", ""],
  ["общината", ""],
  ["road", ""],
])("the very form of %s is looked for as %j", (word, form) => {
  expect(formOf(word, termOf(word))).toBe(form);
});
