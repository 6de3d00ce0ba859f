import type { Language } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route, RouteKind } from "../../core/model/route.ts";
import type { RenderContext } from "../kit/context.ts";
import type { Output } from "../kit/output.ts";

/** Addresses that one sitemap may hold (sitemaps.org protocol). */
const sitemapLimit = 50_000;

/** Pages that readers look for. */
export const pageKinds: ReadonlySet<RouteKind> = new Set([
  "home",
  "practice",
  "practices",
  "theme",
  "year",
  "themes",
  "years",
  "municipality",
  "municipalities",
  "innovator",
  "innovators",
  "issue",
  "issues",
  "nominated",
  "selection",
  "compare",
  "search",
  "data",
  "title-index",
  "offline",
  "old-addresses",
  "page",
]);

/** sitemap.xml with language alternates; a large site gets numbered sitemaps and sitemap.xml lists those. */
export const sitemap: Output = {
  kinds: ["sitemap"],
  inPagesProfile: true,
  plan: ({ site }) => [
    { kind: "sitemap", permalink: "/sitemap.xml" as Permalink, language: site.languages[0], key: "" },
  ],
  render: (route, context) => {
    const all = context.routes.filter(({ kind }) => pageKinds.has(kind));
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

/** The numbered sitemaps that so many addresses need; none while one is enough. */
export function planSitemapParts({ site }: Archive, routes: readonly Route[]): readonly Route[] {
  const total = routes.filter(({ kind }) => pageKinds.has(kind)).length;
  if (total <= sitemapLimit) return [];
  return Array.from({ length: Math.ceil(total / sitemapLimit) }, (_, index): Route => {
    const key = String(index + 1);
    return { kind: "sitemap", permalink: `/sitemap-${key}.xml` as Permalink, language: site.languages[0], key };
  });
}

function renderUrls(routes: readonly Route[], context: RenderContext): string {
  const { site } = context.archive;
  return context.templates.render("sitemap.njk", {
    urls: routes.map((route) => ({ loc: site.baseUrl + route.permalink, alternates: alternates(route, context) })),
  });
}

function alternates(
  route: Route,
  { archive, planned }: RenderContext,
): readonly { language: Language; href: string }[] {
  const { baseUrl, languages } = archive.site;
  const versions = languages
    .map((language) => ({
      language,
      permalink: route.permalink.replace(`/${route.language}/`, `/${language}/`) as Permalink,
    }))
    .filter(({ permalink }) => planned.has(permalink))
    .map(({ language, permalink }) => ({ language, href: baseUrl + permalink }));
  return versions.length > 1 ? versions : [];
}
