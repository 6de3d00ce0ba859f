import { yearOf } from "../core/language/calendar-day.ts";
import { createComparer } from "../core/language/collate.ts";
import type { Language } from "../core/language/language.ts";
import type { Edition, Neighbours, PageEntry, PracticeEntry } from "../core/model/archive.ts";
import type { MunicipalityCode, PracticeId, ThemeId } from "../core/model/ids.ts";
import type { Issue } from "../core/model/issue.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { bandsOf, type SizeBand, sizeBands } from "../core/model/size-bands.ts";
import { listFacets } from "./facet-lists.ts";
import { groupInnovators } from "./innovators.ts";
import { selectForIssue } from "./issues.ts";
import { findRelated } from "./related.ts";

/** The published entries in all languages, and the issues that choose from them. */
export interface PublishedEntries {
  readonly practices: readonly PracticeEntry[];
  readonly pages: readonly PageEntry[];
  readonly issues: readonly Issue[];
}

/** Builds the archive in one language: its practices in order and by every index, with neighbours and related practices. */
export function assembleEdition(language: Language, entries: PublishedEntries, vocabulary: Vocabulary): Edition {
  const practices = entries.practices.filter(({ item }) => item.language === language).sort(newestFirst);
  const pages = entries.pages.filter(({ item }) => item.language === language);
  const themes = groupBy(practices, ({ item }) => item.themes);
  const municipalities = groupBy(practices, ({ item }) => item.municipalities);
  const { innovators, slugs } = groupInnovators(practices, language);
  const compare = createComparer(language);
  const practicesById = new Map(practices.map((entry) => [entry.item.id, entry]));
  return {
    language,
    practices,
    practicesById,
    neighbours: findNeighbours(practicesById),
    related: findRelated(practices, themes, municipalities),
    themes: inOrderOf<ThemeId>(vocabulary.themes.keys(), themes),
    years: groupBy(practices, ({ item }) => [yearOf(item.date)]),
    municipalities: inOrderOf<MunicipalityCode>(municipalityOrder(vocabulary, compare), municipalities),
    sizes: inOrderOf<SizeBand>(
      sizeBands.map(({ key }) => key),
      groupBy(practices, ({ item }) => bandsOf(item.municipalities, vocabulary.places)),
    ),
    innovators,
    innovatorSlugs: slugs,
    ...listFacets(practices, entries.practices, { language, vocabulary }),
    pages: new Map(pages.map((entry) => [entry.item.id, entry])),
    issues: new Map(
      entries.issues
        .filter((issue) => (issue.languages ?? vocabulary.site.languages).includes(language))
        .map((issue) => [issue.id, { issue, practices: selectForIssue(issue, practices, compare) }]),
    ),
  };
}

function newestFirst(a: PracticeEntry, b: PracticeEntry): number {
  const [left, right] = [a.item, b.item];
  if (left.date !== right.date) return left.date > right.date ? -1 : 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

function groupBy<Key>(
  practices: readonly PracticeEntry[],
  keysOf: (entry: PracticeEntry) => readonly Key[],
): Map<Key, PracticeEntry[]> {
  const groups = new Map<Key, PracticeEntry[]>();
  for (const entry of practices) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

function inOrderOf<Key>(
  order: Iterable<Key>,
  groups: ReadonlyMap<Key, PracticeEntry[]>,
): ReadonlyMap<Key, PracticeEntry[]> {
  const ordered = new Map<Key, PracticeEntry[]>();
  for (const key of order) {
    const group = groups.get(key);
    if (group) ordered.set(key, group);
  }
  return ordered;
}

/** Provinces in dictionary order, within them municipalities likewise. */
function municipalityOrder({ places }: Vocabulary, compare: (a: string, b: string) => number): MunicipalityCode[] {
  return [...places.values()]
    .sort(
      (a, b) =>
        compare(a.province?.name ?? "", b.province?.name ?? "") ||
        compare(a.name, b.name) ||
        (a.code < b.code ? -1 : 1),
    )
    .map(({ code }) => code);
}

/** @param practices in their order */
export function findNeighbours(practices: Edition["practicesById"]): ReadonlyMap<PracticeId, Neighbours> {
  const entries = [...practices.values()];
  return new Map(
    Array.from(practices.keys(), (id, index) => [id, { newer: entries[index - 1], older: entries[index + 1] }]),
  );
}
