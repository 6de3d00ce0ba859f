import { describe, expect, it } from "vitest";
import type { Permalink } from "../../../src/core/model/ids.ts";
import type { Route } from "../../../src/core/model/route.ts";
import { createTarget, type Place } from "../../../src/core/target.ts";
import { composeOfflineList } from "../../../src/pages/offline/page.ts";
import { outputsByKind, planRoutes } from "../../../src/pages/pages.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const archive = archiveOf([entry({ id: "most" })]);
const kindsOf = (place: Place, of = archive): readonly string[] =>
  planRoutes(of, createTarget(place)).value.map(({ kind }) => kind);

describe("what the whole archive is made of", () => {
  const route = (kind: Route["kind"], permalink: string, key = ""): Route => ({
    kind,
    permalink: permalink as Permalink,
    language: "bg",
    key,
  });
  const routes = [
    route("root", "/"),
    route("search-index", "/bg/search/index/head.js"),
    route("practice", "/bg/practices/most/", "most"),
    route("booklet", "/bg/themes/youth/print/"),
    route("open-data", "/data/practices.csv"),
    route("feed", "/bg/feed.xml"),
  ];
  const picture = { permalink: "/assets/pictures/photo-640.abc.webp" as Permalink, width: 640 };
  const pictures = new Map([["media/photo.jpg", [picture]]]);
  const files = [
    "index.html",
    "bg/search/index/head.js",
    "assets/search/bg/0123456789.js",
    "bg/practices/most/index.html",
    "bg/themes/youth/print/index.html",
    "bg/card.png",
    "data/practices.csv",
    "bg/feed.xml",
    "media/план 1.png",
    "media/photo.jpg",
    "assets/pictures/photo-640.abc.webp",
    "assets/css/screen.abc.css",
    "pdf/bg/most.pdf",
    "_headers",
  ].map((path) => [path, { bytes: path.length, hash: "0123456789abcdef" }] as const);

  it("is pages, what they show and the search, by their addresses; the heads of its index last", () => {
    const list = JSON.parse(composeOfflineList(files, { outputs: outputsByKind, routes, pictures }));
    expect(list.files.map(([path]: readonly [string]) => path)).toEqual([
      "",
      "assets/css/screen.abc.css",
      "assets/pictures/photo-640.abc.webp",
      "assets/search/bg/0123456789.js",
      "bg/practices/most/",
      "media/%D0%BF%D0%BB%D0%B0%D0%BD%201.png",
      "bg/search/index/head.js",
    ]);
    expect(list.files[4]).toEqual(["bg/practices/most/", "bg/practices/most/index.html".length, "0123456789"]);
  });

  it("is the same whatever order the files came in", () => {
    expect(composeOfflineList([...files].reverse(), { outputs: outputsByKind, routes, pictures })).toBe(
      composeOfflineList(files, { outputs: outputsByKind, routes, pictures }),
    );
  });
});

describe("the service worker", () => {
  it("is told the page of each language and what any page needs, with a fingerprint each", () => {
    const script = renderAt("/service-worker.js", contextOf(archive));
    const told = JSON.parse(/self\.praktikaOffline = (.*);/.exec(script)?.[1] ?? "");
    expect(told.pages).toEqual({ bg: "bg/offline/", en: "en/offline/" });
    expect(told.kept).toEqual([
      { url: "bg/offline/", revision: expect.stringMatching(/^[0-9a-f]{10}$/) },
      { url: "en/offline/", revision: expect.stringMatching(/^[0-9a-f]{10}$/) },
    ]);
    const names = told.assets.map((path: string) => path.replace(/\.[0-9a-f]{10}\./, "."));
    expect(names).toEqual(expect.arrayContaining(["assets/css/screen.css", "assets/js/offline-page.js"]));
    expect(new Set(names).size).toBe(names.length);
    expect(script).toMatch(/importScripts\("assets\/js\/service-worker\.\w+\.js"\);/);
  });

  it("takes itself away where the site does not want it", () => {
    const without = { ...archive, site: { ...archive.site, offline: false } };
    const context = contextOf(without);
    expect(renderAt("/service-worker.js", context)).toMatch(/^importScripts\("assets\/js\/retire\.\w+\.js"\);\n$/);
    expect(renderAt("/bg/", context)).not.toContain("data-worker");
    expect(kindsOf("web", without)).not.toContain("offline");
  });

  it("is not on a disk, nor its page", () => {
    expect(kindsOf("web")).toEqual(expect.arrayContaining(["offline", "service-worker"]));
    expect(kindsOf("disk")).not.toContain("offline");
    expect(kindsOf("disk")).not.toContain("service-worker");
    expect(renderAt("/bg/", contextOf(archive, undefined, "disk"))).not.toContain("data-worker");
  });
});
