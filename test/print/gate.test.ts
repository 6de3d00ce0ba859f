import { expect, it } from "vitest";
import type { DocumentDraft } from "../../src/print/documents/practice-parts.ts";
import { judgeBlocks, judgeSheet } from "../../src/print/gate.ts";
import type { Report } from "../../src/print/typst/reports.ts";
import { codesOf } from "../builders.ts";

const places = new Map(["one", "two"].map((text, index) => [`a/${index}`, { file: "a.bg.md", text }]));
const judge = (...reports: readonly Report[]) => judgeBlocks(reports, { places } as unknown as DocumentDraft);

it.each([
  [0, []],
  [4.96, ["print/small-letters"]],
  [5, []],
])("letters of %d points in a drawing: %j", (letters, codes) => {
  expect(codesOf(judge({ kind: "picture", place: "a/0", letters }))).toEqual(codes);
});

it("a block is named once, by its last report, with the size of its letters to a tenth", () => {
  const reports = [4.04, 3.96].map((letters): Report => ({ kind: "picture", place: "a/1", letters }));
  expect(judge(...reports)).toMatchObject([
    { code: "print/small-letters", parameters: { picture: "two", points: 4 }, location: { text: "two" } },
  ]);
  expect(judge({ kind: "picture", place: "a/2", letters: 1 })).toEqual([]);
});

it.each([
  ["words", []],
  ["hyphens", []],
  ["parts", ["print/wide-table"]],
] as const)("a table that fits by its %s: %j", (step, codes) => {
  expect(codesOf(judge({ kind: "table", place: "a/0", step, size: 9 }))).toEqual(codes);
});

it.each([
  [1, 0.01, []],
  [2, 0.19, ["print/short-last-page"]],
  [2, 0.2, []],
  [3, 1, ["print/over-one-sheet"]],
])("a sheet of %i sides, the last of them filled to %d: %j", (pages, lastFill, codes) => {
  expect(codesOf(judgeSheet({ pages, lastFill }, "a.bg.md"))).toEqual(codes);
});
