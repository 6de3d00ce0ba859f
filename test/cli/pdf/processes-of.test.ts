import { expect, it } from "vitest";
import { processesOf } from "../../../src/cli/pdf/processes-of.ts";

it.each([
  [1, 1],
  [2, 2],
  [4, 4],
  [5, 4],
  [64, 4],
])("with %i processors %i processes print", (processors, processes) => {
  expect(processesOf({}, processors)).toBe(processes);
});

it("as many as asked for, however few or many", () => {
  expect(["1", "3", "64"].map((jobs) => processesOf({ jobs }))).toEqual([1, 3, 64]);
});
