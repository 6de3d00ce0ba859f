import { expect, it } from "vitest";
import { tabsOf } from "../../../src/cli/pdf/tabs-of.ts";

it.each([
  [1, 2],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 4],
  [64, 4],
])("with %i processors a browser prints in %i tabs", (processors, tabs) => {
  expect(tabsOf({}, processors)).toBe(tabs);
});

it("as many as asked for, however few or many", () => {
  expect(["1", "3", "64"].map((jobs) => tabsOf({ jobs }))).toEqual([1, 3, 64]);
});
