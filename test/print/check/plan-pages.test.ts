import { describe, expect, it } from "vitest";
import { planSheets } from "../../../src/print/check/plan-pages.ts";
import type { SiteInMemory } from "../../../src/site/site-in-memory.ts";
import { TemplateFault } from "../../../src/template/template-fault.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf } from "../../pages/render-route.ts";

const html = '<link rel="stylesheet" href="../../../assets/print.css"><img src="../../../media/most.png?a=1&amp;b=2">';
const page = "bg/practices/most/index.html";

interface Changes {
  readonly innovator?: string | undefined;
  readonly files?: Readonly<Record<string, string>>;
  readonly paper?: "a4" | "letter";
  readonly browser?: string;
}

function plan({ innovator = "Община Сливен", files = {}, paper = "a4", browser = "Chromium 1" }: Changes = {}) {
  const publisher = {
    name: { bg: "Фондация" },
    shortName: undefined,
    url: undefined,
    email: undefined,
    address: undefined,
  };
  const archive = archiveOf([entry({ id: "most", innovator: innovator || undefined })], {
    vocabulary: vocabulary({ publisher }),
  });
  const context = contextOf(archive);
  const all: Record<string, string> = { [page]: html, "assets/print.css": "p {}", "media/most.png": "PNG", ...files };
  const site: SiteInMemory = { context, read: (path) => all[path] };
  const routes = context.routes.filter(({ kind }) => kind === "practice");
  const [sheet] = planSheets(site, routes, { paper, browser }).value;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

describe("a sheet", () => {
  it("knows where it lies, what its links lead to and who is its author", () => {
    expect(plan()).toMatchObject({
      name: "bg/practices/most",
      address: "https://archive.example.org/bg/practices/most/",
      paper: "a4",
      author: "Община Сливен",
    });
    expect(plan({ innovator: "" }).author).toBe("Фондация");
  });

  it("is printed again when anything that decides how it comes out has changed", () => {
    const keys = [
      plan(),
      // The same page: the author stands in the PDF alone.
      plan({ innovator: "Община Ямбол" }),
      plan({ paper: "letter" }),
      plan({ browser: "Chromium 2" }),
      plan({ files: { [page]: `${html}!` } }),
      plan({ files: { "assets/print.css": "p { margin: 0 }" } }),
      plan({ files: { "media/most.png": "another PNG" } }),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("stays as it is printed otherwise", () => {
    expect(plan({ files: { "media/other.png": "PNG" } }).key).toBe(plan().key);
  });

  it("whose template fails is left out, with the fault", () => {
    const context = contextOf(archiveOf([entry({ id: "most" }), entry({ id: "park" })]));
    const fault = { code: "template/failed", file: "templates/practice.njk", parameters: { reason: "x" } } as const;
    const site: SiteInMemory = {
      context,
      read: (path) => {
        if (path.includes("most")) throw new TemplateFault(fault);
        return "";
      },
    };
    const routes = context.routes.filter(({ kind }) => kind === "practice");
    const { value, findings } = planSheets(site, routes, { paper: "a4", browser: "" });
    expect([value.map(({ name }) => name), findings]).toEqual([["bg/practices/park"], [fault]]);
  });
});
