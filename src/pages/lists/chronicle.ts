import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import type { Edition } from "../../core/model/archive.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext, type Viewpoint } from "../kit/context.ts";
import { fewestBars, timelineFigure } from "../kit/figures/figures.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeNames } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

/** A year with more practices than this shows the first of them, and a link to the rest. */
const maxShown = 10;
/** All years, the newest first, with the titles of their practices. */
export const chronicle: Output = {
  kind: "years",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  menu: { position: 3, label: (t) => t.yearsTitle, permalink: permalinks.years },
  plan: perEdition("years", ({ language, years }) =>
    years.size > 0 ? [{ permalink: permalinks.years(language) }] : [],
  ),
  render: (route, context) => {
    const { language } = route;
    const edition = editionOf(context, language);
    const link = relativeUrlFor(route, context);
    const title = textsOf(language, context.archive).yearsTitle;
    const view = {
      ...layoutView(route, context, { title, description: `${title}.` }),
      figure: yearsFigure(edition, context, link),
      years: [...edition.years.keys()].map((year) => yearView(year, edition, { context, link })),
    };
    return context.templates.render("years.njk", view);
  },
};

function yearsFigure({ language, years }: Edition, { archive }: RenderContext, link: RelativeUrl) {
  if (years.size < fewestBars) return null;
  const t = textsOf(language, archive);
  const counted = [...years].map(([year, { length }]) => ({
    name: year,
    year: Number(year),
    count: length,
    href: link(permalinks.year(language, year)),
  }));
  const say = (count: number): string => t.practices(formatCount(count, language));
  return timelineFigure(counted, { label: t.timelineLabel, say, language });
}

function yearView(year: string, { language, years }: Edition, { context, link }: Viewpoint) {
  const t = textsOf(language, context.archive);
  const practices = years.get(year) ?? [];
  // One title takes no more room than the link to it.
  const shown = practices.length > maxShown + 1 ? practices.slice(0, maxShown) : practices;
  const rest = practices.length - shown.length;
  return {
    name: t.yearName(year),
    year,
    href: link(permalinks.year(language, year)),
    count: t.practices(formatCount(practices.length, language)),
    practices: shown.map(({ item }) => ({
      title: bindWithHardSpaces(item.title),
      href: link(permalinks.practice(language, item.id)),
      place: placeNames(item.municipalities, context.archive.places, language),
    })),
    more: rest > 0 ? t.andMore(formatCount(rest, language)) : "",
  };
}
