import { type CalendarDay, yearOf } from "../core/language/calendar-day.ts";
import { createComparer } from "../core/language/collate.ts";
import type { Language } from "../core/language/language.ts";
import { nameKey } from "../core/language/names.ts";
import { slugify } from "../core/language/slug.ts";
import type { FacetList, PracticeEntry } from "../core/model/archive.ts";
import { statusStates } from "../core/model/fields/choices.ts";
import { readField } from "../core/model/fields/complete-record.ts";
import type { Field, ValueType } from "../core/model/fields/field.ts";
import type { Practice } from "../core/model/practice.ts";
import type { Vocabulary } from "../core/model/site.ts";

/** What practices can be narrowed down by and has no index of its own, such as a status or a field of the archive with `filter`. */
interface ListedFacet {
  readonly name: string;
  /** The values of a practice by the keys that addresses of the search say. */
  readonly valuesOf: (item: Practice) => readonly FacetValue[];
  /** Keys that have an order of their own. */
  readonly order: readonly string[];
}

type FacetValue = readonly [key: string, value: unknown];

/** The lists of practices by these facets: by `status.active`, and that name by `status active`, which ends in the key. */
export function listFacets(
  practices: readonly PracticeEntry[],
  all: readonly PracticeEntry[],
  { language, vocabulary }: { readonly language: Language; readonly vocabulary: Vocabulary },
) {
  const facets = new Map<string, FacetList>();
  const facetNames = new Map<string, string>();
  const languagesOf = groupLanguages(all);
  for (const { name, valuesOf, order } of listedFacets(language, languagesOf, vocabulary)) {
    const lists = new Map<string, { value: unknown; practices: PracticeEntry[] }>();
    for (const entry of practices) {
      for (const [key, value] of new Map(valuesOf(entry.item))) {
        const list = lists.get(key);
        if (list) list.practices.push(entry);
        else lists.set(key, { value, practices: [entry] });
      }
    }
    const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
    const compare = createComparer(language);
    const sorted = [...lists].sort(
      ([a, one], [b, other]) => rank(a) - rank(b) || compare(String(one.value), String(other.value)),
    );
    for (const [key, list] of sorted) {
      const path = uniquePath(`${name}.${slugify(String(list.value)) || "other"}`, facets);
      facets.set(path, { facet: name, key, ...list });
      facetNames.set(`${name} ${key}`, path);
    }
  }
  return { facets, facetNames };
}

function uniquePath(path: string, taken: ReadonlyMap<string, unknown>): string {
  let unique = path;
  for (let copy = 2; taken.has(unique); copy++) unique = `${path}-${copy}`;
  return unique;
}

function groupLanguages(all: readonly PracticeEntry[]): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>();
  for (const { item } of all) languages.set(item.id, [...(languages.get(item.id) ?? []), item.language]);
  return languages;
}

function listedFacets(
  language: Language,
  languagesOf: ReadonlyMap<string, readonly Language[]>,
  { site, fields }: Vocabulary,
): readonly ListedFacet[] {
  const own = fields.filter(({ filter }) => filter);
  return [
    {
      name: "status",
      valuesOf: ({ status }) => (status ? [[status.state, status.state]] : []),
      order: statusStates,
    },
    { name: "award", valuesOf: ({ awards }) => (awards.length > 0 ? [["yes", "yes"]] : []), order: [] },
    {
      name: "language",
      valuesOf: ({ id }) =>
        (languagesOf.get(id) ?? []).filter((other) => other !== language).map((other) => [other, other]),
      order: site.languages,
    },
    ...own.map((field) => ({
      name: field.name,
      valuesOf: (item: Practice) => valuesOf(field, item),
      order: choicesOf(field),
    })),
  ];
}

/** The values of a practice in a field by which readers narrow down. */
export function valuesOf(field: Field, item: Practice): readonly FacetValue[] {
  const type = field.kind === "list" ? field.of : field;
  const stated = [readField(item, field) ?? []].flat();
  switch (type.kind) {
    case "day":
      return stated.map((day) => [yearOf(day as CalendarDay), yearOf(day as CalendarDay)]);
    case "line":
    case "agent":
      // One name, however its letters are written.
      return stated.map((name) => [nameKey(String(name)), name]);
    default:
      return stated.map((value) => [String(value), value]);
  }
}

function choicesOf(type: ValueType): readonly string[] {
  if (type.kind === "list") return choicesOf(type.of);
  if (type.kind === "yesNo") return ["true", "false"];
  return type.kind === "choice" ? type.values : [];
}
