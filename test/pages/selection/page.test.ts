import { describe, expect, it } from "vitest";
import { Cells } from "../../../src/core/cells/cells.ts";
import { createTarget, type Extent } from "../../../src/core/target.ts";
import { locales } from "../../../src/locales/locales.ts";
import type { RenderContext } from "../../../src/pages/kit/context.ts";
import { planRoutes } from "../../../src/pages/pages.ts";
import type { SheetScript } from "../../../src/pages/selection/page.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const archive = archiveOf([
  entry({ id: "most", title: 'Мостът "над" реката </script><!--', municipalities: ["SLV20"], date: "2016-06-09" }),
  entry({ id: "most", language: "en", title: "The bridge" }),
  entry({ id: "park", innovator: undefined }),
]);

const html = '<p>Текст\u2028 <a href="practice:park">парк</a></p>\n\n    <img src="file:media/a.png" alt="">';

const onHost: RenderContext = {
  ...contextOf(archive),
  bodyOf: () => ({
    lead: html,
    sections: [
      { kind: "results", id: "results", title: "Резултати", plainTitle: "Резултати", html: '<h3 id="a">А</h3>' },
    ],
    footnotes: "",
    firstParagraph: "",
    outline: { links: [], anchors: [] },
  }),
};

/** What the script hands over when a browser runs it. */
function run(script: string): SheetScript {
  const given: SheetScript[] = [];
  new Function("praktikaSheet", script)((sheet: SheetScript) => given.push(sheet));
  expect(given).toHaveLength(1);
  return given[0] as SheetScript;
}

/** The same archive on a disk. */
const context: RenderContext = { ...contextOf(archive, undefined, "disk"), bodyOf: onHost.bodyOf };

describe("the script of a practice", () => {
  const sheet = run(renderAt("/bg/print/sheets/most.js", context));

  it("hands over what the list shows, whatever is in the title", () => {
    expect(sheet).toMatchObject({
      id: "most",
      title: 'Мостът "над" реката </script><!--',
      detail: "Сливен, 2016",
      href: "../../bg/practices/most/index.html",
      pages: 1,
    });
    expect(run(renderAt("/bg/print/sheets/park.js", context)).detail).toBe("2016");
    expect(run(renderAt("/en/print/sheets/most.js", context)).title).toBe("The bridge");
  });

  it("has the text as a part of a longer document, with addresses as seen from the page of the selection", () => {
    expect(sheet.html).toMatch(/^<article [^>]*id="sheet-most"/);
    expect(sheet.html).toContain('<h3 id="sheet-most--results">');
    expect(sheet.html).toContain('<h4 id="sheet-most--a">');
    expect(sheet.html).toContain('<a href="../../bg/practices/park/index.html">');
    expect(sheet.html).toContain('src="../../media/a.png"');
    expect(sheet.html).not.toMatch(/<script|="(practice|page|file):/);
  });

  it("is lean, and leaves no picture for later", () => {
    expect(sheet.html).not.toMatch(/\n\s/);
    expect(sheet.html).not.toContain("loading=");
  });
});

describe("the page of the selection", () => {
  const page = renderAt("/bg/print/", onHost);

  it("knows where practices are, and says without script how to print", () => {
    expect(renderAt("/bg/print/", context)).toContain('data-sheet="../../bg/print/sheets/{id}.js"');
    expect(page).toContain('data-sheet="../../bg/practices/{id}/"');
    expect(page).toMatch(/<script src="\.\.\/\.\.\/assets\/js\/print-selection\.\w{10}\.js" defer><\/script>/);
    expect(page).toMatch(/data-unscripted>\s*<p>[^<]*Ctrl\+P/);
    expect(page).toMatch(/data-selection hidden/);
    expect(page).not.toContain("selection-link");
  });

  it("exists where there are practices, and not in the extent pages", () => {
    const kinds = (extent: Extent, of = archive) =>
      planRoutes(of, createTarget("disk", extent)).value.filter(({ kind }) => kind.startsWith("selection")).length;
    expect([kinds("full"), kinds("pages"), kinds("full", archiveOf([]))]).toEqual([5, 0, 0]);
  });
});

describe("the buttons", () => {
  const places = (permalink: string, from = context): number =>
    renderAt(permalink, from).match(/ data-print="/g)?.length ?? 0;

  it("have a place at each practice of a list, and two on its own page", () => {
    expect([places("/bg/"), places("/bg/practices/"), places("/bg/practices/most/")]).toEqual([2, 2, 2]);
  });

  it("are nowhere without a page of the selection", () => {
    const routes = planRoutes(archive, createTarget("web", "pages")).value;
    const pages = {
      ...context,
      memo: new Cells((text) => text).memo,
      routes,
      planned: new Set(routes.map(({ permalink }) => permalink)),
    };
    for (const permalink of ["/bg/", "/bg/practices/", "/bg/practices/most/"]) {
      expect(places(permalink, pages)).toBe(0);
      expect(renderAt(permalink, pages)).not.toMatch(/selection-link|data-selection-link/);
    }
  });
});

describe("the texts of the selection", () => {
  it("are Bulgarian in Bulgarian and English in English", () => {
    const write = (value: unknown): string =>
      typeof value === "function" ? String(value("1", "2", "3")) : String(value);
    for (const [key, value] of Object.entries(locales.bg.site.selection)) expect(write(value), key).toMatch(/[а-я]/i);
    for (const [key, value] of Object.entries(locales.en.site.selection))
      expect(write(value), key).not.toMatch(/[а-я]/i);
  });

  it("count as the languages do", () => {
    const { bg, en } = { bg: locales.bg.site.selection, en: locales.en.site.selection };
    expect([bg.pages("1"), bg.pages("2"), bg.sheets("1"), bg.sheets("14")]).toEqual([
      "1 страница",
      "2 страници",
      "1 лист",
      "14 листа",
    ]);
    expect([en.pages("1"), en.sheets("2")]).toEqual(["1 page", "2 sheets"]);
  });
});
