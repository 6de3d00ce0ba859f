import { expect, it } from "vitest";
import { formatTable, formatTime, printable } from "../../../src/cli/votes/format.ts";

it("a time is given to the minute, in UTC", () => {
  expect(formatTime("2026-11-24T23:59:59.999Z", "en")).toBe("24\u00a0November\u00a02026, 23:59 UTC");
});

it("nothing of a log steers a terminal", () => {
  expect(printable("a\u001b[31mb\u0007\nc")).toBe("a�[31mb��c");
});

it("numbers stand to the right under their heading, words to the left", () => {
  const lines = [
    ["Day", "Votes", "Practice"],
    ["1 May", 9, "a"],
    ["24 May", 12_345, "solar"],
    ["2 June", -1, "b"],
  ];
  expect(formatTable(lines, "en").split("\n")).toEqual([
    "  Day      Votes  Practice",
    "  1 May        9  a",
    "  24 May  12,345  solar",
    "  2 June      −1  b",
    "",
  ]);
});

it("a single line has no heading", () => {
  expect(formatTable([["7", "2026-11-24", "solar"]], "en")).toBe("  7  2026-11-24  solar\n");
  expect(formatTable([], "en")).toBe("");
});
