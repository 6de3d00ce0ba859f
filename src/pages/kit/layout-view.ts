import { nearestName } from "../../core/diagnostics/nearest.ts";
import { type Language, localize, type Script, scriptOf } from "../../core/language/language.ts";
import { hasField } from "../../core/model/fields/has-field.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { fontRoles } from "../../core/model/look.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { ArgumentFault } from "../../template/template-fault.ts";
import { policyFor } from "./content-policy.ts";
import type { RenderContext } from "./context.ts";
import { alternates, footerPages, languageLinks, menuView } from "./navigation.ts";
import { createAbsoluteUrl, createRelativeUrl, type RelativeUrl } from "./relative-url.ts";
import { socialMeta } from "./social-meta.ts";

/** What a page says of itself to the layout. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** The page whose texts this one repeats: search engines are sent there and leave this one out. */
  readonly repeats?: Permalink;
}

/** Makes addresses as seen from a route. */
export function relativeUrlFor(route: Route, { archive, target }: RenderContext): RelativeUrl {
  return route.kind === "not-found"
    ? createAbsoluteUrl(archive.site.baseUrl)
    : createRelativeUrl(route.permalink, target);
}

/** The values that every page's template receives (docs/templates.md). */
export function layoutView(route: Route, context: RenderContext, head: PageHead) {
  const { baseUrl } = context.archive.site;
  const link = relativeUrlFor(route, context);
  const url = baseUrl + route.permalink;
  return {
    ...frameAt(frameKey(route), context),
    t: textsOf(route.language, context.archive),
    data: context.archive.data,
    asset: assetLinker(context, link),
    page: {
      kind: route.kind,
      title: head.title,
      description: head.description,
      url,
      social: context.target.has("socialMeta") ? socialMeta(route, { ...head, url }, context) : [],
      canonical: baseUrl + (head.repeats ?? route.permalink),
      isIndexed: head.repeats === undefined,
      alternates: head.repeats === undefined ? alternates(route, context) : [],
    },
    languageLinks: languageLinks(route, context, link),
  };
}

/** What frames are kept as. */
export const frameKind = "frame";

function frameKey({ language, kind, permalink, key }: Route): string {
  // In the foot, a page's own link is marked.
  return [language, kind, permalink.split("/").length, kind === "page" ? key : ""].join(" ");
}

/** What is the same on all pages of a kind that lie equally deep: head and foot, and what the site says of itself. */
export function frameAt(key: string, context: RenderContext) {
  return context.memo(frameKind, key, () => createFrame(key, context));
}

function createFrame(frame: string, context: RenderContext) {
  const [language, kind, depth, key] = frame.split(" ") as [Language, string, string, string];
  // Of the address only its depth is known, and links need no more.
  const route: Route = { language, kind, permalink: "/".repeat(Number(depth) - 1) as Permalink, key };
  const link = relativeUrlFor(route, context);
  return {
    language,
    site: siteView(context, language),
    navigation: menuView(route, context, link),
    footerPages: footerPages(route, context, link),
    printedFrom: printedFrom(context),
    fonts: preloadedFonts(language, context),
    contentSecurityPolicy: policyFor(context),
    ...Object.assign({}, ...[...context.outputs.values()].map((output) => output.layout?.(route, context, link))),
  };
}

function siteView({ archive: { site, fields } }: RenderContext, language: Language) {
  const say = (text: Parameters<typeof localize>[0]): string => localize(text, language);
  const publisher = site.publisher && {
    name: say(site.publisher.name),
    shortName: say(site.publisher.shortName ?? site.publisher.name),
    url: site.publisher.url ?? "",
    email: site.publisher.email ?? "",
    address: say(site.publisher.address),
  };
  return {
    name: say(site.name),
    motto: say(site.motto),
    description: say(site.description) || say(site.motto),
    publisher: publisher ?? null,
    licence: site.licence ? { name: say(site.licence.name), url: site.licence.url ?? "" } : null,
    demonstration: site.demonstration,
    hasInnovators: hasField(fields, "innovator"),
    logo: site.look.logo ?? "",
    printedLogo: site.look.print.logo ?? "",
    baseUrl: site.baseUrl,
    paper: site.paper === "a4" ? "A4" : "Letter",
  };
}

/** What text in an alphabet is set in, as templates/assets/css/fonts.css names it. */
const neededFonts: Readonly<Record<Script, readonly string[]>> = {
  Cyrl: ["serif-cyrillic-core", "serif-latin-signs", "sans-cyrillic-core", "sans-latin-core"],
  Latn: ["serif-latin-letters", "serif-latin-signs", "sans-latin-core"],
};

/** Fonts that a page needs at once, so that nothing jumps when they come. */
function preloadedFonts(language: Language, { archive, assets, target }: RenderContext): readonly string[] {
  if (!target.has("fontPreload")) return [];
  const { fonts } = archive.site.look;
  const isReplaced = (name: string): boolean => fontRoles.some((role) => name.startsWith(role) && fonts[role].regular);
  const usual = neededFonts[scriptOf(language)].filter((name) => !isReplaced(name));
  return usual.map((name) => `fonts/${name}.woff2`).filter((name) => assets.has(name));
}

/** „Разпечатано от … – Printed from …“: in every language of the site, as on the old archive's paper. */
function printedFrom({ archive }: RenderContext): string {
  const { site } = archive;
  return site.languages
    .map((language) =>
      textsOf(language, archive).printedFrom(
        localize(site.publisher?.shortName ?? site.publisher?.name, language),
        localize(site.name, language),
      ),
    )
    .join(" – ");
}

/** `asset("css/screen.css")`: the address of an asset. */
export function assetLinker({ assets }: RenderContext, link: RelativeUrl): (name: string) => string {
  return (name) => {
    const permalink = assets.get(name);
    if (permalink) return link(permalink);
    throw new ArgumentFault(name, nearestName(name, assets.keys()));
  };
}
