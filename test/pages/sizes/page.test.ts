import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import type { MunicipalityCode } from "../../../src/core/model/ids.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

/** Sliven and Burgas are over 100,000, Belene is 5 to 10 thousand. */
const practices = [
  entry({ id: "most", municipalities: ["SLV20"] }),
  entry({ id: "park", municipalities: ["PVN03", "BGS04"] }),
  entry({ id: "bez-myasto" }),
  entry({ id: "most", language: "en", municipalities: ["SLV20"] }),
];
const context = contextOf(archiveOf(practices));
const page = (permalink: string) => load(renderAt(permalink, context));
const textsIn = (html: ReturnType<typeof page>, selector: string): string[] =>
  html(selector)
    .toArray()
    .map((element) => html(element).text().replace(/\s+/g, " ").trim());

describe("the page of the sizes", () => {
  const html = page("/bg/sizes/");

  it("says for each size how many practices there are, and leads to their list", () => {
    expect(textsIn(html, "h2")).toEqual([
      "под 5 хил. жители още няма практики",
      "5–10 хил. жители 1",
      "10–20 хил. жители още няма практики",
      "20–50 хил. жители още няма практики",
      "50–100 хил. жители още няма практики",
      "над 100 хил. жители 2",
    ]);
    expect(html("h2 a[href$='/sizes/over-100/']").length).toBe(1);
    expect(html("h2 a").length).toBe(2);
  });

  it("names every place below its size in dictionary order, so that readers without script find theirs", () => {
    expect(html("[data-place]").length).toBe(265);
    const large = textsIn(html, "[data-band='over-100'] li");
    expect(large[0]).toBe("Бургас");
    expect(large).toContain("Сливен");
    expect(large).toEqual(large.toSorted(new Intl.Collator("bg").compare));
    expect(html("[data-band='over-100'] summary").text()).toBe("9\u00a0общини с тази големина");
  });

  it("tells places of one name apart by their province", () => {
    expect(textsIn(html, "[data-place^='VAR05'], [data-place='RSE04']")).toEqual(["Бяла (Варна)", "Бяла (Русе)"]);
  });

  it("says what a place is called in the other language, for a choice that holds in both", () => {
    expect(html("[data-place='SLV20']").attr("data-en")).toBe("Sliven");
    expect(page("/en/sizes/")("[data-place='SLV20']").attr("data-bg")).toBe("Сливен");
  });

  it("says whose figures the population is", () => {
    expect(html(".intro").text()).toContain("Национален статистически институт (31\u00a0декември 2013\u00a0г.)");
  });
});

describe("a list by size", () => {
  it("holds the practices of which one place is as large", () => {
    const html = page("/bg/sizes/over-100/");
    expect(html("h1").text()).toBe("Над 100\u00a0хил.\u00a0жители");
    expect(html(".intro").text()).toBe("2\u00a0практики от общини с население над 100\u00a0хил.\u00a0жители.");
    expect(html(".row").length).toBe(2);
    expect(page("/bg/sizes/5-10/")(".row").length).toBe(1);
  });
});

describe("the size of the place", () => {
  it("stands in rows, once for each size", () => {
    const row = page("/bg/practices/")(".row:has([data-print=park])");
    expect(row.find(".row-size").length).toBe(2);
    expect(row.find("[data-size='5-10']").text()).toBe("5–\u206010\u00a0хил. жители");
    expect(page("/bg/practices/")(".row:has([data-print=bez-myasto]) .row-size").length).toBe(0);
  });

  it("is a fact of the practice with a link to its list; a single place says its population and the year", () => {
    const fact = (id: string) => textsIn(page(`/bg/practices/${id}/`), ".fact-size dd");
    expect(fact("most")[0]?.replaceAll("\u00a0", " ")).toMatch(/^над 100 хил\. жители \d{3} \d{3} през 2013 г\.$/);
    expect(fact("park")).toEqual(["5–\u206010 хил. жители, над 100 хил. жители"]);
    expect(fact("bez-myasto")).toEqual([]);
    expect(page("/bg/practices/most/")(".fact-size a").attr("href")).toMatch(/\/sizes\/over-100\/$/);
  });

  it("is a way into the list of all practices, and of signs on the map", () => {
    const sizes = textsIn(page("/bg/practices/"), "[aria-labelledby=facet-size] li");
    expect(sizes).toEqual(["5–10 хил. жители 1", "над 100 хил. жители 2"]);
    const signs = page("/bg/municipalities/")(".figure-map a");
    expect(signs.toArray().map(({ attribs }) => attribs["data-size"])).toEqual(
      expect.arrayContaining(["over-100", "5-10"]),
    );
  });

  it("is one of the filters of the search", () => {
    const head = renderAt("/bg/search/index/head.js", context);
    expect(head).toContain(
      '"size":{"values":[["5-10","5–10\u00a0хил.\u00a0жители"],["over-100","над 100\u00a0хил.\u00a0жители"]]',
    );
  });
});

describe("an archive of places whose population nobody knows", () => {
  const known = vocabulary();
  const places = new Map([...known.places].map(([code, { population: _, ...place }]) => [code, place]));
  const silent = contextOf(archiveOf(practices, { vocabulary: { ...known, places, census: undefined } }));

  it("does not speak of sizes", () => {
    expect(places.get("SLV20" as MunicipalityCode)?.name).toBe("Сливен");
    expect(silent.routes.filter(({ permalink }) => permalink.includes("/sizes/"))).toEqual([]);
    for (const permalink of ["/bg/", "/bg/practices/", "/bg/practices/most/", "/bg/municipalities/", "/bg/search/"]) {
      const html = load(renderAt(permalink, silent));
      expect(html("[data-size], [data-like-place], .fact-size, #facet-sizes").length, permalink).toBe(0);
      expect(html("script[src*=like-place]").length, permalink).toBe(0);
    }
    expect(renderAt("/data/practices.csv", silent).split("\r\n", 1)[0]).not.toMatch(/population|sizes/);
  });
});
