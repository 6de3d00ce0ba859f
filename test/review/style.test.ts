import { describe, expect, it } from "vitest";
import { findMixedWords } from "../../src/core/language/alphabets.ts";
import { findWrongQuotes } from "../../src/review/quotes.ts";

describe("a word of two alphabets", () => {
  it.each([
    ["Аdministrative", "А", "Administrative"],
    ["cъвет", "c", "съвет"],
    ["Кaмък", "a", "Камък"],
    ["Администpaция", "pa", "Администрация"],
    ["VкZ", "к", "VkZ"],
  ])("%s is found and fixed", (word, foreign, fixed) => {
    expect(findMixedWords(`преди ${word} след`)).toEqual([{ word, index: 6, foreign, fixed }]);
  });

  it("is not fixed where both alphabets are possible, or none", () => {
    expect(findMixedWords("сo")[0]?.fixed).toBeUndefined();
    expect(findMixedWords("Zдраве")[0]?.fixed).toBeUndefined();
  });

  it.each(["ИТ-отдел", "PR-ът", "5G", "Средногорие 2020", "e-mail адрес", "ЕU".replace("U", "С")])(
    "%s is fine",
    (text) => {
      expect(findMixedWords(text)).toEqual([]);
    },
  );
});

describe("quotation marks", () => {
  it.each([
    ["bg", "„Светлина”", "„Светлина“"],
    ["bg", "“Светлина”", "„Светлина“"],
    ["bg", '„Светлина"', "„Светлина“"],
    ["en", "„Light“", "“Light”"],
    ["en", "„Light”", "“Light”"],
  ] as const)("in %s: %s", (language, written, fixed) => {
    expect(findWrongQuotes(`а ${written} б`, language)).toEqual([{ index: 2, written, fixed }]);
  });

  it.each([
    ["bg", "„Светлина“ и „Ден“, а после „Нощ“"],
    ["bg", '"Светлина" става „Светлина“ от само себе си'],
    ["bg", "«Свет» на руски"],
    ["en", "“Light” and “Day” and the children’s"],
  ] as const)("that go together in %s are fine: %s", (language, text) => {
    expect(findWrongQuotes(text, language)).toEqual([]);
  });
});
