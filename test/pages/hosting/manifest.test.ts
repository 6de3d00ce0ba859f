import { load } from "cheerio";
import { expect, it } from "vitest";
import { iconPermalinks } from "../../../src/archive/permalinks.ts";
import type { RenderContext } from "../../../src/pages/kit/context.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const archive = archiveOf([entry({ id: "a" }), entry({ id: "a", language: "en" })]);
const drawn: RenderContext = { ...contextOf(archive), socialImages: new Set(Object.values(iconPermalinks)) };

it.each(["bg", "en"])("the archive can be installed in %s, and opens in it", (language) => {
  const manifest = JSON.parse(renderAt(`/${language}/manifest.webmanifest`, drawn));
  const at = (address: string) => new URL(address, `https://a.example/x/${language}/manifest.webmanifest`).pathname;
  expect(manifest).toMatchObject({ lang: language, display: "standalone" });
  expect(manifest.name).not.toBe("");
  expect(at(manifest.start_url)).toBe(`/x/${language}/`);
  expect(at(manifest.scope)).toBe(`/x/${language}/`);
  const icons: { src: string; sizes: string; purpose?: string }[] = manifest.icons;
  expect(icons.map(({ src, sizes, purpose = "any" }) => `${at(src)} ${sizes} ${purpose}`).slice(1)).toEqual([
    "/x/icons/192.png 192x192 any",
    "/x/icons/512.png 512x512 any",
    "/x/icons/maskable-512.png 512x512 maskable",
  ]);
});

it("every page names icons and manifest, and those that were not drawn are left out", () => {
  const links = (context: RenderContext, permalink: string) =>
    load(renderAt(permalink, context))("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]")
      .toArray()
      .map(({ attribs }) => `${attribs.rel} ${attribs.href?.replace(/mark\.[^.]+/, "mark")}`);
  expect(links(drawn, "/bg/practices/a/")).toEqual([
    "icon ../../../favicon.ico",
    "icon ../../../assets/img/mark.svg",
    "apple-touch-icon ../../../apple-touch-icon.png",
    "manifest ../../../bg/manifest.webmanifest",
  ]);
  expect(links(drawn, "/")).toHaveLength(4);
  expect(links(contextOf(archive), "/bg/")).toEqual([
    "icon ../assets/img/mark.svg",
    "manifest ../bg/manifest.webmanifest",
  ]);
  expect(links(contextOf(archive, undefined, "disk"), "/bg/")).toEqual(["icon ../assets/img/mark.svg"]);
});

it("every page names its feeds, and each page of a list describes itself otherwise", () => {
  const feeds = (permalink: string) =>
    load(renderAt(permalink, drawn))('link[rel=alternate][type*="feed"], link[type*="atom"]')
      .toArray()
      .map(({ attribs }) => `${attribs.type} ${attribs.href}`);
  expect(feeds("/bg/")).toEqual(["application/atom+xml ../bg/feed.xml", "application/feed+json ../bg/feed.json"]);
  const many = contextOf(archiveOf(Array.from({ length: 41 }, (_, number) => entry({ id: `p${number}` }))));
  const described = ["/bg/practices/", "/bg/practices/page/2/", "/bg/practices/page/3/"].map((permalink) =>
    load(renderAt(permalink, many))("meta[name=description]").attr("content"),
  );
  expect(new Set(described).size).toBe(3);
});
