import { expect, it } from "vitest";
import { type FieldPath, finding, type Location } from "../../src/core/diagnostics/finding.ts";
import { locate } from "../../src/read/locate.ts";

const file = "content/practices/2016/most.bg.md";
const text = [
  "---",
  "title: Мост",
  "themes: [youth, yuoth]",
  "contact:",
  "  name: Иван",
  "  emial: ivan@example.org",
  "attachments:",
  "  - file: media/a.pdf",
  "    title: План",
  "  - file: media/b.pdf",
  "---",
  "",
  "Виж [плана](practice:plan) и [още](practice:plan).",
  "",
  "title: не е поле",
].join("\n");

const place = (location: Location | undefined, source = text, path = file) => {
  const [found] = locate([finding("content/bom", path, {}, location)], () => source);
  return [found?.line, found?.column, found?.length];
};
const field = (path: FieldPath, on: "key" | "value" = "value"): Location => ({ field: path, on });

it.each([
  ["a value", field(["title"]), [2, 8, 4]],
  ["a key", field(["title"], "key"), [2, 1, 5]],
  ["a member of a list", field(["themes", 1]), [3, 17, 5]],
  ["a key inside a field", field(["contact", "emial"], "key"), [6, 3, 5]],
  ["a value inside a list of fields", field(["attachments", 1, "file"]), [10, 11, 11]],
  ["a field that is missing: that it should be in", field(["contact", "tel"]), [5, 3, 10]],
  ["a field of its own that is missing: the fence", field(["date"]), [1, 1, 3]],
])("finds %s in the front matter", (_, location, expected) => {
  expect(place(location)).toEqual(expected);
});

it("an empty value is shown where it should stand", () => {
  expect(place(field(["title"]), "---\ndate: x\ntitle:\n---\n")).toEqual([3, 7, 1]);
});

it("finds a text from its line on", () => {
  expect(place({ line: 12, text: "practice:plan" })).toEqual([13, 13, 13]);
  expect(place({ line: 1, text: "title" })).toEqual([2, 1, 5]);
});

it("a text that is not there is the line it should be in", () => {
  expect(place({ line: 5, text: "nowhere" })).toEqual([5, 3, 10]);
});

it("a point stays as it is, and what has no place stands at the beginning", () => {
  expect(place({ line: 7, column: 3, length: 2 })).toEqual([7, 3, 2]);
  expect(place(undefined)).toEqual([1, 1, 1]);
});

it("in a file of YAML alone lines count from its own first line", () => {
  expect(place(field(["selection", 1]), "title: x\nselection:\n  - a\n  - b\n", "content/issues/a.yaml")).toEqual([
    4, 5, 1,
  ]);
});

it("a file that cannot be read gives its beginning", () => {
  const [found] = locate([finding("content/bom", file, {}, field(["title"]))], () => undefined);
  expect([found?.line, found?.column]).toEqual([1, 1]);
});

it("a text is looked for as far as 500 lines below, and no further", () => {
  const source = (line: number): string => `${"\n".repeat(line - 1)}търсено`;
  expect(place({ line: 1, text: "търсено" }, source(501))).toEqual([501, 1, 7]);
  expect(place({ line: 1, text: "търсено" }, source(502))).toEqual([1, 1, 1]);
});
