import { outputPath } from "../archive/permalinks.ts";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { Archive } from "../core/model/archive.ts";
import { type Artifact, type Content, isInPieces, type Route } from "../core/model/route.ts";
import type { Target } from "../core/target.ts";
import { booklets } from "./booklets/page.ts";
import { comparePages } from "./compare/page.ts";
import { feeds, jsonFeeds, subjectFeeds } from "./feeds/page.ts";
import { homePages } from "./home/page.ts";
import { apacheSettings, hostHeaders, robots, securityText } from "./hosting/host-files.ts";
import { manifests } from "./hosting/manifest.ts";
import { planSitemapParts, sitemap } from "./hosting/sitemap.ts";
import { issueList, issuePages } from "./issues/page.ts";
import type { Companion, Output, PageScript, RenderContext } from "./kit/context.ts";
import { frameAt, frameKind } from "./kit/layout-view.ts";
import { chronicle } from "./lists/chronicle.ts";
import { listingPages, practiceList } from "./lists/page.ts";
import { subjectIndexes } from "./lists/subject-indexes.ts";
import { letterKind, titleIndex, titlesByLetter } from "./lists/title-index.ts";
import { ballotPaper, nominees, tallyFile } from "./nominations/machine-files.ts";
import { nominatedPages } from "./nominations/page.ts";
import { offlinePages, serviceWorker } from "./offline/page.ts";
import { oldAddressPage, redirectRules } from "./old-addresses/page.ts";
import { aliasPages, rootPage } from "./old-addresses/redirects.ts";
import { dataPages, openData } from "./open-data/page.ts";
import { citations } from "./practice/citations.ts";
import { practicePages } from "./practice/page.ts";
import { searchPages } from "./search/page.ts";
import { searchIndex } from "./search/search-index.ts";
import { practiceFragments, selectionPages } from "./selection/page.ts";
import { sizesPages } from "./sizes/page.ts";
import { notFoundPage, staticPages } from "./static/page.ts";

/** Every kind of output. A new one is a folder beside this file and a line here; all other lists are derived from this one. */
const outputs: readonly Output[] = [
  rootPage,
  homePages,
  practicePages,
  citations,
  practiceList,
  ...listingPages,
  booklets,
  selectionPages,
  practiceFragments,
  comparePages,
  searchPages,
  searchIndex,
  titleIndex,
  ...subjectIndexes,
  chronicle,
  sizesPages,
  issuePages,
  issueList,
  staticPages,
  notFoundPage,
  feeds,
  subjectFeeds,
  jsonFeeds,
  sitemap,
  nominatedPages,
  openData,
  dataPages,
  nominees,
  ballotPaper,
  tallyFile,
  robots,
  aliasPages,
  oldAddressPage,
  redirectRules,
  hostHeaders,
  apacheSettings,
  securityText,
  manifests,
  offlinePages,
  serviceWorker,
];

/** Every kind of output by its name. */
export const outputsByKind: ReadonlyMap<string, Output> = new Map(outputs.map((output) => [output.kind, output]));

/** A script of the site's pages, with its name. */
export interface NamedScript extends PageScript {
  readonly name: string;
}

/** The scripts of all pages. */
export const pageScripts: readonly NamedScript[] = outputs.flatMap(({ scripts = {} }) =>
  Object.entries(scripts).map(([name, script]) => ({ name, ...script })),
);

/** Archive → all routes of the site. Finding: route/collision. */
export function planRoutes(archive: Archive, target: Target): Result<readonly Route[]> {
  const routes = outputs
    .filter(({ needs }) => needs === undefined || target.has(needs))
    .flatMap((output) => output.plan(archive));
  const all = [...routes, ...planSitemapParts(archive, routes, { outputs: outputsByKind })];
  return { value: all, findings: findCollisions(all) };
}

/**
 * Kept values that very many files show, by kind, and how one is made of its key alone. Where something that they are made of has
 * changed, they are made first: if they are as they were, those files need not be made.
 */
export const remade: Readonly<Record<string, (key: string, context: RenderContext) => unknown>> = {
  [frameKind]: frameAt,
  [letterKind]: titlesByLetter,
};

/** Route → Artifact. Throws `TemplateFault`. */
export function renderRoute(route: Route, context: RenderContext): Artifact {
  const content = renderContent(route, context);
  return { path: outputPath(route.permalink), content: isInPieces(content) ? [...content.pieces].join("") : content };
}

/** What the file of a route holds; a long one in pieces, which look at the context while they are made. Throws `TemplateFault`. */
export function renderContent(route: Route, context: RenderContext): Content {
  const output = outputsByKind.get(route.kind);
  if (!output) throw new Error(`no output for ${route.kind}`);
  return output.render(route, context);
}

/** The folder of the files that belong to a route and are named by their content; undefined where there are none. */
export function companionFolder(route: Route): string | undefined {
  return outputsByKind.get(route.kind)?.companions?.folder(route);
}

/** Those files. */
export function listCompanions(route: Route, context: RenderContext): readonly Companion[] {
  return outputsByKind.get(route.kind)?.companions?.list(route, context) ?? [];
}

/** The one of them that lies at a path below the output folder. */
export function renderCompanionAt(path: string, context: RenderContext): Artifact["content"] | undefined {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const route = context.routes.find((other) => companionFolder(other) === folder);
  return (
    route &&
    listCompanions(route, context)
      .find((file) => file.path === path)
      ?.render()
  );
}

/** Top folders whose files are not planned as routes. */
const reservedFolders: ReadonlySet<string> = new Set(["assets", "media", "files"]);

/** Two routes may not write one file, nor one a file where another needs a folder, also on disks that fold case. */
function findCollisions(routes: readonly Route[]): readonly Finding[] {
  const findings: Finding[] = [];
  const files = new Map<string, Route>();
  const folders = new Map<string, Route>();
  for (const route of routes) {
    const path = outputPath(route.permalink).toLowerCase();
    const parts = path.split("/");
    const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
    const taken = route.kind === "alias" && reservedFolders.has(parts[0] ?? "") ? routes[0] : undefined;
    const other =
      taken ?? files.get(path) ?? folders.get(path) ?? parents.map((parent) => files.get(parent)).find(Boolean);
    if (other) findings.push(collision(route, other));
    else {
      files.set(path, route);
      if (route.kind === "alias" || route.kind === "page") for (const parent of parents) folders.set(parent, route);
    }
  }
  return findings;
}

function collision(route: Route, other: Route): Finding {
  const [file, rival] = route.file ? [route.file, other] : [other.file ?? "content/site.yaml", route];
  const parameters = { permalink: decodeURI(route.permalink), other: rival.file ?? "" };
  return finding(
    "route/collision",
    file,
    parameters,
    route.kind === "alias" ? { field: ["aliases"], on: "key" } : undefined,
  );
}
