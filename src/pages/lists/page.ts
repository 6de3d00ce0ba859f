import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink, ThemeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type PageScript, type RenderContext, type Viewpoint } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { pdfView } from "../kit/pdf-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { rowView } from "../kit/row-view.ts";
import { asOfView, mostNominatedView } from "../nominations/nominated-view.ts";
import { maxSelected } from "../selection/selection-view.ts";
import { allFilters, filtersWithin, sortView } from "./filters.ts";
import { describePage, pageCount, pageOf, paginationView, titleOfPage } from "./paginate.ts";
import { type SubjectList, subjectLists } from "./subject-lists.ts";
import { themeSummary } from "./theme-summary.ts";

/** The list of all practices, in pages. */
export const practiceList: Output = {
  kind: "practices",
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  menu: { position: 1, label: (t) => t.practicesTitle, permalink: permalinks.practices },
  layout: ({ language }, _context, link) => ({ practicesHref: link(permalinks.practices(language)) }),
  plan: perEdition("practices", ({ language, practices }, { site }) =>
    Array.from({ length: pageCount(practices, site.practicesPerPage) }, (_, index) => ({
      permalink: permalinks.practices(language, index + 1),
      key: String(index + 1),
    })),
  ),
  render: (route, context) => {
    const { language } = route;
    const edition = editionOf(context, language);
    const { practicesPerPage } = context.archive.site;
    const number = Number(route.key);
    const t = textsOf(language, context.archive);
    const link = relativeUrlFor(route, context);
    const reader = { language, archive: context.archive };
    const intro = t.practicesIntro(formatCount(edition.practices.length, language));
    const total = pageCount(edition.practices, practicesPerPage);
    const view = {
      ...layoutView(route, context, {
        title: titleOfPage(t.practicesTitle, number, reader),
        description: describePage(intro, { number, total }, reader),
      }),
      intro,
      asOf: asOfView(context, language),
      firstNumber: (number - 1) * practicesPerPage + 1,
      rows: pageOf(edition.practices, number, practicesPerPage).map((entry) => rowView(entry, context, link)),
      facets: allFilters(edition, { context, link }),
      shared: null,
      sort: edition.practices.length < fewestToNarrow ? null : sortView(language, undefined, { context, link }),
      pagination: paginationView({ list: permalinks.practices(language), number, total }, reader, link),
    };
    return context.templates.render("practices.njk", view);
  },
};

const shownNominated = 3;
/** A list of this many practices is read at a glance. */
const shortList = 5;

/** From this many practices on, a list is worth narrowing down. */
const fewestToNarrow = 3;

/** The first few of a list, where it is long enough and more than one of its practices has nominations. */
function shortMostNominated(practices: readonly PracticeEntry[], route: Route, context: RenderContext) {
  if (practices.length <= shortList) return null;
  const { language } = route;
  const link = relativeUrlFor(route, context);
  const view = mostNominatedView(practices, { context, link }, { language, shown: shownNominated });
  return view && view.entries.length > 1 ? view : null;
}

/** Lists of one subject are divided if they are longer than this. */
const pageSize = 100;

/** What can be printed at once: a booklet that is there as a page, or, if it would be a long one, the selection of these practices. */
function bookletHref(list: Permalink, practices: readonly PracticeEntry[], { context, link }: Viewpoint): string {
  const booklet = permalinks.booklet(list);
  if (context.planned.has(booklet)) return link(booklet);
  const [first] = practices;
  if (!first || practices.length < 2 || practices.length > maxSelected) return "";
  const selection = permalinks.selection(first.item.language);
  return context.planned.has(selection) ? `${link(selection)}#ids=${practices.map(({ item }) => item.id).join()}` : "";
}

/** What a list of one subject says on its first page alone. */
function headOfList(list: SubjectList, key: string, { route, context }: RoutedContext) {
  const { language } = route;
  const edition = editionOf(context, language);
  const link = relativeUrlFor(route, context);
  const practices = list.find(edition, key);
  const permalink = list.permalink(language, key);
  const href = bookletHref(permalink, practices, { context, link });
  const text = textsOf(language, context.archive).bookletLink(formatCount(practices.length, language));
  const shared = practices.length >= fewestToNarrow ? list.sharedValue(key, edition) : null;
  return {
    shared,
    facets: shared ? filtersWithin(practices, shared, { context, link }) : [],
    sort: shared && sortView(language, shared, { context, link }),
    booklet: href ? { href, text } : null,
    bookletPdf: pdfView(permalinks.listPdf(permalink), language, { context, link }),
    mostNominated: list.withMostNominated ? shortMostNominated(practices, route, context) : null,
  };
}

/** What the other pages of a list say instead. */
const nothingElse = { shared: null, facets: [], sort: null, booklet: null, bookletPdf: null, mostNominated: null };

interface RoutedContext {
  readonly route: Route;
  readonly context: RenderContext;
}

/** Makes the filters of a list lead to the search, which joins them with what the list is of. */
const narrowList: PageScript = { source: "pages/lists/browser/narrow-list.ts", format: "iife", needs: "fullSite" };

/** Pages of all practices of one theme, year, municipality or innovator. Route key: that of the subject, and from the second page on its number. */
export const listingPages: readonly Output[] = subjectLists.map((list) => ({
  kind: list.kind,
  needs: list.needs,
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  under: list.under,
  ...(list.kind === "theme" && { scripts: { "narrow-list": narrowList } }),
  plan: perEdition(list.kind, (edition) =>
    [...list.keys(edition)].flatMap((key) =>
      Array.from({ length: pageCount(list.find(edition, key), pageSize) }, (_, index) => ({
        permalink: permalinks.pageOf(list.permalink(edition.language, key), index + 1),
        key: index === 0 ? key : `${key}/${index + 1}`,
      })),
    ),
  ),
  render: (route, context) => {
    const { language } = route;
    const edition = editionOf(context, language);
    const [key = "", page = "1"] = route.key.split("/");
    const number = Number(page);
    const practices = list.find(edition, key);
    const total = formatCount(practices.length, language);
    const { label, title, intro } = list.describe({ key, total }, edition, context.archive);
    const link = relativeUrlFor(route, context);
    const reader = { language, archive: context.archive };
    const themeFeed = permalinks.themeFeed(language, key);
    const pages = { list: list.permalink(language, key), number, total: pageCount(practices, pageSize) };
    const view = {
      ...layoutView(route, context, {
        title: titleOfPage(title, number, reader),
        description: describePage(`${label}: ${title}. ${intro}`, pages, reader),
      }),
      label,
      intro,
      theme:
        list.kind === "theme" && number === 1
          ? { ...themeSummary(edition, context.archive, key as ThemeId), count: total }
          : null,
      ...(number === 1 ? headOfList(list, key, { route, context }) : nothingElse),
      asOf: asOfView(context, language),
      feed:
        list.kind === "theme" && context.planned.has(themeFeed)
          ? { href: link(themeFeed), jsonHref: link(permalinks.jsonFeed(language, key)), title }
          : null,
      firstNumber: (number - 1) * pageSize + 1,
      rows: pageOf(practices, number, pageSize).map((entry) => rowView(entry, context, link)),
      pagination: paginationView(pages, reader, link),
    };
    return context.templates.render(`${list.kind}.njk`, view);
  },
}));
