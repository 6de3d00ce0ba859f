import { valuesOf } from "../../archive/facet-lists.ts";
import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { type Language, localize, nameOfLanguage } from "../../core/language/language.ts";
import type { Archive, Edition, FacetList, PracticeEntry } from "../../core/model/archive.ts";
import { type FacetName, facetNames } from "../../core/model/facets.ts";
import { statusStates } from "../../core/model/fields/choices.ts";
import type { Field } from "../../core/model/fields/field.ts";
import type { PracticeField } from "../../core/model/fields/practice-fields.ts";
import type { MunicipalityCode, Permalink, ThemeId } from "../../core/model/ids.ts";
import { bandsOf, type SizeBand, sizeBands } from "../../core/model/size-bands.ts";
import { practiceTextsOf, textsOf } from "../../locales/texts-of.ts";
import { placeName } from "./place-name.ts";
import { sayValue } from "./say-value.ts";

/** By what readers narrow practices down, in lists and in the search. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  /** The keys that it can have, in their order. */
  readonly keys: () => Iterable<string>;
  readonly keysOf: (entry: PracticeEntry) => readonly string[];
  readonly say: (key: string) => string;
  /** The list of all practices with a key, where there are such lists. */
  readonly list?: (key: string) => { readonly permalink: Permalink; readonly practices: readonly PracticeEntry[] };
}

/** The field that a facet narrows down by; those without one are of every practice. */
const fieldsOfFacets: Readonly<Partial<Record<FacetName, PracticeField["name"]>>> = {
  theme: "themes",
  municipality: "municipality",
  province: "municipality",
  size: "municipality",
  innovator: "innovator",
  status: "status",
  award: "award",
};

/** All facets of an edition: what the program can narrow down by, as far as the archive has it, and the archive's own fields. */
export function facetsOf(edition: Edition, archive: Archive): readonly Facet[] {
  const { language } = edition;
  const has = (facet: FacetName): boolean => {
    const field = fieldsOfFacets[facet];
    if (facet === "language") return archive.site.languages.length > 1;
    return field === undefined || archive.fields.some(({ name }) => name === field);
  };
  const { facets: labels } = textsOf(language, archive).search;
  const usual = usualFacets(edition, archive);
  const texts = practiceTextsOf(language, archive.fields);
  const own = archive.fields.filter(({ filter }) => filter);
  return [
    ...facetNames.filter(has).map((name) => ({ name, label: labels[name], ...usual[name] })),
    ...own.map((field) => ({
      name: field.name,
      label: texts[field.name]?.label ?? field.name,
      ...ownFacet(field, edition, archive),
    })),
  ];
}

type Rules = Omit<Facet, "name" | "label">;

function usualFacets(edition: Edition, archive: Archive): Readonly<Record<FacetName, Rules>> {
  const { language, themes, years, innovators } = edition;
  const t = textsOf(language, archive);
  const others = [...archive.editions.values()].filter((other) => other.language !== language);
  return {
    theme: {
      keys: () => archive.themes.keys(),
      keysOf: ({ item }) => item.themes,
      say: (key) => localize(archive.themes.get(key as ThemeId)?.name, language),
      list: listIn(themes, (key) => permalinks.theme(language, key)),
    },
    year: {
      keys: () => years.keys(),
      keysOf: ({ item }) => [yearOf(item.date)],
      say: (key) => key,
      list: listIn(years, (key) => permalinks.year(language, key)),
    },
    ...placeFacets(edition, archive),
    innovator: {
      keys: () => innovators.keys(),
      keysOf: ({ item }) => [edition.innovatorSlugs.get(item.innovator ?? "") ?? ""],
      say: (key) => innovators.get(key)?.name ?? key,
    },
    status: {
      keys: () => statusStates,
      keysOf: ({ item }) => (item.status ? [item.status.state] : []),
      say: (key) => t.statusState[key as keyof typeof t.statusState],
      list: listedIn("status", edition),
    },
    award: {
      keys: () => ["yes"],
      keysOf: ({ item }) => (item.awards.length > 0 ? ["yes"] : []),
      say: () => t.search.awarded,
      list: listedIn("award", edition),
    },
    language: {
      keys: () => others.map((other) => other.language),
      keysOf: ({ item }) =>
        others.filter(({ practicesById }) => practicesById.has(item.id)).map((other) => other.language),
      say: (key) => t.search.alsoIn(nameOfLanguage(key as Language, language)),
      list: listedIn("language", edition),
    },
  };
}

function placeFacets({ language, municipalities, sizes }: Edition, archive: Archive) {
  const { places } = archive;
  const { bands } = textsOf(language, archive).sizes;
  return {
    province: {
      keys: () => new Set([...places.values()].map(({ province }) => province?.code ?? "")),
      keysOf: ({ item }) => item.municipalities.flatMap((code) => places.get(code)?.province?.code ?? []),
      say: (key) => placeName([...places.values()].find(({ province }) => province?.code === key)?.province, language),
    },
    municipality: {
      keys: () => places.keys(),
      keysOf: ({ item }) => item.municipalities,
      say: (key) => placeName(places.get(key as MunicipalityCode), language),
      list: listIn(municipalities, (key) => permalinks.municipality(language, key)),
    },
    size: {
      keys: () => sizeBands.map(({ key }) => key),
      keysOf: ({ item }) => bandsOf(item.municipalities, places),
      say: (key) => bands[key as SizeBand],
      list: listIn(sizes, (key) => permalinks.size(language, key)),
    },
  } satisfies Partial<Record<FacetName, Rules>>;
}

/** A field of the archive; its lists know its values as they are written. */
function ownFacet(field: Field, edition: Edition, archive: Archive): Rules {
  const { language } = edition;
  const type = field.kind === "list" ? field.of : field;
  const list = listedIn(field.name, edition);
  return {
    keys: () => [...edition.facets.values()].filter(({ facet }) => facet === field.name).map(({ key }) => key),
    keysOf: ({ item }) => valuesOf(field, item).map(([key]) => key),
    say: (key) =>
      type.kind === "day" ? key : sayValue(type, facetListOf(field.name, key, edition)?.value, { language, archive }),
    list,
  };
}

/** The list of a map of an edition. */
function listIn<Key extends string>(
  lists: ReadonlyMap<Key, readonly PracticeEntry[]>,
  permalink: (key: string) => Permalink,
): NonNullable<Facet["list"]> {
  return (key) => ({ permalink: permalink(key), practices: lists.get(key as Key) ?? [] });
}

/** The list of a facet without an index of its own. */
function listedIn(facet: string, edition: Edition): NonNullable<Facet["list"]> {
  return (key) => ({
    permalink: permalinks.facet(edition.language, edition.facetNames.get(`${facet} ${key}`) ?? ""),
    practices: facetListOf(facet, key, edition)?.practices ?? [],
  });
}

function facetListOf(facet: string, key: string, { facets, facetNames: names }: Edition): FacetList | undefined {
  return facets.get(names.get(`${facet} ${key}`) ?? "");
}
