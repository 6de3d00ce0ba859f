import { permalinks } from "../../archive/permalinks.ts";
import { createComparer } from "../../core/language/collate.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Route } from "../../core/model/route.ts";
import { bandOf, sizeBands } from "../../core/model/size-bands.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeName } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

/**
 * The page of the sizes of places: for each size its list of practices and the names of all places of that size, so that readers without
 * script find theirs. Scripts make a choice of these names; it is marked where practices are shown.
 */
export const sizesPages: Output = {
  kind: "sizes",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  under: "municipalities",
  scripts: {
    "choose-place": {
      source: "pages/sizes/browser/choose-place.ts",
      format: "iife",
      needs: "fullSite",
      keptOffline: true,
    },
    "like-place": {
      source: "pages/sizes/browser/like-place.ts",
      format: "iife",
      needs: "fullSite",
      keptOffline: true,
    },
  },
  layout: (route, context, link) => ({ ownPlace: ownPlaceView(route, context, link) }),
  plan: perEdition("sizes", ({ language, sizes }) =>
    sizes.size > 0 ? [{ permalink: permalinks.sizes(language) }] : [],
  ),
  render: (route, context) => {
    const { language } = route;
    const { sizes: t } = textsOf(language, context.archive);
    const { census } = context.archive;
    const view = {
      ...layoutView(route, context, { title: t.title, description: t.intro }),
      population: t.population(census?.year ?? "", localize(census?.source, language)),
      chosen: t.chosen("{place}", "{size}"),
      ...bandsView(route, context),
    };
    return context.templates.render("sizes.njk", view);
  },
};

/** Pages that say of practices whether they are from places like the reader's own. */
const markedKinds = ["municipalities"];

/** What the script of the marks needs; null on pages without, and where no population is known. */
function ownPlaceView(route: Route, context: RenderContext, link: RelativeUrl) {
  const { language, kind } = route;
  const page = permalinks.sizes(language);
  if (!context.planned.has(page)) return null;
  if (!markedKinds.includes(kind) && !hasTrait(context, route, "selectable")) return null;
  const { sizes: t } = textsOf(language, context.archive);
  const listed = sizeBands.filter(({ key }) => context.planned.has(permalinks.size(language, key)));
  return {
    href: link(page),
    list: link(permalinks.size(language, "{size}")),
    listed: listed.map(({ key }) => key).join(" "),
    like: t.like("{place}"),
    marked: t.marked("{place}"),
  };
}

function bandsView(route: Route, context: RenderContext) {
  const { language } = route;
  const { sizes: t } = textsOf(language, context.archive);
  const link = relativeUrlFor(route, context);
  const { sizes } = editionOf(context, language);
  const all = placesOf(language, context);
  const places = Map.groupBy(all, ({ size }) => size);
  const bands = sizeBands.map(({ key }) => {
    const count = sizes.get(key)?.length ?? 0;
    const named = places.get(key) ?? [];
    return {
      band: key,
      name: t.bands[key],
      href: count > 0 ? link(permalinks.size(language, key)) : "",
      count: count > 0 ? formatCount(count, language) : t.none,
      places: named,
      placesOf: t.placesOf(formatCount(named.length, language)),
    };
  });
  const bandsByKey = new Map(bands.map((band) => [band.band, band]));
  return {
    sizes: bands,
    places: all.flatMap(({ size, name, province }) => {
      const band = size && bandsByKey.get(size);
      return band ? [{ name, province, href: band.href }] : [];
    }),
  };
}

/** All places with their size, in dictionary order; those of one name are told apart by their province. */
function placesOf(language: Language, { archive }: RenderContext) {
  const compare = createComparer(language);
  const others = archive.site.languages.filter((other) => other !== language);
  const all = [...archive.places.values()];
  const nameIn = (place: (typeof all)[number], tongue: Language): string => placeName(place, tongue);
  const counts = Map.groupBy(all, (place) => nameIn(place, language));
  return all
    .map((place) => {
      const name = nameIn(place, language);
      const isAlone = counts.get(name)?.length === 1 || !place.province;
      return {
        size: bandOf(place.population),
        code: place.code,
        name,
        province: isAlone ? "" : placeName(place.province, language),
        others: others.map((other) => ({ language: other, name: nameIn(place, other) })),
      };
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.province, b.province));
}
