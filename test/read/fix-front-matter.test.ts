import { expect, it } from "vitest";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import type { ThemeId } from "../../src/core/model/ids.ts";
import { fixFrontMatter } from "../../src/read/fix-front-matter.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";

const energy = { id: "energy" as ThemeId, name: { bg: "Енергия", en: "Energy" } };
const youth = { id: "youth" as ThemeId, name: { bg: "Младежи", en: "Young people" } };
const vocabulary = {
  themes: new Map([energy, youth].map((theme) => [theme.id, theme])),
  places: readDefaultPlaces().places,
};

const fix = (fields: string): string => {
  const fixed = fixFrontMatter(`---\n${fields}\n---\nText: as it is.`, "bg", { fields: practiceFields, vocabulary });
  return fixed.slice("---\n".length, fixed.indexOf("\n---\n"));
};

it.each([
  ["a colon in a value", "title: Мост: новият\ninnovator: Елена", 'title: "Мост: новият"\ninnovator: Елена'],
  ["a colon and quotation marks", 'title: „Мост“: "новият"', "title: '„Мост“: \"новият\"'"],
  ["a colon in an entry of a list", "contact:\n  address: гр. Русе: ул. 1", 'contact:\n  address: "гр. Русе: ул. 1"'],
  ["several places", "municipality: Сливен, Ямбол и Ruse", "municipality: [Сливен, Ямбол, Ruse]"],
  ["several themes", "themes: Енергия; youth", "themes: [Енергия, youth]"],
])("%s can only be meant in one way", (_, written, fixed) => {
  expect(fix(written)).toBe(fixed);
  expect(fix(fixed)).toBe(fixed);
});

it.each([
  ["two fields in one line", "title: Мост date: 2016-01-01"],
  ["a list with a name that is unknown", "municipality: Сливен, Ямболл"],
  ["a text with commas", "title: Сливен, Ямбол"],
  ["a place whose name is in quotation marks", 'municipality: "Сливен, Ямбол"'],
])("%s stays for the editor", (_, written) => {
  expect(fix(written)).toBe(written);
});
