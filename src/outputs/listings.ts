import { permalinks } from "../archive/permalinks.ts";
import { formatCount } from "../language/format.ts";
import { type Language, localize } from "../language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../model/archive.ts";
import type { MunicipalityCode, Permalink, ThemeId } from "../model/ids.ts";
import type { Route, RouteKind } from "../model/route.ts";
import { editionOf, type RenderContext } from "../render/context.ts";
import { textsOf } from "../render/texts/texts-of.ts";
import { layoutView, linkerFor } from "../render/views/layout-view.ts";
import { mostNominatedView } from "../render/views/nominated-view.ts";
import { placeName, rowView } from "../render/views/row-view.ts";
import type { Output } from "./output.ts";
import { pageCount } from "./paginate.ts";
import { translationsOf } from "./translations.ts";

/** The list of all practices, in pages. */
export const practiceList: Output = {
  kinds: ["practices"],
  inPagesProfile: true,
  plan: (archive) =>
    [...archive.editions.values()].flatMap((edition) =>
      Array.from({ length: pageCount(edition, archive.site) }, (_, index): Route => {
        const permalink = permalinks.practices(edition.language, index + 1);
        return { kind: "practices", permalink, language: edition.language, key: String(index + 1) };
      }),
    ),
  render: (route, context) => {
    const edition = editionOf(context, route.language);
    const { site } = context.archive;
    const number = Number(route.key);
    const total = pageCount(edition, site);
    const start = (number - 1) * site.practicesPerPage;
    const t = textsOf(route.language);
    const link = linkerFor(route, context);
    const count = (value: number): string => formatCount(value, route.language);
    const title = number === 1 ? t.practicesTitle : `${t.practicesTitle} – ${t.page(count(number))}`;
    const intro = t.practicesIntro(count(edition.practices.length));
    const pageLink = (page: number): string =>
      page >= 1 && page <= total ? link(permalinks.practices(route.language, page)) : "";
    const view = {
      ...layoutView(route, context, { title, description: intro, translations: translationsOf(route, context) }),
      intro,
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

/** How a listing by one subject is found, planned and introduced. */
interface Listing {
  readonly kind: Extract<RouteKind, "theme" | "year" | "municipality" | "innovator">;
  readonly inPagesProfile: boolean;
  /** Whether a long list begins with the practices that readers nominated most. */
  readonly withMostNominated: boolean;
  keys(edition: Edition): Iterable<string>;
  permalink(language: Language, key: string): Permalink;
  find(edition: Edition, key: string): readonly PracticeEntry[];
  describe(
    key: string,
    total: string,
    edition: Edition,
    archive: Archive,
  ): { readonly label: string; readonly title: string; readonly intro: string };
}

const listings: readonly Listing[] = [
  {
    kind: "theme",
    inPagesProfile: true,
    withMostNominated: true,
    keys: ({ themes }) => themes.keys(),
    permalink: permalinks.theme,
    find: ({ themes }, key) => themes.get(key as ThemeId) ?? [],
    describe: (key, total, { language }, { themes }) => {
      const t = textsOf(language);
      const title = localize(themes.get(key as ThemeId)?.name, language);
      return { label: t.theme, title, intro: t.themeIntro(total, title) };
    },
  },
  {
    kind: "year",
    inPagesProfile: true,
    withMostNominated: true,
    keys: ({ years }) => years.keys(),
    permalink: permalinks.year,
    find: ({ years }, key) => years.get(key) ?? [],
    describe: (key, total, { language }) => {
      const t = textsOf(language);
      return { label: t.year, title: t.yearName(key), intro: t.yearIntro(total, key) };
    },
  },
  {
    kind: "municipality",
    inPagesProfile: false,
    withMostNominated: false,
    keys: ({ municipalities }) => municipalities.keys(),
    permalink: permalinks.municipality,
    find: ({ municipalities }, key) => municipalities.get(key as MunicipalityCode) ?? [],
    describe: (key, total, { language }, { places }) => {
      const t = textsOf(language);
      const place = places.get(key as MunicipalityCode);
      const title = placeName(place, language);
      return {
        label: t.municipality,
        title,
        intro: t.municipalityIntro(total, title, placeName(place?.province, language)),
      };
    },
  },
  {
    kind: "innovator",
    inPagesProfile: false,
    withMostNominated: false,
    keys: ({ innovators }) => innovators.keys(),
    permalink: permalinks.innovator,
    find: ({ innovators }, key) => innovators.get(key)?.practices ?? [],
    describe: (key, total, { language, innovators }) => {
      const t = textsOf(language);
      return { label: t.innovator, title: innovators.get(key)?.name ?? key, intro: t.innovatorIntro(total) };
    },
  },
];

const shownNominated = 3;
/** A list of this many practices is read at a glance. */
const shortList = 5;

/** The first few of a list, where it is long enough and more than one of its practices has nominations. */
function shortMostNominated(practices: readonly PracticeEntry[], route: Route, context: RenderContext) {
  if (practices.length <= shortList) return null;
  const { language } = route;
  const view = mostNominatedView(practices, context, linkerFor(route, context), { language, shown: shownNominated });
  return view && view.entries.length > 1 ? view : null;
}

/** Pages of all practices of one theme, year, municipality or innovator. */
export const listingPages: readonly Output[] = listings.map((listing) => ({
  kinds: [listing.kind],
  inPagesProfile: listing.inPagesProfile,
  plan: (archive) =>
    [...archive.editions.values()].flatMap((edition) =>
      [...listing.keys(edition)].map((key): Route => {
        const permalink = listing.permalink(edition.language, key);
        return { kind: listing.kind, permalink, language: edition.language, key };
      }),
    ),
  render: (route, context) => {
    const edition = editionOf(context, route.language);
    const practices = listing.find(edition, route.key);
    const total = formatCount(practices.length, route.language);
    const { label, title, intro } = listing.describe(route.key, total, edition, context.archive);
    const link = linkerFor(route, context);
    const view = {
      ...layoutView(route, context, {
        title,
        description: `${label}: ${title}. ${intro}`,
        translations: translationsOf(route, context),
      }),
      label,
      intro,
      mostNominated: listing.withMostNominated ? shortMostNominated(practices, route, context) : null,
      rows: practices.map((entry) => rowView(entry, context, link)),
    };
    return context.templates.render(`${listing.kind}.njk`, view);
  },
}));
