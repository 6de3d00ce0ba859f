import { nearestName } from "../../core/diagnostics/nearest.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import { slugify } from "../../core/language/slug.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { subjectLists } from "../../pages/lists/subject-lists.ts";
import { type BookForm, type PlannedBook, planBooklet } from "./plan-book.ts";

/** What someone typed: practices by id, and those of themes, years, places … by what is called so. */
export interface SelectionQuery {
  readonly ids: readonly string[];
  /** By kind; a practice is chosen if it has one of the values of every kind. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
}

/** Something in a query that the archive does not know. */
export interface UnknownTerm {
  readonly term: string;
  readonly nearest: string | undefined;
}

/** Reads `theme:energy year:2015-2019 municipality:"Стара Загора" some-id,other-id`. */
export function readQuery(text: string): SelectionQuery {
  const ids: string[] = [];
  const filters = new Map<string, readonly string[]>();
  for (const [, kind, quoted, bare] of text.matchAll(/(?:(\p{L}+)[:=])?(?:"([^"]*)"|([^\s"]+))/gu)) {
    const values = quoted === undefined ? (bare ?? "").split(",").filter(Boolean) : [quoted];
    if (kind === undefined) ids.push(...values);
    else filters.set(kind.toLowerCase(), [...(filters.get(kind.toLowerCase()) ?? []), ...values]);
  }
  return { ids, filters };
}

export interface SelectionOptions {
  readonly form: BookForm;
  /** Default: the name of the one list that was asked for. */
  readonly title: string | undefined;
  readonly languages: readonly Language[];
}

/**
 * The practices that a query chooses, as a booklet or overview in each language that has some of them. An empty query chooses all. Returns
 * the first term that no language knows instead.
 */
export function planSelection(
  archive: Archive,
  query: SelectionQuery,
  { form, title, languages }: SelectionOptions,
): readonly PlannedBook[] | UnknownTerm {
  const editions = [...archive.editions.values()];
  const unknown = findUnknown(query, editions, archive);
  if (unknown) return unknown;
  return editions
    .filter(({ language }) => languages.includes(language))
    .flatMap((edition) => {
      const { language } = edition;
      const [first, ...others] = choose(query, edition, archive);
      if (!first) return [];
      const shownTitle = title ?? titleOf(query, edition, archive);
      const name = `${slugify(shownTitle) || form}.${language}`;
      return [planBooklet(archive, [first, ...others], { form, title: shownTitle, name })];
    });
}

function choose({ ids, filters }: SelectionQuery, edition: Edition, archive: Archive): readonly PracticeEntry[] {
  const named = ids.flatMap((id) => edition.practices.filter(({ item }) => item.id === id));
  if (filters.size === 0) return ids.length > 0 ? [...new Set(named)] : edition.practices;
  const found = [...filters].map(
    ([kind, values]) => new Set(values.flatMap((value) => find({ kind, value }, edition, archive))),
  );
  return [...new Set([...named, ...edition.practices.filter((entry) => found.every((set) => set.has(entry)))])];
}

interface Term {
  readonly kind: string;
  readonly value: string;
}

/** The practices of one value of a kind; none if the edition has no such value. */
function find({ kind, value }: Term, edition: Edition, archive: Archive): readonly PracticeEntry[] {
  const [, from, to] = /^(\d{4})[-–](\d{4})$/.exec(value) ?? [];
  if (kind === "year" && from && to)
    return edition.practices.filter(({ item }) => from <= yearOf(item.date) && yearOf(item.date) <= to);
  const wanted = value.toLowerCase();
  return listSubjects(kind, edition, archive)
    .filter(({ names }) => names.some((name) => name.toLowerCase() === wanted))
    .flatMap(({ practices }) => practices);
}

/** A value by which practices can be chosen. */
interface Subject {
  /** The key and the name that readers see. */
  readonly names: readonly string[];
  readonly practices: readonly PracticeEntry[];
}

const awardKind = "award";
const kinds: readonly string[] = [...subjectLists.map(({ kind }) => kind), awardKind];

function listSubjects(kind: string, edition: Edition, archive: Archive): readonly Subject[] {
  if (kind === awardKind) {
    const withAward = (name: string) =>
      edition.practices.filter(({ item }) => item.awards.some((award) => award.name === name));
    const names = new Set(edition.practices.flatMap(({ item }) => item.awards.map(({ name }) => name)));
    return [...names].map((name) => ({ names: [name], practices: withAward(name) }));
  }
  const list = subjectLists.find((one) => one.kind === kind);
  if (!list) return [];
  return [...list.keys(edition)].map((key) => {
    const practices = list.find(edition, key);
    const total = formatCount(practices.length, edition.language);
    return { names: [key, list.describe({ key, total }, edition, archive).title], practices };
  });
}

function findUnknown(
  { ids, filters }: SelectionQuery,
  editions: readonly Edition[],
  archive: Archive,
): UnknownTerm | undefined {
  const known = new Set(editions.flatMap(({ practicesById }) => [...practicesById.keys()] as string[]));
  const id = ids.find((one) => !known.has(one));
  if (id !== undefined) return { term: id, nearest: nearestName(id, known) };
  for (const [kind, values] of filters) {
    if (!kinds.includes(kind)) return { term: kind, nearest: nearestName(kind, kinds) ?? kinds.join(", ") };
    const value = values.find((one) =>
      editions.every((edition) => find({ kind, value: one }, edition, archive).length === 0),
    );
    if (value === undefined) continue;
    const names = editions.flatMap((edition) =>
      listSubjects(kind, edition, archive).flatMap((subject) => subject.names),
    );
    return { term: `${kind}:${value}`, nearest: nearestName(value, names) };
  }
  return undefined;
}

/** The name of the only value that was asked for, else “Selected practices”; that of the archive if all are meant. */
function titleOf({ ids, filters }: SelectionQuery, edition: Edition, archive: Archive): string {
  const [first, ...others] = [...filters].flatMap(([kind, values]) => values.map((value) => ({ kind, value })));
  if (ids.length === 0 && !first) return localize(archive.site.name, edition.language);
  if (ids.length > 0 || !first || others.length > 0) return textsOf(edition.language, archive).selectedPractices;
  const { kind, value } = first;
  const subject = listSubjects(kind, edition, archive).find(({ names }) =>
    names.some((name) => name.toLowerCase() === value.toLowerCase()),
  );
  return subject?.names.at(-1) ?? value;
}
