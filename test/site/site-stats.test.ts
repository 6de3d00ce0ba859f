import { expect, it } from "vitest";
import { limitsNear, StatsCounter, sizeOf } from "../../src/site/site-stats.ts";

const site = { files: 1_000, bytes: 50_000_000, largest: { path: "media/film.mp4", bytes: 1_000_000 } };

it.each([
  [{}, []],
  [{ files: 18_000 }, []],
  [{ files: 18_001 }, ["Cloudflare (Free) files"]],
  [{ files: 95_000 }, ["Cloudflare (Free) files", "Cloudflare files"]],
  [{ bytes: 900_000_001 }, ["GitHub Pages bytes"]],
  [{ largest: { path: "media/film.mp4", bytes: 25 * 1_024 ** 2 } }, []],
  [{ largest: { path: "media/film.mp4", bytes: 25 * 1_024 ** 2 + 1 } }, ["Cloudflare largest"]],
])("a site with %j comes near to: %j", (more, expected) => {
  expect(limitsNear({ ...site, ...more }).map(({ host, of }) => `${host} ${of}`)).toEqual(expected);
});

it("kinds of files are listed by their bytes, the most first, then by name", () => {
  const counter = new StatsCounter();
  const kinds = new Map([
    ["bg/a.html", "page"],
    ["assets/search", "index"],
  ]);
  counter.add("page", 2);
  counter.add("page", 3);
  const sizes = { "bg/a.html": 5, "assets/search/1.js": 3, "assets/search/2.js": 4, "media/b.png": 5, "robots.txt": 9 };
  const files = Object.entries(sizes).map(([path, bytes]) => [path, { bytes }] as const);
  expect(counter.list(files, kinds)).toEqual([
    { kind: "robots.txt", files: 1, bytes: 9, milliseconds: 0 },
    { kind: "index", files: 2, bytes: 7, milliseconds: 0 },
    { kind: "media/", files: 1, bytes: 5, milliseconds: 0 },
    { kind: "page", files: 1, bytes: 5, milliseconds: 5 },
  ]);
  expect(sizeOf(files)).toEqual({ files: 5, bytes: 26, largest: { path: "robots.txt", bytes: 9 } });
});
