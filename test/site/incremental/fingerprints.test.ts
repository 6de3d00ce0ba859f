import { describe, expect, it } from "vitest";
import type { Permalink } from "../../../src/core/model/ids.ts";
import { createTarget } from "../../../src/core/target.ts";
import { explainChange, type Ledger, sharedPartsOf } from "../../../src/site/incremental/fingerprints.ts";
import { archiveOf, entry, pageEntry, vocabulary } from "../../builders.ts";
import { contextOf } from "../../pages/render-route.ts";

const archive = archiveOf([entry({ id: "most" })]);
const context = contextOf(archive);
const templates = new Map([["page.njk", "а"]]);
const before = sharedPartsOf(context, templates);
const file = { path: "media/a.jpg", source: "content/media/a.jpg", bytes: 1, size: { width: 900, height: 600 } };
const scaled = { permalink: "/assets/pictures/a-640.webp" as Permalink, width: 640 };

describe("what all files of a site are made of", () => {
  it.each([
    ["options", { target: createTarget("disk") }],
    ["options", { socialImages: new Set(["/bg/card.png" as Permalink]) }],
    ["site", { archive: { ...archive, site: { ...archive.site, demonstration: true } } }],
    ["themes", { archive: { ...archive, themes: new Map([...archive.themes].slice(1)) } }],
    ["places", { archive: { ...archive, places: new Map([...archive.places].slice(1)) } }],
    ["media", { archive: { ...archive, media: new Map([[file.path, file]]) } }],
    ["media", { pictures: new Map([[file.path, [scaled]]]) }],
    ["media", { pictures: new Map([[file.path, [{ ...scaled, width: 1280 }]]]) }],
    ["assets", { assets: new Map([["css/screen.css", "/assets/css/screen.0.css" as Permalink]]) }],
    ["navigation", { planned: new Set<Permalink>() }],
  ])("differs in its %s alone after a change", (part, change) => {
    const after = sharedPartsOf({ ...context, ...change }, templates);
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter((name) => before[name] !== after[name]);
    expect(changed).toEqual([part]);
  });

  it("differs with the templates, the extent and the names of pages", () => {
    const other = contextOf(
      archiveOf([entry({ id: "most" })], { pages: [pageEntry({ id: "about" })], vocabulary: vocabulary() }),
    );
    expect(sharedPartsOf(context, new Map([["page.njk", "б"]])).templates).not.toBe(before.templates);
    expect(sharedPartsOf({ ...context, target: createTarget("web", "pages") }, templates).options).not.toBe(
      before.options,
    );
    expect(sharedPartsOf(other, templates).navigation).not.toBe(before.navigation);
  });
});

describe("why a file is written", () => {
  const ledger: Ledger = { shared: before, files: { "a.html": "t r v", "feed.xml": "" } };
  const changed = { ...before, themes: "other", assets: "other" };

  it.each([
    ["it was not there", before, "b.html", "t r v", ["new"]],
    ["its text has changed", before, "a.html", "T r v", ["text"]],
    ["rows and values have", before, "a.html", "t R V", ["rows", "values"]],
    ["what all are made of has", changed, "a.html", "t r v", ["themes", "assets"]],
    ["nothing has, so it was damaged", before, "a.html", "t r v", ["damaged"]],
    ["its kind is made at every build", before, "feed.xml", undefined, ["content"]],
    ["its kind is, and what all are made of has changed", changed, "feed.xml", undefined, ["themes", "assets"]],
  ])("%s", (_, shared, path, madeOf, reasons) => {
    expect(explainChange(ledger, shared, { path, madeOf })).toEqual(reasons);
  });
});
