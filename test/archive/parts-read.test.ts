import { expect, it } from "vitest";
import { PartsRead } from "../../src/archive/parts-read.ts";

const text = (date: string, themes: readonly string[], paths: readonly string[] = [], title = "Мост") => ({
  item: { date, themes, title },
  outline: { links: paths.map((path) => ({ line: 3, target: { path } })) },
});

it("texts are alike in what has been looked at, and in nothing else", () => {
  const parts = new PartsRead();
  const read = text("2016-06-09", ["energy"], ["media/a.pdf"]);
  parts.during(() => {
    const item = parts.watch(read.item, "item");
    const outline = parts.watch(read.outline, "outline");
    expect([item.date, item.themes.includes("youth")]).toEqual(["2016-06-09", false]);
    expect(outline.links.map(({ target }) => target.path)).toEqual(["media/a.pdf"]);
  });
  expect(parts.watch(read.item, "item")).toBe(read.item);
  const before = text("2016-06-09", ["energy"], ["media/a.pdf"]);
  expect(parts.areAlike(before, text("2016-06-09", ["energy"], ["media/a.pdf"], "Мостове"))).toBe(true);
  for (const other of [
    text("2016-06-10", ["energy"], ["media/a.pdf"]),
    text("2016-06-09", ["youth"], ["media/a.pdf"]),
    text("2016-06-09", ["energy", "youth"], ["media/a.pdf"]),
    text("2016-06-09", ["energy"], ["media/b.pdf"]),
    text("2016-06-09", ["energy"]),
  ])
    expect(parts.areAlike(before, other)).toBe(false);
});
