import { expect, it } from "vitest";
import { slugify } from "../../../src/core/language/slug.ts";

it.each([
  ["Библиотека на колела", "biblioteka-na-kolela"],
  ["Община новатор: 2004 г.", "obshtina-novator-2004-g"],
  ["„Зелена“ енергия – за всички!", "zelena-energia-za-vsichki"],
  ["Café  Über__Straße", "cafe-uber-stra-e"],
  ["Children's day", "childrens-day"],
  ["  – 24/7 –  ", "24-7"],
  ["Con", "con-1"],
  ["Кон", "kon"],
])("the title %j becomes the address part %j", (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

it("a stress mark above a letter does not get into the address", () => {
  expect(slugify("стро\u0301й")).toBe("stroy");
});

it("a title without letters or digits has no slug", () => {
  expect(slugify("!!! … „“")).toBe("");
});

it("a long title is cut at a word border", () => {
  const slug = slugify("Прозрачно управление на общинската собственост", 30);
  expect(slug).toBe("prozrachno-upravlenie-na");
});

it("one endless word is cut at the limit", () => {
  expect(slugify("а".repeat(200))).toBe("a".repeat(80));
});

it.each([
  // The word that does not fit is left out if more than half of what may be is there without it.
  ["aaaaaa bbbbbbbb", 10, "aaaaaa"],
  ["aaaaaa bbb", 10, "aaaaaa-bbb"],
  ["aaaaa bbbbbbbb", 10, "aaaaa-bbbb"],
  ["aaaaa bbbb", 10, "aaaaa-bbbb"],
  ["aaaaa bbbb cc", 10, "aaaaa-bbbb"],
  ["aaaaaaaaaa", 10, "aaaaaaaaaa"],
  ["aaaaaaaaaaa", 10, "aaaaaaaaaa"],
])("%j has room in %i signs as %j", (title, most, slug) => {
  expect(slugify(title, most)).toBe(slug);
});

it.each(["con", "PRN", "aux", "nul", "com1", "LPT9"])("%s is the name of a device in Windows", (name) => {
  expect(slugify(name)).toBe(`${name.toLowerCase()}-1`);
});
