import { expect, it } from "vitest";
import { isDenied, isOfSystem } from "../../src/locales/system-code.ts";

it.each([
  ["EACCES", true, true],
  ["EPERM", true, true],
  ["ENOENT", false, true],
  ["not UTF-8", false, false],
  ["EACCES: permission denied", false, false],
])("%s says that something is not allowed: %s, and is of the system: %s", (code, denied, ofSystem) => {
  expect([isDenied(code), isOfSystem(code)]).toEqual([denied, ofSystem]);
});
