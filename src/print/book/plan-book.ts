import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { createComparer } from "../../core/language/collate.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { IssueId, ThemeId } from "../../core/model/ids.ts";
import type { Issue } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { listBooklets } from "../../pages/booklets/list-booklets.ts";
import { placeName } from "../../pages/kit/place-name.ts";
import { dayOfVersion } from "../../pages/practice/day-of-text.ts";

/** What the command line calls the book of everything. */
export const wholeArchive = "all";

/** An issue in one language, as its book presents it. */
export interface BookPart {
  readonly language: Language;
  readonly issue: Issue;
  readonly practices: readonly PracticeEntry[];
  readonly chapters: readonly Chapter[];
  /** None in a volume that others follow: the last one has them for all. */
  readonly indexes: readonly Index[];
  /** Undefined: the book is whole. */
  readonly volume?: Volume;
}

/** Which part of a large book it is. */
export interface Volume {
  readonly number: number;
  /** The chapters of every volume, in their order: each volume has the contents of all. */
  readonly all: readonly (readonly Chapter[])[];
  /** Whether the last volume has indexes. */
  readonly hasIndex: boolean;
}

export interface Chapter {
  /** From 1, through all volumes. */
  readonly number: number;
  readonly title: string;
  /** It began in the volume before. */
  readonly isContinued?: boolean;
  readonly practices: readonly PracticeEntry[];
}

export interface Index {
  readonly title: string;
  readonly entries: readonly { readonly name: string; readonly practices: readonly PracticeEntry[] }[];
}

export const bookForms = ["book", "booklet", "overview"] as const;
/** A bound book; a booklet without cover, chapters and indexes; a list. */
export type BookForm = (typeof bookForms)[number];

/** One book to be printed. */
export interface PlannedBook {
  readonly form: BookForm;
  /** Name of the file without its ending: `2007.bg`, and `2007` if all languages share it. */
  readonly name: string;
  readonly parts: readonly [BookPart, ...BookPart[]];
}

/** When the last of its practices was changed. */
export function versionOf({ parts }: PlannedBook, archive: Pick<Archive, "versions">): CalendarDay {
  const days = parts.flatMap(({ practices }) => practices.map(({ item }) => dayOfVersion(item, archive)));
  const last = days.sort().at(-1);
  if (!last) throw new Error("a book without practices");
  return last;
}

/** A booklet or overview of practices of one language. */
export function planBooklet(
  archive: Archive,
  practices: readonly [PracticeEntry, ...PracticeEntry[]],
  { form, title, name }: { readonly form: BookForm; readonly title: string; readonly name: string },
): PlannedBook {
  const { file, language } = practices[0].item;
  const issue = { ...issueOfEverything(archive), id: "selection" as IssueId, file, title: { [language]: title } };
  const part = { language, issue: { ...issue, subtitle: undefined }, practices, chapters: [], indexes: [] };
  return { form, name, parts: [part] };
}

/** A booklet for each list of a language that has one as a page. */
export function planListBooklets(archive: Archive, edition: Edition): readonly PlannedBook[] {
  return listBooklets(edition).map(({ list, key, permalink, practices }) => {
    const total = formatCount(practices.length, edition.language);
    const { title } = list.describe({ key, total }, edition, archive);
    const name = permalink.slice(1, -1);
    return planBooklet(archive, practices, { form: "booklet", title, name });
  });
}

/** The books of an issue, or of everything: one for each language that is asked for, or one for all if the issue says so. */
export function planBooks(archive: Archive, id: string, languages: readonly Language[]): readonly PlannedBook[] {
  const parts = languages.flatMap((language) => planPart(archive, id, language) ?? []);
  const [first, ...others] = parts;
  if (!first) return [];
  if (first.issue.bilingual) return [{ form: "book", name: id, parts: [first, ...others] }];
  return parts.map((part) => ({ form: "book", name: `${id}.${part.language}`, parts: [part] }));
}

/** An issue in one language; undefined if it has no practices in it, or is not there at all. */
function planPart(archive: Archive, id: string, language: Language): BookPart | undefined {
  const edition = archive.editions.get(language);
  const entry =
    id === wholeArchive
      ? edition && { issue: issueOfEverything(archive), practices: [...edition.practices].reverse() }
      : edition?.issues.get(id as IssueId);
  if (!entry || entry.practices.length === 0) return undefined;
  const { issue, practices } = entry;
  const chapters = toChapters(practices, archive, language);
  // An index names pages in their order, which is that of the chapters.
  const inPageOrder = chapters.flatMap((chapter) => chapter.practices);
  return { language, issue, practices, chapters, indexes: toIndexes(inPageOrder, archive, language) };
}

/** The archive as an issue of its last year. */
function issueOfEverything(archive: Archive): Issue {
  const { site, editions } = archive;
  const years = [...editions.values()].flatMap((edition) => [...edition.years.keys()]).map(Number);
  return {
    id: wholeArchive as IssueId,
    file: "content/site.yaml",
    title: site.name,
    subtitle: Object.fromEntries(site.languages.map((language) => [language, textsOf(language, archive).bookWhole])),
    year: Math.max(...years),
    languages: undefined,
    selection: {},
    order: "date",
    foreword: undefined,
    imprint: undefined,
    paper: "a4",
    bilingual: false,
  };
}

/** By the first theme of each practice, in the order of themes.yaml; those without a theme come last. */
function toChapters(practices: readonly PracticeEntry[], archive: Archive, language: Language): readonly Chapter[] {
  const { themes } = archive;
  const byTheme = Map.groupBy(practices, ({ item }): ThemeId | undefined => item.themes[0]);
  const chosen = [...themes.keys(), undefined].filter((theme) => byTheme.has(theme));
  return chosen.map((theme, index) => ({
    number: index + 1,
    title: theme ? localize(themes.get(theme)?.name, language) : textsOf(language, archive).bookOtherThemes,
    practices: byTheme.get(theme) ?? [],
  }));
}

function toIndexes(practices: readonly PracticeEntry[], archive: Archive, language: Language): readonly Index[] {
  const t = textsOf(language, archive);
  const compare = createComparer(language);
  const indexBy = (title: string, namesOf: (entry: PracticeEntry) => readonly string[]): Index => {
    const found = new Map<string, PracticeEntry[]>();
    for (const entry of practices) {
      for (const name of new Set(namesOf(entry))) {
        const known = found.get(name);
        if (known) known.push(entry);
        else found.set(name, [entry]);
      }
    }
    const entries = [...found].map(([name, list]) => ({ name, practices: list }));
    return { title, entries: entries.sort((a, b) => compare(a.name, b.name)) };
  };
  return [
    indexBy(t.municipalitiesTitle, ({ item }) =>
      item.municipalities.map((code) => placeName(archive.places.get(code), language)),
    ),
    indexBy(t.innovatorsTitle, ({ item }) => (item.innovator ? [item.innovator] : [])),
    indexBy(t.themesTitle, ({ item }) => item.themes.map((id) => localize(archive.themes.get(id)?.name, language))),
  ].filter(({ entries }) => entries.length > 0);
}
