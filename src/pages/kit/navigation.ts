import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { Output, RenderContext } from "./context.ts";
import type { RelativeUrl } from "./relative-url.ts";
import { translationsOf } from "./translations.ts";

export interface NavigationLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The kinds of output that stand in the menu, in its order. */
function menuKinds({ outputs }: Pick<RenderContext, "outputs">): readonly (Output & Required<Pick<Output, "menu">>)[] {
  return [...outputs.values()]
    .filter((output): output is Output & Required<Pick<Output, "menu">> => output.menu !== undefined)
    .sort((a, b) => a.menu.position - b.menu.position);
}

export function menuView(route: Route, context: RenderContext, link: RelativeUrl): readonly NavigationLink[] {
  const own = context.outputs.get(route.kind);
  const t = textsOf(route.language, context.archive);
  return menuKinds(context)
    .map(({ kind, menu }) => ({ kind, menu, permalink: menu.permalink(route.language) }))
    .filter(({ permalink }) => context.planned.has(permalink))
    .map(({ kind, menu, permalink }) => ({
      label: menu.label(t),
      href: link(permalink),
      current: kind === route.kind || kind === own?.under,
    }));
}

/** Static pages in the footer: the usual ones first, then others by id. */
export function footerPages(route: Route, context: RenderContext, link: RelativeUrl): readonly NavigationLink[] {
  const t = textsOf(route.language, context.archive);
  const pages = context.archive.editions.get(route.language)?.pages ?? new Map();
  const usual = Object.keys(t.pages);
  const rank = (id: string): number => (usual.includes(id) ? usual.indexOf(id) : usual.length);
  return [...pages.values()]
    .filter(({ item }) => item.isInFooter && context.planned.has(permalinks.page(route.language, item.id)))
    .sort((a, b) => rank(a.item.id) - rank(b.item.id) || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => ({
      label: t.pages[item.id] ?? item.title,
      href: link(permalinks.page(route.language, item.id)),
      current: route.kind === "page" && route.key === item.id,
    }));
}

/** The other languages: the same page where it exists, else a note. Pages of the whole site, such as /404.html, lead to the beginning. */
export function languageLinks(route: Route, context: RenderContext, link: RelativeUrl) {
  const translations = translationsOf(route, context);
  const isOfOneLanguage = route.permalink.startsWith(permalinks.home(route.language));
  return context.archive.site.languages
    .filter((language) => language !== route.language)
    .map((language) => {
      const same = translations.get(language);
      return {
        language,
        label: textsOf(language, context.archive).languageName,
        href: link(same ?? permalinks.home(language)),
        same: same !== undefined,
        note: same === undefined && isOfOneLanguage ? textsOf(language, context.archive).untranslated : "",
      };
    });
}

/** Addresses of all versions of a page for search engines; none where there is one version. */
export function alternates(route: Route, context: RenderContext) {
  const { site } = context.archive;
  const all = [...translationsOf(route, context)].map(([language, permalink]) => ({
    language: language as string,
    url: site.baseUrl + permalink,
  }));
  if (all.length === 0) return [];
  const own = { language: route.language as string, url: site.baseUrl + route.permalink };
  const versions = [own, ...all].sort((a, b) => (a.language < b.language ? -1 : 1));
  const fallback = versions.find(({ language }) => language === site.languages[0]) ?? own;
  // The top of the site leads readers of other languages on.
  const url = route.kind === "home" ? `${site.baseUrl}/` : fallback.url;
  return [...versions, { language: "x-default", url }];
}
