import { hash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Cells } from "../../src/core/cells/cells.ts";
import type { Archive } from "../../src/core/model/archive.ts";
import type { Route } from "../../src/core/model/route.ts";
import { NameTable } from "../../src/core/name-table.ts";
import { createTarget, type Place } from "../../src/core/target.ts";
import type { RenderContext } from "../../src/pages/kit/context.ts";
import { outputsByKind, pageScripts, planRoutes, renderRoute } from "../../src/pages/pages.ts";
import { loadAssets } from "../../src/site/assets/load-assets.ts";
import { loadTemplates } from "../../src/site/assets/load-templates.ts";
import { composeLookStyles } from "../../src/site/assets/look-styles.ts";
import { createTemplates } from "../../src/template/create-templates.ts";

const folder = join(fileURLToPath(new URL("../..", import.meta.url)), "templates");
const scripts = new Map(pageScripts.map(({ name }) => [`js/${name}.js`, ""]));
const templates = createTemplates(loadTemplates([folder]).value).value;

/** What rendering needs, with Praktika's own templates and empty texts. */
export function contextOf(archive: Archive, routes?: readonly Route[], place: Place = "web"): RenderContext {
  const target = createTarget(place);
  const all = routes ?? planRoutes(archive, target).value;
  const { memo, memoForNext } = new Cells((text) => text);
  const context: RenderContext = {
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
    assets: loadAssets([folder], { scripts, styles: composeLookStyles(archive.site.look) }).value.permalinks,
    target,
    outputs: outputsByKind,
    memo,
    memoForNext,
    published: () => undefined,
    sheetPdfs: new Map(),
    pictures: new Map(),
    socialImages: new Set(),
    remembered: (_, make) => make(),
    terms: new NameTable(),
    sha256: (text) => hash("sha256", text),
    factsOf: (permalink) => {
      const text = renderAt(permalink, context);
      return { bytes: Buffer.byteLength(text), hash: hash("sha256", text) };
    },
  };
  return context;
}

/** The text of the file that answers a permalink. */
export function renderAt(permalink: string, context: RenderContext): string {
  const route = context.routes.find((other) => other.permalink === permalink);
  if (!route) throw new Error(`no route ${permalink}`);
  return String(renderRoute(route, context).content);
}
