import { hash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadAssets } from "../../src/build/load-assets.ts";
import { loadTemplates } from "../../src/build/load-templates.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { LinkStyle, Route } from "../../src/model/route.ts";
import { planRoutes, renderRoute } from "../../src/outputs/outputs.ts";
import type { RenderContext } from "../../src/render/context.ts";
import { createTemplates } from "../../src/render/create-templates.ts";

const folder = join(fileURLToPath(new URL("../..", import.meta.url)), "templates");
const scripts = new Map(
  [
    "nominations",
    "nominate-dialog",
    "print-basket",
    "print-selection",
    "search",
    "compare",
    "old-addresses",
    "offline",
    "offline-page",
    "service-worker",
    "retire",
  ].map((name) => [`js/${name}.js`, ""]),
);
const templates = createTemplates(loadTemplates([folder]).value).value;

/** What rendering needs, with Praktika's own templates and empty texts. */
export function contextOf(archive: Archive, routes?: readonly Route[], linkStyle: LinkStyle = "pretty"): RenderContext {
  const all = routes ?? planRoutes(archive, { profile: "full", hosted: linkStyle === "pretty" }).value;
  return {
    archive,
    routes: all,
    planned: new Set(all.map(({ permalink }) => permalink)),
    bodyOf: () => ({
      lead: "",
      sections: [],
      footnotes: "",
      firstParagraph: "",
      outline: { links: [], anchors: [] },
    }),
    forewordOf: () => undefined,
    templates,
    assets: loadAssets([folder], scripts).value.permalinks,
    linkStyle,
    fitsSheets: true,
    sheetPdfs: new Map(),
    pictures: new Map(),
    cards: new Set(),
    remembered: (_, make) => make(),
    sha256: (text) => hash("sha256", text),
  };
}

/** The text of the file that answers a permalink. */
export function renderAt(permalink: string, context: RenderContext): string {
  const route = context.routes.find((other) => other.permalink === permalink);
  if (!route) throw new Error(`no route ${permalink}`);
  return String(renderRoute(route, context).content);
}
