import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { Archive, PracticeEntry } from "../../../src/core/model/archive.ts";
import type { Body } from "../../../src/core/model/body.ts";
import { createTarget, type Extent } from "../../../src/core/target.ts";
import { planRoutes } from "../../../src/pages/pages.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const bookletsOf = (archive: Archive, extent: Extent = "full"): readonly string[] =>
  planRoutes(archive, createTarget("web", extent))
    .value.filter(({ kind }) => kind === "booklet")
    .map(({ permalink }) => permalink);

const practicesOf = (count: number, fields: Partial<Parameters<typeof entry>[0]> = {}): PracticeEntry[] =>
  Array.from({ length: count }, (_, index) => entry({ id: `p${index}`, innovator: `${index}`, ...fields }));

describe("booklets", () => {
  it("exist for lists by theme, year, municipality, size of the place and innovator, in each language that has the practices", () => {
    const fields = { themes: ["youth"], municipalities: ["SLV20"], innovator: "Община Сливен" };
    const archive = archiveOf([...practicesOf(2, fields), entry({ id: "p0", language: "en", themes: ["youth"] })]);
    expect(bookletsOf(archive).toSorted()).toEqual([
      "/bg/innovators/obshtina-sliven/print/",
      "/bg/municipalities/SLV20/print/",
      "/bg/sizes/over-100/print/",
      "/bg/themes/youth/print/",
      "/bg/years/2016/print/",
    ]);
    expect(bookletsOf(archive, "pages")).toEqual([]);
  });

  it.each([
    [1, 0],
    [2, 1],
    [24, 1],
    [25, 0],
    [101, 0],
  ])("of a list of %d practices: %d, and its page links to it accordingly", (count, booklets) => {
    const archive = archiveOf(practicesOf(count));
    expect(bookletsOf(archive)).toHaveLength(booklets);
    const list = renderAt("/bg/years/2016/", contextOf(archive));
    expect(list.includes(`/years/2016/print/">Всички като един документ за печат (${count}\u00a0практики)</a>`)).toBe(
      booklets > 0,
    );
  });

  it.each([
    [24, false],
    [25, true],
    [200, true],
    [201, false],
  ])("of a list of %d practices are printed by the selection: %s", (count, isSelected) => {
    const list = load(renderAt("/bg/years/2016/", contextOf(archiveOf(practicesOf(count)))));
    const [page, ids] = list(".booklet-link a").attr("href")?.split("#ids=") ?? [];
    expect(page?.endsWith("/bg/print/") === true && ids?.split(",").length === count).toBe(isSelected);
  });

  it("hold the practices in the order of the list, numbered as in the contents", () => {
    const days = ["2016-01-05", "2016-11-30", "2016-06-09"];
    const archive = archiveOf(days.map((date, index) => entry({ id: `p${index}`, date })));
    const context = contextOf(archive);
    const html = renderAt("/bg/years/2016/print/", context);
    const order = ["p1", "p2", "p0"];
    const found = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => value);
    expect(found(/<article [^>]*data-practice="(\w+)"/g)).toEqual(order);
    expect(found(/<li><a href="#practice-(\w+)"/g)).toEqual(order);
    expect(found(/>(Практика \d от \d)/g)).toEqual([1, 2, 3].map((number) => `Практика ${number} от 3`));
    const list = renderAt("/bg/years/2016/", context);
    expect([...list.matchAll(/practices\/(p\d)\/">/g)].map(([, id]) => id)).toEqual(order);
  });

  it("say from when to when their practices are", () => {
    const span = (...days: string[]) => {
      const archive = archiveOf(days.map((date, index) => entry({ id: `p${index}`, date, themes: ["youth"] })));
      return />([^<]*Публикувани[^<]*)</.exec(renderAt("/bg/themes/youth/print/", contextOf(archive)))?.[1];
    };
    expect(span("2016-06-09", "2004-03-01", "2010-01-01")).toMatch(
      /Публикувани от 1\sмарт\s2004\sг\. до 9\sюни\s2016\sг\.$/,
    );
    expect(span("2016-06-09", "2016-06-09")).toMatch(/Публикувани на 9\sюни\s2016\sг\.$/);
  });

  it("are for paper, not for search engines, which are sent to the list", () => {
    const archive = archiveOf([...practicesOf(2), ...practicesOf(2, { language: "en" })]);
    const context = contextOf(archive);
    const html = renderAt("/bg/years/2016/print/", context);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<link rel="canonical" href="https://archive.example.org/bg/years/2016/">');
    expect(html).not.toContain('<link rel="alternate" hreflang=');
    expect(html).toMatch(/href="[./]+\/en\/years\/2016\/print\/" lang="en"/);
    expect(renderAt("/bg/years/2016/", context)).not.toContain("noindex");
    expect(renderAt("/sitemap.xml", context)).not.toContain("2016/print/");
  });

  it("say where a print is from, and offer no form", () => {
    const html = renderAt("/bg/years/2016/print/", contextOf(archiveOf(practicesOf(2))));
    expect(html).toMatch(/Разпечатано от .* – Printed from /);
    expect(html).toContain("https://archive.example.org/bg/years/2016/print/");
    expect(html).not.toContain("data-nominate");
    expect(html).not.toContain("Номинациите са приключили.");
  });

  it("give each anchor once, whatever ids and headings look alike, and each link in them its target", () => {
    const section = (id: string) => ({
      id,
      title: id,
      plainTitle: id,
      kind: "other" as const,
      html: `<p><a href="#${id}">↑</a></p>`,
    });
    const body: Body = {
      lead: "",
      sections: ["title", "b", "b-c", "c", "contents"].map(section),
      footnotes: '<section class="footnotes"><p id="fn1"></p></section>',
      firstParagraph: "",
      outline: { links: [], anchors: [] },
    };
    const ids = ["a", "a-b", "a-title", "a-b-c", "page-text", "booklet-contents"];
    const context = { ...contextOf(archiveOf(ids.map((id) => entry({ id })))), bodyOf: () => body };
    const html = renderAt("/bg/years/2016/print/", context);
    const anchors = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(anchors.length).toBeGreaterThan(ids.length * 8);
    expect(new Set(anchors).size).toBe(anchors.length);
    const targets = [...html.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  it("show a practice the same in each, without what another page was told", () => {
    const archive = archiveOf(practicesOf(3, { themes: ["youth"], municipalities: ["SLV20"] }));
    const context = contextOf(archive);
    const articles = (permalink: string, source = context) =>
      renderAt(permalink, source).match(/<article [\s\S]*<\/article>/)?.[0];
    const first = articles("/bg/themes/youth/print/");
    expect(first).toBeTruthy();
    expect(articles("/bg/years/2016/print/")).toBe(first);
    // A context of its own knows nothing of the other's.
    const tally = { counts: new Map([["p0", 7]]), day: "2016-06-09" };
    const counted = contextOf({ ...archive, tally } as unknown as Archive);
    expect(articles("/bg/themes/youth/print/", counted)).toContain('value="7"');
    expect(articles("/bg/themes/youth/print/", contextOf(archive, undefined, "disk"))).toContain("index.html");
  });
});
