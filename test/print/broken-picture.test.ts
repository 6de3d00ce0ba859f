import { expect, it } from "vitest";
import { brokenPicture } from "../../src/print/broken-picture.ts";

it.each([
  ["failed to parse SVG (expected a whitespace not '<' at 1:155)", "code", { line: 1, column: 155 }],
  ["failed to decode image (unexpected end of file)", "data", undefined],
  ["file not found", "other", undefined],
])("%s", (reason, fault, location) => {
  const found = brokenPicture("content/media/a.svg", reason);
  expect(found.parameters).toMatchObject({ fault });
  expect(found.location).toEqual(location);
});
