import { describe, expect, it } from "vitest";
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

describe("the limit of 280 characters", () => {
  it("is kept: what has so many stays, what has more is cut", () => {
    const words = (length: number): string =>
      "дума "
        .repeat(60)
        .slice(0, length - 1)
        .trimEnd()
        .padEnd(length, "а");
    expect(summarize(words(280))).toBe(words(280));
    expect(summarize(words(281))).toMatch(/^[^…]{200,279}…$/);
  });

  it.each([
    [".", 139, false],
    [".", 141, true],
    ["!", 141, true],
    ["?", 200, true],
    // A full stop within a word ends no sentence.
    [".а", 200, false],
  ])("a sentence that ends in %j at %i is taken if that is more than half of it", (mark, at, isTaken) => {
    const text = `${"а".repeat(at)}${mark} ${"дума ".repeat(60)}`;
    expect(summarize(text) === `${"а".repeat(at)}${mark}`).toBe(isTaken);
  });

  it("leaves no comma or dash before the dots", () => {
    const text = `${"дума ".repeat(55)}, – ${"а".repeat(100)}`;
    expect(summarize(text)).toBe(`${"дума ".repeat(55).trim()}…`);
  });
});
