import { expect, it } from "vitest";
import { formatSeconds } from "../../src/cli/format-seconds.ts";

it.each([
  [0, "0,00", "0.00"],
  [0.126, "0,13", "0.13"],
  [9.99, "9,99", "9.99"],
  [10, "10,0", "10.0"],
  [61.25, "61,3", "61.3"],
])("%d seconds have two decimals below ten, one from there on", (seconds, bg, en) => {
  expect([formatSeconds(seconds, "bg"), formatSeconds(seconds, "en")]).toEqual([bg, en]);
});
