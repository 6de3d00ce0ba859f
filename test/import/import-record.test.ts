import { expect, it } from "vitest";
import { shortenPart } from "../../src/import/import-record.ts";

it.each([
  ["а".repeat(200), "а".repeat(200)],
  ["а".repeat(201), `${"а".repeat(199)}…`],
  ["  едно\n\nдве\t три ", "едно две три"],
])("a part of a text stands in a line of two hundred letters at most: %j", (text, line) => {
  expect(shortenPart(text)).toBe(line);
});
