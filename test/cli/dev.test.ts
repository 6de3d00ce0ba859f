import { expect, it } from "vitest";
import { describeTaken } from "../../src/cli/commands/dev.ts";
import { locales } from "../../src/locales/locales.ts";

it.each([
  [1, "0.md – 4 ms"],
  [3, "0.md, 1.md, 2.md – 4 ms"],
  [4, "0.md, 1.md, 2.md and 1 more – 4 ms"],
  [9, "0.md, 1.md, 2.md and 6 more – 4 ms"],
])("of %i changed files dev names three", (count, files) => {
  const paths = Array.from({ length: count }, (_, index) => `/site/${index}.md`);
  const context = { root: "/site", locale: locales.en };
  const line = describeTaken({ paths, milliseconds: 3.6 }, { diagnose: () => [] }, context);
  expect(line).toMatch(/^\d\d:\d\d:\d\d /);
  expect(line.slice(9)).toBe(`${files}, no errors`);
});
