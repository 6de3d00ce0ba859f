import type { Archive } from "../../core/model/archive.ts";
import type { Permalink, PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { alternates } from "../kit/navigation.ts";
import { onePerSite } from "../kit/per-edition.ts";
import { dayOfText } from "../practice/day-of-text.ts";

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
    urls: routes.map((route) => ({
      loc: site.baseUrl + route.permalink,
      alternates: alternates(route, context),
      lastmod: lastChange(route, context),
    })),
  });
}

/** The day of the text of a practice; "" where none is known. */
function lastChange({ kind, language, key }: Route, { archive }: RenderContext): string {
  if (kind !== "practice") return "";
  const entry = archive.editions.get(language)?.practicesById.get(key as PracticeId);
  return entry ? dayOfText(entry.item, archive) : "";
}
