import { afterEach, expect, it, vi } from "vitest";
import { tabsOf } from "../../../src/cli/pdf/tabs-of.ts";

const processors = vi.hoisted(() => ({ number: 1 }));
vi.mock("node:os", () => ({ availableParallelism: () => processors.number }));
afterEach(() => {
  processors.number = 1;
});

it.each([
  [1, 2],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 4],
  [64, 4],
])("with %i processors a browser prints in %i tabs", (number, tabs) => {
  processors.number = number;
  expect(tabsOf({})).toBe(tabs);
});

it("as many as asked for, however few or many", () => {
  expect(["1", "3", "64"].map((jobs) => tabsOf({ jobs }))).toEqual([1, 3, 64]);
});
