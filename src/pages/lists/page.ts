import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import { localize } from "../../core/language/language.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { rowView } from "../kit/row-view.ts";
import { asOfView, mostNominatedView } from "../nominations/nominated-view.ts";
import { pageCount } from "./paginate.ts";
import { subjectLists } from "./subject-lists.ts";

/** The list of all practices, in pages. */
export const practiceList: Output = {
  kind: "practices",
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  menu: { position: 1, label: (language) => textsOf(language).practicesTitle, permalink: permalinks.practices },
  layout: ({ language }, _context, link) => ({ practicesHref: link(permalinks.practices(language)) }),
  plan: perEdition("practices", (edition, { site }) =>
    Array.from({ length: pageCount(edition, site) }, (_, index) => ({
      permalink: permalinks.practices(edition.language, index + 1),
      key: String(index + 1),
    })),
  ),
  render: (route, context) => {
    const edition = editionOf(context, route.language);
    const { site } = context.archive;
    const number = Number(route.key);
    const total = pageCount(edition, site);
    const start = (number - 1) * site.practicesPerPage;
    const t = textsOf(route.language);
    const link = relativeUrlFor(route, context);
    const count = (value: number): string => formatCount(value, route.language);
    const title = number === 1 ? t.practicesTitle : `${t.practicesTitle} – ${t.page(count(number))}`;
    const intro = t.practicesIntro(count(edition.practices.length));
    const pageLink = (page: number): string =>
      page >= 1 && page <= total ? link(permalinks.practices(route.language, page)) : "";
    const view = {
      ...layoutView(route, context, {
        title,
        description: number === 1 ? intro : `${intro} ${t.pageOf(count(number), count(total))}.`,
      }),
      intro,
      asOf: asOfView(context, route.language),
      firstNumber: start + 1,
      rows: edition.practices.slice(start, start + site.practicesPerPage).map((entry) => rowView(entry, context, link)),
      facets: facetsView(edition, context, link),
      pagination: {
        number,
        total,
        label: t.pageOf(count(number), count(total)),
        previous: pageLink(number - 1),
        next: pageLink(number + 1),
        pages: shownPages(number, total).map((page) => ({
          number: page,
          label: t.page(count(page)),
          href: pageLink(page),
          current: page === number,
        })),
      },
    };
    return context.templates.render("practices.njk", view);
  },
};

/** First and last page, and those around the current one; 0 stands for a gap. */
function shownPages(current: number, total: number): readonly number[] {
  const wanted = [...new Set([1, current - 1, current, current + 1, total])]
    .filter((page) => page >= 1 && page <= total)
    .sort((a, b) => a - b);
  return wanted.flatMap((page, index) => (index > 0 && page - (wanted[index - 1] ?? 0) > 1 ? [0, page] : [page]));
}

/** Themes and years with their numbers of practices, for the side of a list and the home page. */
export function facetsView(edition: Edition, context: RenderContext, link: (target: Permalink) => string) {
  const { language } = edition;
  const count = (practices: readonly PracticeEntry[]): string => formatCount(practices.length, language);
  return {
    themes: [...edition.themes].map(([id, practices]) => ({
      name: localize(context.archive.themes.get(id)?.name, language),
      href: link(permalinks.theme(language, id)),
      count: count(practices),
    })),
    years: [...edition.years].map(([year, practices]) => ({
      name: year,
      href: link(permalinks.year(language, year)),
      count: count(practices),
    })),
  };
}

const shownNominated = 3;
/** A list of this many practices is read at a glance. */
const shortList = 5;

/** The first few of a list, where it is long enough and more than one of its practices has nominations. */
function shortMostNominated(practices: readonly PracticeEntry[], route: Route, context: RenderContext) {
  if (practices.length <= shortList) return null;
  const { language } = route;
  const link = relativeUrlFor(route, context);
  const view = mostNominatedView(practices, { context, link }, { language, shown: shownNominated });
  return view && view.entries.length > 1 ? view : null;
}

/** Pages of all practices of one theme, year, municipality or innovator. */
export const listingPages: readonly Output[] = subjectLists.map((list) => ({
  kind: list.kind,
  needs: list.needs,
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  under: list.under,
  plan: perEdition(list.kind, (edition) =>
    [...list.keys(edition)].map((key) => ({ permalink: list.permalink(edition.language, key), key })),
  ),
  render: (route, context) => {
    const { language } = route;
    const edition = editionOf(context, language);
    const practices = list.find(edition, route.key);
    const total = formatCount(practices.length, language);
    const { label, title, intro } = list.describe({ key: route.key, total }, edition, context.archive);
    const link = relativeUrlFor(route, context);
    const booklet = permalinks.booklet(route.permalink);
    const view = {
      ...layoutView(route, context, {
        title,
        description: `${label}: ${title}. ${intro}`,
      }),
      label,
      intro,
      booklet: context.planned.has(booklet)
        ? { href: link(booklet), text: textsOf(language).bookletLink(total) }
        : null,
      mostNominated: list.withMostNominated ? shortMostNominated(practices, route, context) : null,
      asOf: asOfView(context, language),
      feed:
        context.planned.has(permalinks.themeFeed(language, route.key)) && list.kind === "theme"
          ? {
              href: link(permalinks.themeFeed(language, route.key)),
              jsonHref: link(permalinks.jsonFeed(language, route.key)),
              title,
            }
          : null,
      rows: practices.map((entry) => rowView(entry, context, link)),
    };
    return context.templates.render(`${list.kind}.njk`, view);
  },
}));
