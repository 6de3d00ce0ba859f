import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import type { ThemeId } from "../../../src/core/model/ids.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const youth = "youth" as ThemeId;
const base = vocabulary({ security: { contact: "security@example.org", expires: "2027-06-30" as CalendarDay } });
const archive = archiveOf(
  [
    entry({ id: "most", title: "Мост & път", themes: ["youth"], date: "2016-06-09" }),
    entry({ id: "park", themes: [], date: "2017-01-02" }),
  ],
  { vocabulary: { ...base, themes: new Map([[youth, { id: youth, name: { bg: "Младежи", en: "Youth" } }]]) } },
);
const context = contextOf(archive);

describe("feeds", () => {
  it("of a theme hold its practices alone, and its page leads to them", () => {
    const feed = load(renderAt("/bg/themes/youth/feed.xml", context), { xml: true });
    expect(feed("entry > title").text()).toBe("Мост & път");
    expect(feed('link[rel="self"]').attr("href")).toMatch(/\/bg\/themes\/youth\/feed\.xml$/);
    expect(feed("feed > id").text()).toMatch(/\/bg\/themes\/youth\/$/);
    expect(renderAt("/bg/themes/youth/", context)).toContain("themes/youth/feed.xml");
  });

  it("in JSON say what those in Atom say (JSON Feed 1.1: required members and types)", () => {
    for (const [path, ids] of [
      ["/bg/feed.json", ["park", "most"]],
      ["/bg/themes/youth/feed.json", ["most"]],
    ] as const) {
      const feed = JSON.parse(renderAt(path, context));
      expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
      expect(feed.feed_url.endsWith(path)).toBe(true);
      expect(feed.items.map(({ id }: { id: string }) => id.split("/").at(-2))).toEqual(ids);
      for (const item of feed.items) {
        expect(item).toMatchObject({ url: item.id, language: "bg", content_html: expect.any(String) });
        expect(Number.isNaN(Date.parse(item.date_published))).toBe(false);
      }
    }
  });
});

describe("of many practices", () => {
  const manyOf = (count: number) =>
    contextOf(
      archiveOf(
        Array.from({ length: count }, (_, index) =>
          entry({ id: `p${index}`, date: `20${String(60 - index).padStart(2, "0")}-01-01`, themes: ["energy"] }),
        ),
      ),
    );

  it.each([
    [50, 50],
    [51, 50],
  ])("%i, a feed has the newest fifty: %i", (count, shown) => {
    const many = manyOf(count);
    for (const path of ["/bg/feed.xml", "/bg/themes/energy/feed.xml"]) {
      const feed = load(renderAt(path, many), { xml: true });
      expect(feed("entry").length).toBe(shown);
      expect(feed("entry > id").last().text()).toMatch(/\/p49\/$/);
    }
    const ids = JSON.parse(renderAt("/bg/feed.json", many)).items.map(({ id }: { id: string }) => id);
    expect([ids.length, ids.at(-1)]).toEqual([shown, expect.stringMatching(/\/p49\/$/)]);
  });

  it("its day is that of the newest; one without practices is as old as the archive", () => {
    const updated = (path: string, of = manyOf(3)) => load(renderAt(path, of), { xml: true })("feed > updated").text();
    expect(updated("/bg/feed.xml")).toContain("2060-01-01");
    expect(updated("/en/feed.xml")).toContain("1998-09-01");
  });
});

it("a practice with one theme has a tag in JSON, one without has none", () => {
  const items = JSON.parse(renderAt("/bg/feed.json", context)).items;
  expect(items.map(({ tags }: { tags?: string[] }) => tags)).toEqual([undefined, ["Младежи"]]);
});

it("_headers say the policy of the pages, and that nobody may frame them", () => {
  const headers = renderAt("/_headers", context);
  expect(headers).toMatch(/^ {2}Content-Security-Policy: default-src 'none'; .*; frame-ancestors 'none'$/m);
  expect(headers).not.toMatch(/unsafe|\*;/);
});

it("security.txt says whom to tell and until when (RFC 9116)", () => {
  expect(renderAt("/.well-known/security.txt", context).split("\n")).toEqual([
    "Contact: mailto:security@example.org",
    "Expires: 2027-06-30T23:59:59Z",
    "Preferred-Languages: bg, en",
    expect.stringMatching(/^Canonical: https?:.*\/\.well-known\/security\.txt$/),
    "",
  ]);
});
