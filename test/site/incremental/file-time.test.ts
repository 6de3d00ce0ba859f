import { expect, it } from "vitest";
import { isFileTimeSure } from "../../../src/site/incremental/file-time.ts";

it.each([
  { what: "long before", modified: 1_000.5, seen: 5_000, sure: true },
  { what: "right before", modified: 4_980.5, seen: 5_000, sure: false },
  { what: "after", modified: 5_001.5, seen: 5_000, sure: false },
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
