import { outputPath } from "../archive/permalinks.ts";
import { type Finding, finding, type Outcome } from "../core/diagnostics/finding.ts";
import type { Archive } from "../core/model/archive.ts";
import type { Artifact, Profile, Route, RouteKind } from "../core/model/route.ts";
import { booklets } from "./booklets/page.ts";
import { comparePages } from "./compare/page.ts";
import { feeds, jsonFeeds, subjectFeeds } from "./feeds/page.ts";
import { homePages } from "./home/page.ts";
import { hostHeaders, securityText } from "./hosting/host-files.ts";
import { planSitemapParts, sitemap } from "./hosting/sitemap.ts";
import { issueList, issuePages } from "./issues/page.ts";
import type { RenderContext } from "./kit/context.ts";
import type { Ingredients, Output } from "./kit/output.ts";
import { listingPages, practiceList } from "./lists/page.ts";
import { subjectIndexes } from "./lists/subject-indexes.ts";
import { titleIndex } from "./lists/title-index.ts";
import { ballotPaper, nominees, robots, tallyFile } from "./nominations/machine-files.ts";
import { nominatedPages } from "./nominations/page.ts";
import { offlinePages, serviceWorker } from "./offline/page.ts";
import { oldAddressPage, redirectRules } from "./old-addresses/page.ts";
import { aliasPages, rootPage } from "./old-addresses/redirects.ts";
import { dataPages, openData } from "./open-data/page.ts";
import { citations } from "./practice/citations.ts";
import { practicePages } from "./practice/page.ts";
import { searchPages } from "./search/page.ts";
import { searchIndex } from "./search/search-index.ts";
import { selectionPages, selectionSheets } from "./selection/page.ts";
import { notFoundPage, staticPages } from "./static/page.ts";

/** Every kind of output. A new one is a file beside this one and a line here. */
const outputs: readonly Output[] = [
  rootPage,
  homePages,
  practicePages,
  citations,
  practiceList,
  ...listingPages,
  booklets,
  selectionPages,
  selectionSheets,
  comparePages,
  searchPages,
  searchIndex,
  titleIndex,
  ...subjectIndexes,
  issuePages,
  issueList,
  staticPages,
  notFoundPage,
  feeds,
  subjectFeeds,
  jsonFeeds,
  sitemap,
  nominatedPages,
  dataPages,
  openData,
  nominees,
  ballotPaper,
  tallyFile,
  robots,
  aliasPages,
  oldAddressPage,
  redirectRules,
  hostHeaders,
  securityText,
  offlinePages,
  serviceWorker,
];

const outputByKind = new Map<RouteKind, Output>(
  outputs.flatMap((output) => output.kinds.map((kind) => [kind, output] as const)),
);

/** Which of the outputs a site is to have. */
export interface PlanOptions {
  readonly profile: Profile;
  /** False: the site will lie on a disk, or is only looked at while it is written. */
  readonly hosted: boolean;
}

/** Archive → all routes of the site. Finding: route/collision. */
export function planRoutes(archive: Archive, { profile, hosted }: PlanOptions): Outcome<readonly Route[]> {
  const routes = outputs
    .filter(({ inPagesProfile }) => profile === "full" || inPagesProfile)
    .filter(({ onHostsOnly }) => hosted || !onHostsOnly)
    .flatMap((output) => output.plan(archive));
  const all = [...routes, ...planSitemapParts(archive, routes)];
  return { value: all, findings: findCollisions(all) };
}

/** What the file of a route is made of, where its kind says so. */
export function ingredientsOf(route: Route, context: RenderContext): Ingredients | undefined {
  return outputByKind.get(route.kind)?.ingredients?.(route, context);
}

/** Route → Artifact. Throws `TemplateFault`. */
export function renderRoute(route: Route, context: RenderContext): Artifact {
  const output = outputByKind.get(route.kind);
  if (!output) throw new Error(`no output for ${route.kind}`);
  return { path: outputPath(route.permalink), content: output.render(route, context) };
}

/** Top folders whose files are not planned as routes. */
const reservedFolders = new Set(["assets", "media", "files"]);

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
