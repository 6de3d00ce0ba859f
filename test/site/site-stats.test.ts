import { expect, it } from "vitest";
import { limitsNear } from "../../src/site/site-stats.ts";

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
