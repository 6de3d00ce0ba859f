import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { editionOf, type Viewpoint } from "../kit/context.ts";
import { type Facet, facetsOf } from "../kit/facets.ts";
import { ordersOf } from "../kit/orders.ts";

/** The value of a facet that all practices of a list share, as an address of the search says it. */
export interface SharedValue {
  readonly facet: string;
  readonly key: string;
}

/** The page with all values of a facet. */
const indexes: Readonly<Record<string, (language: Language) => Permalink>> = {
  theme: permalinks.themes,
  year: permalinks.years,
  municipality: permalinks.municipalities,
};

/** Facets whose values are all shown: they are few, or short. Of others a list shows those with most practices. */
const wholeFacets: readonly string[] = ["theme", "year", "size"];
const maxValues = 10;

/** What the archive can be narrowed down by, with counts. Every value leads to its list, which exists without script. */
export function allFilters(edition: Edition, from: Viewpoint) {
  const { context } = from;
  const counted = context.memo("filters", edition.language, () =>
    facetsOf(edition, context.archive)
      .filter(({ list }) => list)
      .map((facet) => count(facet, facet.keys(), (key) => facet.list?.(key).practices.length ?? 0)),
  );
  return counted.flatMap((facet) => filterView(facet, edition, from));
}

/**
 * What the practices of a list can be narrowed down by, counted among them. Values lead to their own lists; a script makes them lead to
 * the search, which can join them with what the list is of.
 */
export function filtersWithin(practices: readonly PracticeEntry[], shared: SharedValue, from: Viewpoint) {
  const [first] = practices;
  if (!first) return [];
  const edition = editionOf(from.context, first.item.language);
  return facetsOf(edition, from.context.archive)
    .filter(({ name, list }) => list && name !== shared.facet && !isSaidBy(shared.facet, name))
    .flatMap((facet) => {
      const counts = new Map<string, number>();
      for (const key of practices.flatMap((entry) => [...new Set(facet.keysOf(entry))]))
        counts.set(key, (counts.get(key) ?? 0) + 1);
      const counted = count(facet, facet.keys(), (key) => counts.get(key) ?? 0);
      const isChoice = counted.values.some((value) => value.count < practices.length);
      return isChoice ? filterView(counted, edition, from) : [];
    });
}

/** A place says how large it is. */
function isSaidBy(facet: string, other: string): boolean {
  return facet === "municipality" && other === "size";
}

interface CountedFacet extends Pick<Facet, "name" | "label"> {
  /** Not all of its values are among them. */
  readonly isCut: boolean;
  readonly values: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
    readonly permalink: Permalink;
  }[];
}

function count(
  { name, label, say, list }: Facet,
  keys: Iterable<string>,
  countOf: (key: string) => number,
): CountedFacet {
  const used = [...keys].map((key) => ({ key, count: countOf(key) })).filter((value) => value.count > 0);
  const isCut = used.length > maxValues && !wholeFacets.includes(name);
  const shown = isCut ? used.toSorted((a, b) => b.count - a.count).slice(0, maxValues) : used;
  const values = shown.map((value) => ({
    ...value,
    label: say(value.key),
    permalink: list?.(value.key).permalink as Permalink,
  }));
  return { name, label, values, isCut };
}

/** The values of templates/partials/facets.njk; no facet whose lists the site does not have. */
function filterView({ name, label, values, isCut }: CountedFacet, edition: Edition, from: Viewpoint) {
  const { context, link } = from;
  const { language } = edition;
  const shown = values.filter(({ permalink }) => context.planned.has(permalink));
  if (shown.length === 0) return [];
  const all = (indexes[name] ?? permalinks.search)(language);
  return [
    {
      name,
      label,
      values: shown.map((value) => ({
        key: value.key,
        name: value.label,
        href: link(value.permalink),
        count: formatCount(value.count, language),
      })),
      allHref: isCut && context.planned.has(all) ? link(all) : "",
    },
  ];
}

/** The form that shows a list in another order, on the page of the search; null where there is none. */
export function sortView(language: Language, shared: SharedValue | undefined, { context, link }: Viewpoint) {
  const search = permalinks.search(language);
  if (!context.planned.has(search)) return null;
  return { action: link(search), shared: shared ?? null, orders: ordersOf(language, context.archive) };
}
