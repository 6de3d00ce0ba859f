import { describe, expect, it } from "vitest";
import { outputPath } from "../../src/archive/permalinks.ts";
import { findSiteAddress } from "../../src/archive/site-address.ts";
import type { Archive } from "../../src/core/model/archive.ts";
import type { Route } from "../../src/core/model/route.ts";
import { createTarget, type Extent } from "../../src/core/target.ts";
import { hasTrait } from "../../src/pages/kit/context.ts";
import { planRoutes } from "../../src/pages/pages.ts";
import { archiveOf, codesOf, entry, ids, issue, pageEntry, vocabulary } from "../builders.ts";
import { contextOf } from "./render-route.ts";

const permalinksOf = (archive: Archive, extent: Extent = "full"): readonly string[] =>
  planRoutes(archive, createTarget("web", extent)).value.map(({ permalink }) => permalink);

const archive = archiveOf(
  [
    entry({
      id: "most",
      date: "2016-06-09",
      themes: ["youth"],
      municipalities: ["SLV20"],
      innovator: "Община Сливен",
      aliases: ["/innovations/bridge/"],
    }),
    entry({ id: "most", language: "en", date: "2016-06-09", innovator: "Sliven Municipality" }),
  ],
  { pages: [pageEntry({ id: "about" })], issues: [issue({ id: "2016", selection: ids("most") })] },
);

describe("the routes of a site", () => {
  it("are, in full, those of the contract and the indexes above them", () => {
    expect(permalinksOf(archive).toSorted()).toEqual(
      [
        "/",
        "/.htaccess",
        "/404.html",
        "/_headers",
        "/ballot-paper.json",
        "/service-worker.js",
        "/en/offline/",
        "/bg/",
        "/bg/about/",
        "/bg/feed.json",
        "/bg/feed.xml",
        "/bg/innovators/",
        "/bg/innovators/obshtina-sliven/",
        "/bg/issues/",
        "/bg/issues/2016/",
        "/bg/manifest.webmanifest",
        "/bg/municipalities/",
        "/bg/municipalities/SLV20/",
        "/bg/lists/language/en/",
        "/bg/sizes/",
        "/bg/sizes/over-100/",
        "/bg/offline/",
        "/bg/practices/",
        "/bg/practices/most/",
        "/bg/print/",
        "/bg/data/",
        "/bg/index/",
        "/bg/search/",
        "/bg/search/index/head.js",
        "/bg/themes/",
        "/bg/themes/youth/",
        "/bg/themes/youth/feed.json",
        "/bg/themes/youth/feed.xml",
        "/bg/years/",
        "/bg/years/2016/",
        "/en/",
        "/en/feed.json",
        "/en/feed.xml",
        "/en/innovators/",
        "/en/innovators/sliven-municipality/",
        "/en/issues/",
        "/en/issues/2016/",
        "/en/manifest.webmanifest",
        "/en/practices/",
        "/en/practices/most/",
        "/en/print/",
        "/en/data/",
        "/en/index/",
        "/en/lists/language/bg/",
        "/en/search/",
        "/en/search/index/head.js",
        "/en/years/",
        "/en/years/2016/",
        "/innovations/bridge/",
        "/data/SHA256SUMS",
        "/data/catalog.jsonld",
        "/data/citations.bg.bib",
        "/data/citations.bg.json",
        "/data/citations.bg.ris",
        "/data/citations.en.bib",
        "/data/citations.en.json",
        "/data/citations.en.ris",
        "/data/datapackage.json",
        "/data/oai.xml",
        "/data/practices.csv",
        "/data/practices.geojson",
        "/data/practices.json",
        "/nominees.json",
        "/robots.txt",
        "/sitemap.xml",
      ].toSorted(),
    );
  });

  it("are, in the extent pages, practices, listings, feed and sitemap", () => {
    expect(permalinksOf(archive, "pages").toSorted()).toEqual(
      [
        "/",
        "/bg/",
        "/bg/feed.xml",
        "/bg/practices/",
        "/bg/practices/most/",
        "/bg/themes/youth/",
        "/bg/years/2016/",
        "/en/",
        "/en/feed.xml",
        "/en/practices/",
        "/en/practices/most/",
        "/en/years/2016/",
        "/sitemap.xml",
      ].toSorted(),
    );
  });

  it("of an empty archive are still a site", () => {
    const permalinks = permalinksOf(archiveOf([]));
    expect(permalinks).toEqual(expect.arrayContaining(["/", "/bg/", "/bg/practices/", "/en/", "/404.html"]));
    expect(permalinks.some((permalink) => /themes|years|issues|innovators/.test(permalink))).toBe(false);
  });

  it("turn the list of practices into pages", () => {
    const practices = Array.from({ length: 41 }, (_, index) => entry({ id: `p${index}` }));
    const count = (practicesPerPage: number) =>
      permalinksOf(archiveOf(practices, { vocabulary: vocabulary({ practicesPerPage }) })).filter((permalink) =>
        /^\/bg\/practices\/(page\/\d+\/)?$/.test(permalink),
      );
    expect(count(20)).toEqual(["/bg/practices/", "/bg/practices/page/2/", "/bg/practices/page/3/"]);
    expect(count(41)).toEqual(["/bg/practices/"]);
  });

  it("leave out an issue without practices in that language", () => {
    const one = archiveOf([entry({ id: "a" })], { issues: [issue({ id: "2016", selection: ids("a") })] });
    expect(permalinksOf(one)).toContain("/bg/issues/2016/");
    expect(permalinksOf(one).some((permalink) => permalink.startsWith("/en/issues/"))).toBe(false);
  });

  it("each write a file of their own", () => {
    const paths = planRoutes(archive, createTarget("web")).value.map(({ permalink }) => outputPath(permalink));
    expect(new Set(paths).size).toBe(paths.length);
    expect(planRoutes(archive, createTarget("web")).findings).toEqual([]);
  });
});

describe("two routes for one file are an error of the file that asks for the second", () => {
  const collisions = (practices: ReturnType<typeof entry>[], pages: ReturnType<typeof pageEntry>[] = []) =>
    planRoutes(archiveOf(practices, { pages }), createTarget("web")).findings;

  it("such as a static page called like a listing", () => {
    expect(collisions([entry({ id: "a" })], [pageEntry({ id: "practices" })])).toMatchObject([
      { code: "route/collision", file: "content/pages/practices.bg.md", parameters: { permalink: "/bg/practices/" } },
    ]);
  });

  it.each([
    ["of a practice", "/bg/practices/b/"],
    ["of a listing", "/bg/years/2016"],
    ["of a home page", "/bg"],
    ["of the page that leads to the language", "/index.html"],
    ["of the page for what is not found", "/404.html"],
    ["in other letters", "/BG/Practices/B/"],
    ["of a file where a folder would be needed", "/bg/feed.xml/"],
  ])("such as an old address that is the new address %s", (_, alias) => {
    const findings = collisions([entry({ id: "a", aliases: [alias] }), entry({ id: "b" })]);
    expect(findings).toMatchObject([
      { code: "route/collision", file: "content/practices/2016/a.bg.md", location: { field: ["aliases"] } },
    ]);
  });

  it("such as one old address of two practices", () => {
    const findings = collisions([entry({ id: "a", aliases: ["/old/"] }), entry({ id: "b", aliases: ["/old"] })]);
    expect(findings).toMatchObject([
      {
        code: "route/collision",
        file: "content/practices/2016/b.bg.md",
        parameters: { permalink: "/old/", other: "content/practices/2016/a.bg.md" },
      },
    ]);
  });

  it("such as an old address that is a file, and another that needs it as a folder, in either order", () => {
    const [file, folder] = ["/old/x.html", "/old/x.html/y"];
    for (const aliases of [
      [file, folder],
      [folder, file],
    ]) {
      expect(codesOf(collisions([entry({ id: "a", aliases })]))).toEqual(["route/collision"]);
    }
  });

  it("but old addresses beside each other are none", () => {
    expect(collisions([entry({ id: "a", aliases: ["/old/", "/old/x.html", "/old/x/y", "/bg/old/"] })])).toEqual([]);
  });
});

it("every page but a part of a long list can be linked to by its address", () => {
  const context = contextOf(archive);
  const isOwn = ({ kind }: Route): boolean =>
    ["practice", "page", "booklet", "not-found", "old-addresses", "root"].includes(kind);
  const pages = context.routes.filter((route) => hasTrait(context, route, "page") && !isOwn(route));
  expect(new Set(pages.map(({ kind }) => kind)).size).toBeGreaterThan(15);
  const found = pages.map(({ permalink }) => findSiteAddress(archive, permalink));
  expect(found).toEqual(pages.map(({ permalink }) => ({ kind: "list", permalink })));
});
