import { type Stats, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileStateOf, isFileTimeSure, isSameFile } from "../../../src/site/incremental/file-state.ts";
import { useFolder } from "../../use-folder.ts";

it.each([
  { what: "long before", modified: 1_000.5, seen: 5_000, sure: true },
  { what: "right before", modified: 4_980.5, seen: 5_000, sure: false },
  { what: "after", modified: 5_001.5, seen: 5_000, sure: false },
  { what: "years after, by a clock that was wrong", modified: 9_000_000.5, seen: 5_000, sure: false },
  { what: "a second before, on a file system that counts seconds", modified: 4_000, seen: 5_000, sure: false },
  { what: "three seconds before, on one that counts seconds", modified: 2_000, seen: 5_000, sure: true },
])("a change $what: $sure", ({ modified, seen, sure }) => {
  expect(isFileTimeSure(modified, seen)).toBe(sure);
});

it.each([
  { modified: 4_949.5, seen: 5_000, sure: true },
  { modified: 4_950.5, seen: 5_000.5, sure: false },
  { modified: 4_951.5, seen: 5_000, sure: false },
  { modified: 3_000, seen: 5_000, sure: false },
  { modified: 2_000, seen: 4_000.5, sure: true },
])(
  "the change must be more than 50 ms old, or more than two seconds where seconds are counted: $modified, $seen",
  ({ modified, seen, sure }) => {
    expect(isFileTimeSure(modified, seen)).toBe(sure);
  },
);

const folder = useFolder();
const later = Date.now() + 60_000;

it("a file is what it was as long as nothing of its state differs", () => {
  const file = join(folder(), "a.txt");
  writeFileSync(file, "17");
  const stats = statSync(file);
  const known = fileStateOf(stats);
  expect(isSameFile(known, stats, later)).toBe(true);
  for (const [field, value] of Object.entries(known))
    expect(isSameFile({ ...known, [field]: value + 1 }, stats, later), field).toBe(false);
});

it("a correction of the same length is noticed, although the file got the time that it had", () => {
  const file = join(folder(), "b.txt");
  const time = new Date("2020-01-01T00:00:00Z");
  const write = (text: string): Stats => {
    writeFileSync(file, text);
    utimesSync(file, time, time);
    return statSync(file);
  };
  const known = write("17");
  // A change of the file is a change of its state as soon as the clock of the file system has gone on.
  let changed = write("71");
  while (changed.ctimeMs === known.ctimeMs) changed = write("71");
  expect(isSameFile(fileStateOf(known), changed, later)).toBe(false);
});
