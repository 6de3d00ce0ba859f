import { permalinks } from "../../archive/permalinks.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { type Language, localize, type Script, scriptOf } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route, RouteKind } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { ArgumentFault } from "../../template/template-fault.ts";
import { offlineView } from "../offline/offline-view.ts";
import { socialMeta } from "../practice/metadata-view.ts";
import { basketView } from "../selection/selection-view.ts";
import type { RenderContext } from "./context.ts";
import { createAbsoluteLinker, createLinker, type Linker } from "./relative-url.ts";

/** No script but the site's own, no inline style, nothing from elsewhere. */
const contentSecurityPolicy =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'";

/**
 * The policy of a page; none on a disk, where there is no host to trust and browsers differ in what 'self' means. An
 * endpoint on another host may be asked, and its pictures, its sound and its form may be shown.
 */
export function policyFor({ linkStyle, archive: { site } }: RenderContext): string {
  if (linkStyle === "files") return "";
  if (!site.nominationsOpen || !URL.canParse(site.nominationEndpoint)) return contentSecurityPolicy;
  const { origin } = new URL(site.nominationEndpoint);
  return contentSecurityPolicy.replace(/(connect|img|media)-src 'self'|form-action 'self'/g, `$& ${origin}`);
}

/** What a page says of itself to the layout. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Permalinks of the same page in other languages, where they exist. */
  readonly translations?: ReadonlyMap<Language, Permalink>;
  /** The page whose texts this one repeats: search engines are sent there and leave this one out. */
  readonly repeats?: Permalink;
}

export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The linker for a route. */
export function linkerFor(route: Route, context: RenderContext): Linker {
  return route.kind === "not-found"
    ? createAbsoluteLinker(context.archive.site.baseUrl)
    : createLinker(route.permalink, context.linkStyle);
}

/** The values that every page's template receives (ARCHITECTURE.md, “Templates”). */
export function layoutView(route: Route, context: RenderContext, head: PageHead) {
  const { baseUrl } = context.archive.site;
  const link = linkerFor(route, context);
  const url = baseUrl + route.permalink;
  return {
    ...frameView(route, context, link),
    page: {
      kind: route.kind,
      title: head.title,
      description: head.description,
      url,
      social: context.fitsSheets ? socialMeta(route, { ...head, url }, context) : [],
      canonical: baseUrl + (head.repeats ?? route.permalink),
      isIndexed: head.repeats === undefined,
      alternates: head.repeats === undefined ? alternates(route, context, head) : [],
    },
    languageLinks: languageLinks(route, context, head, link),
  };
}

type Frame = ReturnType<typeof createFrame>;

/** Frames that were worked out already. */
const frames = new WeakMap<RenderContext, Map<string, Frame>>();

/** What is the same on all pages of a kind that lie equally deep: head and foot, and what the site says of itself. */
function frameView(route: Route, context: RenderContext, link: Linker): Frame {
  const known = frames.get(context) ?? new Map<string, Frame>();
  frames.set(context, known);
  const depth = route.permalink.split("/").length;
  // In the foot, a page's own link is marked.
  const key = `${route.language} ${route.kind} ${depth} ${route.kind === "page" ? route.key : ""}`;
  const frame = known.get(key) ?? createFrame(route, context, link);
  known.set(key, frame);
  return frame;
}

function createFrame(route: Route, context: RenderContext, link: Linker) {
  const { site } = context.archive;
  const { language } = route;
  const say = (text: Parameters<typeof localize>[0]): string => localize(text, language);
  const publisher = site.publisher && {
    name: say(site.publisher.name),
    shortName: say(site.publisher.shortName ?? site.publisher.name),
    url: site.publisher.url ?? "",
    email: site.publisher.email ?? "",
    address: say(site.publisher.address),
  };
  return {
    language,
    t: textsOf(language),
    site: {
      name: say(site.name),
      motto: say(site.motto),
      description: say(site.description) || say(site.motto),
      publisher: publisher ?? null,
      licence: site.licence ? { name: say(site.licence.name), url: site.licence.url ?? "" } : null,
      demonstration: site.demonstration,
      baseUrl: site.baseUrl,
      paper: site.paper === "a4" ? "A4" : "Letter",
    },
    homeHref: link(permalinks.home(language)),
    practicesHref: link(permalinks.practices(language)),
    feedHref: link(permalinks.feed(language)),
    openData: context.planned.has(permalinks.data(language))
      ? { href: link(permalinks.data(language)), label: locales[language].data.title, current: route.kind === "data" }
      : null,
    offline: offlineView(route, context, link),
    // The page of the search has the field in its text.
    searchHref:
      context.planned.has(permalinks.search(language)) && route.kind !== "search"
        ? link(permalinks.search(language))
        : "",
    nominations: nominationsView(route, context, link),
    basket: counting.includes(route.kind) || route.kind === "search" ? basketView(language, context, link) : null,
    navigation: navigation(route, context, link),
    footerPages: footerPages(route, context, link),
    printedFrom: printedFrom(context),
    fonts: preloadedFonts(language, context),
    asset: assetLinker(context, link),
    contentSecurityPolicy: policyFor(context),
  };
}

/** What text in an alphabet is set in, as templates/assets/css/fonts.css names it. */
const neededFonts: Readonly<Record<Script, readonly string[]>> = {
  Cyrl: ["serif-cyrillic-core", "serif-latin-signs", "sans-cyrillic-core", "sans-latin-core"],
  Latn: ["serif-latin-core", "sans-latin-core"],
};

/** Fonts that a page needs at once, so that nothing jumps when they come. From a disk a browser does not fetch beforehand. */
function preloadedFonts(language: Language, { assets, linkStyle }: RenderContext): readonly string[] {
  if (linkStyle === "files") return [];
  return neededFonts[scriptOf(language)].map((name) => `fonts/${name}.woff2`).filter((name) => assets.has(name));
}

/** The kinds of page that show practices with their counts. */
const counting: readonly RouteKind[] = [
  "home",
  "practice",
  "practices",
  "theme",
  "year",
  "municipality",
  "innovator",
  "issue",
];

/** Whether readers can nominate, and whether a script keeps the counts of this page up to date. */
function nominationsView({ kind }: Route, { archive: { site }, linkStyle }: RenderContext, link: Linker) {
  const { nominationEndpoint, nominationsOpen } = site;
  return {
    open: nominationsOpen,
    // A copy on a disk has no endpoint beside it.
    live: nominationsOpen && linkStyle !== "files" && counting.includes(kind),
    endpoint: nominationEndpoint === "" ? link("/" as Permalink) : `${nominationEndpoint}/`,
  };
}

function alternates(route: Route, { archive: { site } }: RenderContext, { translations }: PageHead) {
  const all = [...(translations ?? [])].map(([language, permalink]) => ({
    language: language as string,
    url: site.baseUrl + permalink,
  }));
  if (all.length === 0) return [];
  const own = { language: route.language as string, url: site.baseUrl + route.permalink };
  const versions = [own, ...all].sort((a, b) => (a.language < b.language ? -1 : 1));
  const fallback = versions.find(({ language }) => language === site.languages[0]) ?? own;
  return [...versions, { language: "x-default", url: fallback.url }];
}

/** Where the navigation may lead; it shows what is there. */
export function navigationTargets(language: Language): readonly Permalink[] {
  const { practices, themes, years, municipalities, innovators, issues, selection } = permalinks;
  return [practices, themes, years, municipalities, innovators, issues, selection].map((page) => page(language));
}

function navigation(route: Route, { planned }: RenderContext, link: Linker): readonly NavigationLink[] {
  const t = textsOf(route.language);
  const { language } = route;
  const entries: readonly [string, Permalink, readonly string[]][] = [
    [t.practicesTitle, permalinks.practices(language), ["practice", "practices"]],
    [t.themesTitle, permalinks.themes(language), ["theme", "themes"]],
    [t.yearsTitle, permalinks.years(language), ["year", "years"]],
    [t.municipalitiesTitle, permalinks.municipalities(language), ["municipality", "municipalities"]],
    [t.innovatorsTitle, permalinks.innovators(language), ["innovator", "innovators"]],
    [t.issuesTitle, permalinks.issues(language), ["issue", "issues"]],
  ];
  return entries
    .filter(([, permalink]) => planned.has(permalink))
    .map(([label, permalink, kinds]) => ({ label, href: link(permalink), current: kinds.includes(route.kind) }));
}

/** Static pages in the footer: the usual ones first, then others by id. */
function footerPages(route: Route, context: RenderContext, link: Linker): readonly NavigationLink[] {
  const t = textsOf(route.language);
  const pages = context.archive.editions.get(route.language)?.pages ?? new Map();
  const usual = Object.keys(t.pages);
  const rank = (id: string): number => (usual.includes(id) ? usual.indexOf(id) : usual.length);
  return [...pages.values()]
    .filter(({ item }) => context.planned.has(permalinks.page(route.language, item.id)))
    .sort((a, b) => rank(a.item.id) - rank(b.item.id) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => ({
      label: t.pages[item.id] ?? item.title,
      href: link(permalinks.page(route.language, item.id)),
      current: route.kind === "page" && route.key === item.id,
    }));
}

/** The other languages: the same page where it exists, else the beginning. */
function languageLinks(route: Route, context: RenderContext, { translations }: PageHead, link: Linker) {
  return context.archive.site.languages
    .filter((language) => language !== route.language)
    .map((language) => {
      const same = translations?.get(language);
      return {
        language,
        label: textsOf(language).languageName,
        href: link(same ?? permalinks.home(language)),
        same: same !== undefined,
      };
    });
}

/** „Разпечатано от … – Printed from …“: in every language of the site, as on the old archive's paper. */
function printedFrom({ archive: { site } }: RenderContext): string {
  return site.languages
    .map((language) =>
      textsOf(language).printedFrom(
        localize(site.publisher?.shortName ?? site.publisher?.name, language),
        localize(site.name, language),
      ),
    )
    .join(" – ");
}

/** `asset("css/screen.css")`: the address of an asset. */
export function assetLinker({ assets }: RenderContext, link: Linker): (name: string) => string {
  return (name) => {
    const permalink = assets.get(name);
    if (permalink) return link(permalink);
    throw new ArgumentFault(name, nearestName(name, assets.keys()));
  };
}
