import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { Field } from "../../../src/core/model/fields/field.ts";
import { practiceFields } from "../../../src/core/model/fields/practice-fields.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const own: readonly Field[] = [
  {
    name: "funding",
    kind: "list",
    of: { kind: "choice", values: ["state", "eu"], labels: { state: { bg: "държава" }, eu: { bg: "Европа" } } },
    label: { bg: "Средства" },
    filter: true,
    place: "facts",
  },
  { name: "partner", kind: "agent", label: { bg: "Партньор" }, filter: true, place: "facts" },
  { name: "budget", kind: "money", label: { bg: "Разход" }, place: "facts" },
];

const values: readonly Parameters<typeof entry>[0][] = [
  { id: "a", date: "2018-01-01", themes: ["youth", "energy"], municipalities: ["SLV20"] },
  { id: "b", date: "2018-02-01", themes: ["youth"], municipalities: ["SLV20"] },
  { id: "c", date: "2016-01-01", themes: ["youth"], municipalities: [] },
  { id: "d", date: "2015-01-01", themes: ["finance"], municipalities: [] },
];
const more: Readonly<Record<string, object>> = {
  a: { funding: ["state", "eu"], partner: "Фонд А", status: { state: "active", checked: undefined } },
  b: { funding: ["eu"], partner: "фонд  а", status: { state: "ended", checked: undefined } },
  c: { funding: [], partner: "C++", awards: [{ name: "Награда", year: undefined }] },
  d: { funding: [], partner: "C#" },
};
const archive = archiveOf(
  values.map((fields) => entry({ ...fields, ...more[fields.id] } as Parameters<typeof entry>[0])),
  { vocabulary: { ...vocabulary({ languages: ["bg"] }), fields: [...practiceFields, ...own] } },
);
const context = contextOf(archive);
const page = (address: string) => load(renderAt(address, context));

/** “2018 2”: the values of a facet on a page. */
const valuesOn = (address: string, facet: string): readonly string[] => {
  const html = page(address);
  return html(`[aria-labelledby=facet-${facet}] li`)
    .toArray()
    .map((item) => html(item).text().replace(/\s+/g, " ").trim());
};

describe("the filters of a list", () => {
  it("count what its practices have, and leave out what they all share or say already", () => {
    const list = "/bg/themes/youth/";
    expect(valuesOn(list, "theme")).toEqual([]);
    expect(valuesOn(list, "year")).toEqual(["2018 2", "2016 1"]);
    expect(valuesOn(list, "municipality")).toEqual(["Сливен 2"]);
    expect(valuesOn(list, "status")).toEqual(["действа 1", "приключила 1"]);
    expect(valuesOn(list, "award")).toEqual(["с награда 1"]);
    expect(valuesOn(list, "funding")).toEqual(["държава 1", "Европа 2"]);
    // One language has none other.
    expect(valuesOn(list, "language")).toEqual([]);
    expect(page(list)("[data-narrow]").data()).toMatchObject({ shared: "theme", sharedKey: "youth" });
  });

  it("are not there where a glance says it all", () => {
    expect(page("/bg/years/2018/")(".filters, .sort").length).toBe(0);
  });

  it("of all practices lead to lists of that many", () => {
    const html = page("/bg/practices/");
    const links = html(".filters li a").toArray();
    expect(links.length).toBeGreaterThan(12);
    for (const link of links) {
      const address = new URL(html(link).attr("href") ?? "", "https://archive.example.org/bg/practices/").pathname;
      expect(page(address)(".row").length, address).toBe(Number(html(link).next(".count").text()));
    }
  });
});

describe("a list of one value", () => {
  it("is there for states, awards and the archive's own filters, and says what it is of", () => {
    const html = page("/bg/lists/funding/eu/");
    expect(html("h1").text()).toBe("Европа");
    expect(html(".intro").text()).toBe("Средства\u00a0– Европа: 2\u00a0практики.");
    expect(html(".row").length).toBe(2);
    expect(page("/bg/lists/status/ended/")(".row").length).toBe(1);
    expect(page("/bg/lists/award/yes/")(".row").length).toBe(1);
  });

  it("joins names that people take for one, and keeps apart those that only look alike in an address", () => {
    expect(page("/bg/lists/partner/fond-a/")(".row").length).toBe(2);
    const alike = ["c", "c-2"].map((slug) => page(`/bg/lists/partner/${slug}/`));
    expect(alike.map((html) => [html("h1").text(), html(".row").length])).toEqual([
      ["C#", 1],
      ["C++", 1],
    ]);
  });
});

it("a list leads to itself in every order that the archive has, which needs no script of its own", () => {
  const html = page("/bg/themes/youth/");
  expect(html(".sort").attr("action")).toMatch(/bg\/search\/$/);
  expect(html(".sort [type=hidden]").attr()).toMatchObject({ name: "theme", value: "youth" });
  expect(
    html(".sort option")
      .toArray()
      .map(({ attribs }) => attribs.value),
  ).toEqual(["date", "title", "adopted", "nominated", "-budget", "budget"]);
});

describe("of places, which may be many", () => {
  const codes = ["BLG01", "BLG03", "BLG11", "BLG13", "BLG28", "BLG33", "BLG37", "BLG40", "BLG44", "BLG52", "BLG53"];
  const filtersFor = (count: number) => {
    const practices = codes.slice(0, count).map((code) => entry({ id: code.toLowerCase(), municipalities: [code] }));
    const last = entry({ id: "last", municipalities: codes.slice(count - 1, count) });
    const html = load(renderAt("/bg/practices/", contextOf(archiveOf([...practices, last]))));
    const facet = html("[aria-labelledby=facet-municipality]");
    const counts = facet.find(".count").toArray();
    return [counts.map((each) => html(each).text()), facet.find("a[href$='municipalities/']").length];
  };

  it.each([
    [10, [...Array(9).fill("1"), "2"], 0],
    [11, ["2", ...Array(9).fill("1")], 1],
  ])("%i: a list shows ten, else those with most practices and a link to all", (count, shown, links) => {
    expect(filtersFor(count)).toEqual([shown, links]);
  });
});

it("what all practices of a list share is no choice", () => {
  const shared = ["a", "b", "c"].map((id) =>
    entry({ id, date: `201${id === "c" ? 7 : 6}-01-01`, themes: ["youth"], municipalities: ["SLV20"] }),
  );
  const html = load(renderAt("/bg/themes/youth/", contextOf(archiveOf(shared))));
  expect(html("[aria-labelledby=facet-municipality]").length).toBe(0);
  expect(html("[aria-labelledby=facet-year] li").length).toBe(2);
});

it("by another language practices can be narrowed down where there is one", () => {
  const practices = [entry({ id: "a" }), entry({ id: "a", language: "en" }), entry({ id: "b" }), entry({ id: "c" })];
  const html = load(renderAt("/bg/practices/", contextOf(archiveOf(practices))));
  expect(html("[aria-labelledby=facet-language] .count").text()).toBe("1");
});
