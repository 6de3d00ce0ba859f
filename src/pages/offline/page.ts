import { encodePath, outputPath, permalinks } from "../../archive/permalinks.ts";
import type { ManifestEntry } from "../../core/model/manifest.ts";
import type { Route, RouteKind } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import { pageKinds } from "../hosting/sitemap.ts";
import type { RenderContext } from "../kit/context.ts";
import { layoutView } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";

/** The page that says what a browser has kept and keeps the whole archive; also what readers see where nothing was kept. */
export const offlinePages: Output = {
  kinds: ["offline"],
  inPagesProfile: false,
  onHostsOnly: true,
  plan: ({ site }) =>
    site.offline
      ? site.languages.map(
          (language): Route => ({ kind: "offline", permalink: permalinks.offline(language), language, key: "" }),
        )
      : [],
  render: (route, context) => {
    const t = locales[route.language].offline;
    const head = { title: t.title, description: t.intro, translations: translationsOf(route, context) };
    return context.templates.render("offline.njk", { ...layoutView(route, context, head), texts: t });
  },
};

/**
 * The service worker at the top of the site; what it does is in src/pages/offline/worker/. Here it is told what to keep from the start. On a
 * site that wants none it takes away those of before.
 */
export const serviceWorker: Output = {
  kinds: ["service-worker"],
  inPagesProfile: false,
  onHostsOnly: true,
  plan: ({ site }) => [
    { kind: "service-worker", permalink: permalinks.serviceWorker, language: site.languages[0], key: "" },
  ],
  render: (_route, context) => {
    const { assets, archive } = context;
    const script = (name: string): string => `importScripts(${JSON.stringify(assets.get(name)?.slice(1) ?? "")});\n`;
    if (!archive.site.offline) return script("js/retire.js");
    const pages = context.routes.filter(({ kind }) => kind === "offline");
    const told = {
      kept: pages.map((route) => ({
        url: route.permalink.slice(1),
        revision: context.sha256(String(offlinePages.render(route, context))).slice(0, 10),
      })),
      pages: Object.fromEntries(pages.map(({ language, permalink }) => [language, permalink.slice(1)])),
      assets: [...assets].filter(([name]) => neededOffline.test(name)).map(([, permalink]) => permalink.slice(1)),
    };
    return `self.praktikaOffline = ${JSON.stringify(told)};\n${script("js/service-worker.js")}`;
  },
};

/** What any page needs to be itself. */
const neededOffline =
  /^(?:css\/(?:screen|print|offline)\.css|fonts\/.*-(?:core|signs)\.woff2|img\/mark\.svg|js\/(?:offline|offline-page|print-basket|nominations)\.js)$/;

/** What makes up the archive for a reader without a network. Booklets are left out: they say everything again. */
const keptKinds: ReadonlySet<RouteKind> = new Set<RouteKind>([
  ...[...pageKinds].filter((kind) => kind !== "offline" && kind !== "data"),
  "root",
  "alias",
  "selection-sheet",
  "search-index",
]);

/**
 * offline.json: what the script of that page fetches to keep the whole archive (`ArchiveFiles`, src/pages/offline/browser/keep-archive.ts). The
 * heads of the search's index come last, because they promise all other parts. Of photographs it holds the sizes for screens.
 *
 * @param files of the site, by path below the output folder
 */
export function composeOfflineList(
  files: Iterable<readonly [path: string, entry: Pick<ManifestEntry, "bytes" | "hash">]>,
  { routes, pictures }: Pick<RenderContext, "routes" | "pictures">,
): string {
  const kept = new Map<string, { readonly path: string; readonly rank: number }>();
  for (const { kind, permalink, key } of routes) {
    if (!keptKinds.has(kind)) continue;
    const rank = kind !== "search-index" ? 0 : key === "head" ? 2 : 1;
    kept.set(outputPath(permalink), { path: permalink.slice(1), rank });
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
