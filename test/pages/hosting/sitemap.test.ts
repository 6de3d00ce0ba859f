import { expect, it } from "vitest";
import { permalinks } from "../../../src/archive/permalinks.ts";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import type { Route } from "../../../src/core/model/route.ts";
import { planSitemapParts, sitemap } from "../../../src/pages/hosting/sitemap.ts";
import { outputsByKind } from "../../../src/pages/pages.ts";
import { archiveOf, entry, pageEntry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const empty = archiveOf([]);
const practiceRoutes = (count: number): Route[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: "practice",
    permalink: permalinks.practice("bg", `p${index}`),
    language: "bg",
    key: `p${index}`,
  }));
const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = ""]) => loc);

it("lists pages by their full address, and what is no page not at all", () => {
  const archive = archiveOf([entry({ id: "a", aliases: ["/old/"] })], { pages: [pageEntry({ id: "about" })] });
  const found = addresses(renderAt("/sitemap.xml", contextOf(archive)));
  expect(found).toContain("https://archive.example.org/bg/practices/a/");
  expect(found).toContain("https://archive.example.org/bg/about/");
  expect(found.filter((address) => /old|404|feed|nominees|robots|sitemap|org\/$/.test(address))).toEqual([]);
  expect(new Set(found).size).toBe(found.length);
});

it("names the versions of a page in all its languages, each from the other", () => {
  const archive = archiveOf([entry({ id: "a" }), entry({ id: "a", language: "en" }), entry({ id: "b" })]);
  const lines = renderAt("/sitemap.xml", contextOf(archive)).split("\n");
  const line = (language: string, id: string) =>
    lines.find((text) => text.includes(`/${language}/practices/${id}/</loc>`));
  for (const language of ["bg", "en"]) {
    expect(line(language, "a")).toContain('hreflang="bg" href="https://archive.example.org/bg/practices/a/"');
    expect(line(language, "a")).toContain('hreflang="en" href="https://archive.example.org/en/practices/a/"');
  }
  expect(line("bg", "b")).not.toContain("hreflang");
});

it("says which version is for other languages, and on which day the text of a practice was written", () => {
  const status = { state: "active", checked: "2019-05-14" as CalendarDay } as const;
  const archive = archiveOf([
    entry({ id: "a", date: "2016-06-09", status }),
    entry({ id: "a", language: "en", date: "2016-06-09" }),
    entry({ id: "b", date: "2017-01-02" }),
  ]);
  const xml = renderAt("/sitemap.xml", contextOf(archive));
  const line = (path: string) => xml.split("\n").find((text) => text.includes(`${path}</loc>`));
  expect(line("/bg/practices/a/")).toContain('hreflang="x-default" href="https://archive.example.org/bg/practices/a/"');
  expect(line("/bg/")).toContain('hreflang="x-default" href="https://archive.example.org/"');
  expect(line("/bg/practices/a/")).toContain("<lastmod>2019-05-14</lastmod>");
  expect(line("/en/practices/a/")).toContain("<lastmod>2016-06-09</lastmod>");
  expect(line("/bg/practices/b/")).toContain("<lastmod>2017-01-02</lastmod>");
  expect(line("/bg/practices/")).not.toContain("lastmod");
});

it.each([
  [0, 0],
  [50_000, 0],
  [50_001, 2],
  [100_000, 2],
  [100_001, 3],
])("%d addresses need %d numbered sitemaps", (total, parts) => {
  const planned = planSitemapParts(empty, practiceRoutes(total), { outputs: outputsByKind });
  expect(planned.map(({ permalink }) => permalink)).toEqual(
    Array.from({ length: parts }, (_, index) => `/sitemap-${index + 1}.xml`),
  );
});

it("routes that are no pages do not count", () => {
  const aliases = practiceRoutes(60_000).map((route): Route => ({ ...route, kind: "alias" }));
  expect(planSitemapParts(empty, aliases, { outputs: outputsByKind })).toEqual([]);
});

it("a large site has each address in exactly one sitemap, and sitemap.xml lists those", () => {
  const pages = practiceRoutes(50_003);
  const index: Route = { kind: "sitemap", permalink: "/sitemap.xml" as Route["permalink"], language: "bg", key: "" };
  const parts = planSitemapParts(empty, pages, { outputs: outputsByKind });
  const context = contextOf(empty, [...pages, index, ...parts]);
  const render = (route: Route) => addresses(String(sitemap.render(route, context)));
  expect(render(index)).toEqual([
    "https://archive.example.org/sitemap-1.xml",
    "https://archive.example.org/sitemap-2.xml",
  ]);
  const [first = [], second = []] = parts.map(render);
  expect([first.length, second.length]).toEqual([50_000, 3]);
  expect(new Set([...first, ...second]).size).toBe(50_003);
});
