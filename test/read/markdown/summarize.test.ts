import { expect, it } from "vitest";
import { summarize } from "../../../src/read/markdown/summarize.ts";

it("a short paragraph is its own summary", () => {
  expect(summarize("Едно изречение.")).toBe("Едно изречение.");
});

it("a long one is cut after a whole sentence", () => {
  const sentence = `${"дума ".repeat(40).trim()}.`;
  expect(summarize(`${sentence} ${sentence}`)).toBe(sentence);
});

it("a long sentence is cut after a whole word, without a comma before the dots", () => {
  const summary = summarize("дълга, ".repeat(100));
  expect(summary.length).toBeLessThanOrEqual(281);
  expect(summary).toMatch(/дълга…$/);
});
