import { load } from "cheerio";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const context = contextOf(
  archiveOf([
    entry({
      id: "most",
      title: 'Мост </script> "и" път',
      innovator: "Община Сливен",
      date: "2016-06-09",
      summary: "Накратко.",
      municipalities: ["SLV20"],
    }),
    entry({ id: "most", language: "en", title: "Bridge" }),
  ]),
);
const page = load(renderAt("/bg/practices/most/", context));
const meta = (name: string): (string | undefined)[] =>
  page(`meta[name="${name}"], meta[property="${name}"]`)
    .toArray()
    .map((element) => page(element).attr("content"));

/** What Zotero makes of a context object (its translator COinS and xpcom/openurl.js): which kind of item, and who made it. */
function readCoins(contextObject: string) {
  const creators: object[] = [];
  const item: Record<string, unknown> = { creators };
  for (const [key, value] of new URLSearchParams(contextObject)) {
    if (key === "rft.genre") item.itemType = value;
    else if (key === "rft.btitle") item.title = value;
    else if (key === "rft_id" && /^https?:/.test(value)) item.url = value;
    else if (key === "rft.aucorp") creators.push({ lastName: value, fieldMode: 1 });
    else if (/^rft\.(?:au|aulast|creator|contributor)$/.test(key)) creators.push({ person: value });
  }
  return item;
}

describe("the head of a practice's page", () => {
  /** What Zotero's translator “Embedded Metadata” takes for what (github.com/zotero/translators, Embedded Metadata.js). */
  it.each([
    ["citation_title", 'Мост </script> "и" път'],
    ["citation_publication_date", "2016/06/09"],
    ["citation_language", "bg"],
    ["DC.title", 'Мост </script> "и" път'],
    ["DC.creator", "Община Сливен"],
    ["DC.date", "2016-06-09"],
    ["DC.language", "bg"],
    ["DC.type", "Text"],
    ["DC.description", "Накратко."],
    ["og:title", 'Мост </script> "и" път'],
    ["og:type", "article"],
    ["og:locale", "bg_BG"],
  ])("says %s", (name, content) => {
    expect(meta(name)).toEqual([content]);
  });

  it("gives an organisation to Zotero as one name, and to nobody as a person's", () => {
    expect(meta("citation_author")).toEqual([]);
    for (const innovator of [
      "Община Стара Загора",
      "Общините Антоново, Омуртаг и Опака",
      "Green & Courtyards; Association",
    ]) {
      const title = 'Мост & "път" = 1';
      const html = load(
        renderAt("/bg/practices/most/", contextOf(archiveOf([entry({ id: "most", title, innovator })]))),
      );
      expect(readCoins(html("span.Z3988").attr("title") ?? "")).toMatchObject({
        itemType: "report",
        title,
        creators: [{ lastName: innovator, fieldMode: 1 }],
        url: "https://archive.example.org/bg/practices/most/",
      });
    }
  });

  it("has JSON-LD without empty lists, with the day of its text", () => {
    const html = load(
      renderAt(
        "/bg/practices/most/",
        contextOf(
          archiveOf([
            entry({
              id: "most",
              date: "2016-06-09",
              status: { state: "active", checked: "2019-05-14" as CalendarDay },
            }),
          ]),
        ),
      ),
    );
    const data = JSON.parse(html('script[type="application/ld+json"]').text());
    expect(Object.values(data).filter((value) => Array.isArray(value) && value.length === 0)).toEqual([]);
    expect([data.datePublished, data.dateModified]).toEqual(["2016-06-09", "2019-05-14"]);
  });

  it("has JSON-LD that a library expands, with place and translation", async () => {
    const text = page('script[type="application/ld+json"]').text();
    const data = JSON.parse(text);
    // The vocabulary itself is on the web; that all names are schema.org's is said once for all of them.
    const [item] = await jsonld.expand({ ...data, "@context": { "@vocab": "https://schema.org/", id: "@id" } });
    const of = (name: string): unknown => (item as Record<string, unknown>)[`https://schema.org/${name}`];
    expect(item?.["@type"]).toEqual(["https://schema.org/Article"]);
    expect(of("headline")).toEqual([{ "@value": 'Мост </script> "и" път' }]);
    expect(of("datePublished")).toEqual([{ "@value": "2016-06-09" }]);
    expect(JSON.stringify(of("spatialCoverage"))).toContain("Сливен");
    expect(JSON.stringify(of("workTranslation"))).toContain("/en/practices/most/");
  });

  it("has none of it where there are no files for reference managers", () => {
    const archive = archiveOf([entry({ id: "most" })]);
    const all = contextOf(archive).routes.filter(({ kind }) => kind !== "citations");
    const bare = renderAt("/bg/practices/most/", contextOf(archive, all));
    expect(bare).not.toMatch(/citation_|DC\.|ld\+json/);
  });
});

describe("the picture beside a link to a practice", () => {
  const shown = (...pictures: readonly (readonly [path: string, width: number])[]) => {
    const media = pictures.map(([path, width]) => ({
      path,
      source: `content/${path}`,
      bytes: 1,
      size: { width, height: 200 },
    }));
    const links = pictures.map(([path]) => ({
      target: { kind: "file" as const, path, fragment: "" },
      written: path,
      line: 1,
      image: true,
    }));
    const html = load(
      renderAt("/bg/practices/most/", contextOf(archiveOf([entry({ id: "most" }, { links })], { media }))),
    );
    return html('meta[property="og:image"]').attr("content");
  };

  it.each([
    ["300 pixels wide", [["media/a.jpg", 300]] as const, "a.jpg"],
    [
      "the first that is wide enough",
      [
        ["media/a.jpg", 299],
        ["media/b.PNG", 1200],
      ] as const,
      "b.PNG",
    ],
  ])("is one %s", (_, pictures, name) => {
    expect(shown(...pictures)).toBe(`https://archive.example.org/media/${name}`);
  });

  it.each([
    ["less than 300 pixels wide", [["media/a.jpg", 299]] as const],
    ["that not all programs show", [["media/a.webp", 600]] as const],
  ])("is none %s", (_, pictures) => {
    expect(shown(...pictures)).toBeUndefined();
  });
});
