import type { Language } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { onePerSite } from "../kit/per-edition.ts";
import { translationsOf } from "../kit/translations.ts";

/** Addresses that one sitemap may hold (sitemaps.org protocol). */
const sitemapLimit = 50_000;

/** sitemap.xml with language alternates; a large site gets numbered sitemaps and sitemap.xml lists those. */
export const sitemap: Output = {
  kind: "sitemap",
  traits: [],
  plan: onePerSite("sitemap", "/sitemap.xml" as Permalink),
  render: (route, context) => {
    const all = context.routes.filter((other) => hasTrait(context, other, "indexed"));
    const { site } = context.archive;
    if (route.key !== "") {
      const start = (Number(route.key) - 1) * sitemapLimit;
      return renderUrls(all.slice(start, start + sitemapLimit), context);
    }
    const parts = context.routes.filter(({ kind, key }) => kind === "sitemap" && key !== "");
    if (parts.length === 0) return renderUrls(all, context);
    return context.templates.render("sitemap-index.njk", {
      urls: parts.map(({ permalink }) => site.baseUrl + permalink),
    });
  },
};

/** The numbered sitemaps that this many addresses need; none while one is enough. */
export function planSitemapParts(
  { site }: Archive,
  routes: readonly Route[],
  context: Pick<RenderContext, "outputs">,
): readonly Route[] {
  const total = routes.filter((route) => hasTrait(context, route, "indexed")).length;
  if (total <= sitemapLimit) return [];
  return Array.from({ length: Math.ceil(total / sitemapLimit) }, (_, index): Route => {
    const key = String(index + 1);
    return { kind: "sitemap", permalink: `/sitemap-${key}.xml` as Permalink, language: site.languages[0], key };
  });
}

function renderUrls(routes: readonly Route[], context: RenderContext): string {
  const { site } = context.archive;
  return context.templates.render("sitemap.njk", {
    urls: routes.map((route) => ({ loc: site.baseUrl + route.permalink, alternates: versionsOf(route, context) })),
  });
}

/** The page in all its languages; none where there is one. */
function versionsOf(route: Route, context: RenderContext): readonly { language: Language; href: string }[] {
  const { baseUrl, languages } = context.archive.site;
  const others = translationsOf(route, context);
  if (others.size === 0) return [];
  return languages.flatMap((language) => {
    const permalink = language === route.language ? route.permalink : others.get(language);
    return permalink ? [{ language, href: baseUrl + permalink }] : [];
  });
}
