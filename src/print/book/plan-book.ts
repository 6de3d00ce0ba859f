import { createComparer } from "../../core/language/collate.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import type { IssueId, ThemeId } from "../../core/model/ids.ts";
import type { Issue } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { placeName } from "../../pages/kit/place-name.ts";

/** What the command line calls the book of everything. */
export const wholeArchive = "all";

/** An issue in one language, as its book presents it. */
export interface BookPart {
  readonly language: Language;
  readonly issue: Issue;
  readonly practices: readonly PracticeEntry[];
  readonly chapters: readonly Chapter[];
  readonly indexes: readonly Index[];
}

export interface Chapter {
  readonly title: string;
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
export function issueOfEverything(archive: Archive): Issue {
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
  return [...themes.keys(), undefined].flatMap((theme) => {
    const chosen = byTheme.get(theme);
    if (!chosen) return [];
    const title = theme ? localize(themes.get(theme)?.name, language) : textsOf(language, archive).bookOtherThemes;
    return [{ title, practices: chosen }];
  });
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
