import { expect, it } from "vitest";
import { createProseFinder } from "../../src/read/markdown/prose-lines.ts";
import { findUntranslated } from "../../src/review/find-untranslated.ts";

const findProse = createProseFinder();
const partsOf = (body: string, fields: Record<string, unknown> = {}, language: "bg" | "en" = "en") =>
  findUntranslated({ path: "a.md", body, bodyLine: 5, fields }, language, findProse(body, 5)).map(
    ({ parameters }) => (parameters as { part: string }).part,
  );

it.each([
  ["Нов", "en", false],
  ["Мост", "en", true],
  // As many letters of its own are a name with its translation.
  ["Most (Мост)", "en", false],
  ["Most Мостът", "en", true],
  ["LEADER", "bg", false],
  ["Green roofs", "bg", false],
  ["Green roofs for schools", "bg", true],
  ["Green roofs за училища", "bg", false],
] as const)("the title “%s” of a version in %s is not translated: %s", (title, language, isForeign) => {
  expect(partsOf("", { title }, language)).toEqual(isForeign ? ["title"] : []);
  expect(partsOf("", { innovator: title }, language)).toEqual(isForeign ? ["innovator"] : []);
});

it.each([
  [9, 0, false],
  [10, 0, true],
  [18, 2, false],
  [19, 2, true],
])("a section of %i letters in the other alphabet and %i in its own is not translated: %s", (other, own, isForeign) => {
  const text = `${"б".repeat(other)} ${"a".repeat(own)}`.trim();
  expect(partsOf(`## Background\n\n${text}\n`)).toEqual(isForeign ? ["Background"] : []);
});

it("a long paragraph has a finding of its own, and a text before the first heading none", () => {
  expect(partsOf(`## Background\n\n${"б".repeat(79)}\n`)).toEqual(["Background"]);
  expect(partsOf(`## Background\n\n${"б".repeat(80)}\n`)).toEqual([]);
  expect(partsOf("бббббббббббб\n\n## Background\n\nText\n")).toEqual([]);
});
