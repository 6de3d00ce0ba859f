import { expect, it } from "vitest";
import { outputPath, permalinks } from "../../src/archive/permalinks.ts";

it("addresses are those of the contract", () => {
  expect(permalinks.home("bg")).toBe("/bg/");
  expect(permalinks.practice("en", "edno-gishe")).toBe("/en/practices/edno-gishe/");
  expect(permalinks.practices("bg")).toBe("/bg/practices/");
  expect(permalinks.practices("bg", 2)).toBe("/bg/practices/page/2/");
  expect(permalinks.theme("bg", "youth")).toBe("/bg/themes/youth/");
  expect(permalinks.year("bg", "2016")).toBe("/bg/years/2016/");
  expect(permalinks.municipality("bg", "SLV20")).toBe("/bg/municipalities/SLV20/");
  expect(permalinks.innovator("bg", "obshtina-sliven")).toBe("/bg/innovators/obshtina-sliven/");
  expect(permalinks.issue("bg", "2007")).toBe("/bg/issues/2007/");
  expect(permalinks.feed("en")).toBe("/en/feed.xml");
});

it("the first page of the list has one address only", () => {
  expect(permalinks.practices("bg", 1)).toBe(permalinks.practices("bg"));
});

it.each([
  ["/", "index.html"],
  ["/bg/practices/most/", "bg/practices/most/index.html"],
  ["/bg/feed.xml", "bg/feed.xml"],
  ["/404.html", "404.html"],
])("%s is answered by the file %s", (permalink, file) => {
  expect(outputPath(permalink as Parameters<typeof outputPath>[0])).toBe(file);
});

it.each(["media/план 2016.pdf", "practices/2016/map.svg", "media/100%.pdf", "media/a#b?c.pdf", "plan.pdf"])(
  "a file of the content keeps its name on the disk: %s",
  (path) => {
    expect(outputPath(permalinks.media(path))).toBe(path.startsWith("media/") ? path : `files/${path}`);
    expect(permalinks.media(path)).not.toMatch(/[ #?]/);
  },
);
