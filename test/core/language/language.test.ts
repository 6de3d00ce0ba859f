import { expect, it } from "vitest";
import { createComparer } from "../../../src/core/language/collate.ts";
import {
  countryTagOf,
  isLanguage,
  languageNamed,
  languageOfScript,
  localize,
  nameOfLanguage,
  perLanguage,
  scriptOf,
  tagOf,
} from "../../../src/core/language/language.ts";

it("a text is given in the wanted language, else in the other one", () => {
  expect(localize({ bg: "да", en: "yes" }, "en")).toBe("yes");
  expect(localize({ bg: "да" }, "en")).toBe("да");
  expect(localize({ en: "yes" }, "bg")).toBe("yes");
  expect(localize(undefined, "bg")).toBe("");
});

it("knows Bulgarian and English and nothing else", () => {
  expect(["bg", "en", "BG", "de", "", undefined, 1].filter(isLanguage)).toEqual(["bg", "en"]);
});

it("names are sorted by the Bulgarian alphabet, whatever their case", () => {
  const names = ["Ямбол", "ъгъл", "Ямболен", "щит", "Айтос", "юг", "бяла", "Бургас"];
  expect([...names].sort(createComparer("bg"))).toEqual([
    "Айтос",
    "Бургас",
    "бяла",
    "щит",
    "ъгъл",
    "юг",
    "Ямбол",
    "Ямболен",
  ]);
});

it("texts that dictionaries take for the same still have one order", () => {
  const compare = createComparer("bg");
  // The second is spelled with a combining mark.
  const [composed, combined] = ["й", "и\u0306"];
  expect(new Intl.Collator("bg").compare(composed, combined)).toBe(0);
  expect(compare(composed, combined)).toBe(-compare(combined, composed));
  expect(compare(composed, combined)).not.toBe(0);
});

it("what can be told of a language is told by its tag", () => {
  expect(perLanguage(tagOf)).toEqual({ bg: "bg", en: "en-GB" });
  expect(perLanguage(countryTagOf)).toEqual({ bg: "bg_BG", en: "en_GB" });
  expect(perLanguage(scriptOf)).toEqual({ bg: "Cyrl", en: "Latn" });
  expect([languageOfScript("Cyrl"), languageOfScript("Latn")]).toEqual(["bg", "en"]);
  expect([nameOfLanguage("en", "bg"), nameOfLanguage("bg", "en")]).toEqual(["английски", "Bulgarian"]);
});

it.each([
  ["bg", "bg"],
  ["EN", "en"],
  ["English", "en"],
  ["eng", "en"],
  ["Bulgarian", "bg"],
  ["англ.", "en"],
  ["на", undefined],
  ["български", "bg"],
  ["Български ", "bg"],
  ["бъ", undefined],
  ["deutsch", undefined],
  ["englishes", undefined],
  ["", undefined],
])("%j names the language %s", (word, language) => {
  expect(languageNamed(word)).toBe(language);
});
