import { encodePath, outputPath, permalinks } from "../../archive/permalinks.ts";
import type { ManifestEntry } from "../../core/model/manifest.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView } from "../kit/layout-view.ts";
import { onePerSite, perEdition } from "../kit/per-edition.ts";
import { offlineView } from "./offline-view.ts";

/** The page that says what a browser has kept and keeps the whole archive; also what readers see where nothing was kept. */
export const offlinePages: Output = {
  kind: "offline",
  needs: "serviceWorker",
  traits: ["page", "indexed"],
  scripts: {
    offline: {
      source: "pages/offline/browser/offline.ts",
      format: "iife",
      needs: "serviceWorker",
      keptOffline: true,
    },
    "offline-page": {
      source: "pages/offline/browser/offline-page.ts",
      format: "iife",
      needs: "serviceWorker",
      keptOffline: true,
    },
  },
  layout: (route, context, link) => ({ offline: offlineView(route, context, link) }),
  plan: perEdition("offline", ({ language }, { site }) =>
    site.offline ? [{ permalink: permalinks.offline(language) }] : [],
  ),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive).offline;
    const head = { title: t.title, description: t.intro };
    return context.templates.render("offline.njk", { ...layoutView(route, context, head), texts: t });
  },
};

/**
 * The service worker at the top of the site; what it does is in src/pages/offline/worker/. Here it is told what to keep from the start. On a
 * site that wants none it takes away those of before.
 */
export const serviceWorker: Output = {
  kind: "service-worker",
  needs: "serviceWorker",
  traits: [],
  scripts: {
    "service-worker": {
      source: "pages/offline/worker/service-worker.ts",
      format: "iife",
      needs: "serviceWorker",
    },
    retire: { source: "pages/offline/worker/retire.ts", format: "iife", needs: "serviceWorker" },
  },
  plan: onePerSite("service-worker", permalinks.serviceWorker),
  render: (_route, context) => {
    const { assets, archive } = context;
    const script = (name: string): string => `importScripts(${JSON.stringify(assets.get(name)?.slice(1) ?? "")});\n`;
    if (!archive.site.offline) return script("js/retire.js");
    const pages = context.routes.filter(({ kind }) => kind === "offline");
    const settings = {
      kept: pages.map((route) => ({
        url: route.permalink.slice(1),
        revision: context.sha256(String(offlinePages.render(route, context))).slice(0, 10),
      })),
      pages: Object.fromEntries(pages.map(({ language, permalink }) => [language, permalink.slice(1)])),
      assets: [...assets].filter(([name]) => isNeededOffline(name, context)).map(([, permalink]) => permalink.slice(1)),
    };
    return `self.praktikaOffline = ${JSON.stringify(settings)};\n${script("js/service-worker.js")}`;
  },
};

/** Style, fonts and drawings that any page needs. */
const neededAssets = /^(?:css\/(?:screen|print|offline)\.css|fonts\/.*-(?:core|signs|letters)\.woff2|img\/mark\.svg)$/;

/** Names of the assets that any page needs. */
function isNeededOffline(name: string, { outputs }: RenderContext): boolean {
  if (neededAssets.test(name)) return true;
  return [...outputs.values()].some(({ scripts = {} }) =>
    Object.entries(scripts).some(([script, { keptOffline }]) => keptOffline && name === `js/${script}.js`),
  );
}

/**
 * offline.json: what the script of that page fetches to keep the whole archive (`ArchiveFiles`, src/pages/offline/browser/keep-archive.ts). The
 * heads of the search's index come last, because they promise all other parts. Of photographs it holds the sizes for screens.
 *
 * @param files of the site, by path below the output folder
 */
export function composeOfflineList(
  files: Iterable<readonly [path: string, entry: Pick<ManifestEntry, "bytes" | "hash">]>,
  context: Pick<RenderContext, "outputs" | "routes" | "pictures">,
): string {
  const kept = new Map<string, { readonly path: string; readonly rank: number }>();
  const { routes, pictures } = context;
  for (const route of routes.filter((other) => hasTrait(context, other, "offline"))) {
    const { kind, permalink } = route;
    kept.set(outputPath(permalink), { path: permalink.slice(1), rank: kind === "search-index" ? 1 : 0 });
  }
  const originals = new Set([...pictures.keys()].map((path) => outputPath(permalinks.media(path))));
  const listed = [...files].flatMap(([file, { bytes, hash }]) => {
    const { path, rank } = kept.get(file) ?? { path: encodePath(file), rank: 0 };
    if (!kept.has(file) && !/^(?:assets|media|files)\//.test(file)) return [];
    if (originals.has(file)) return [];
    return [{ rank, line: JSON.stringify([path, bytes, hash.slice(0, 10)]) }];
  });
  listed.sort((a, b) => a.rank - b.rank || (a.line < b.line ? -1 : 1));
  return `{"files":[\n${listed.map(({ line }) => line).join(",\n")}\n]}\n`;
}

/** Where `composeOfflineList` is published. */
export const offlineListPath = "offline.json";
