import type { Absent } from "../src/archive/absent.ts";
import { type ArchiveParts, assemble } from "../src/archive/assemble.ts";
import type { CalendarDay } from "../src/core/language/calendar-day.ts";
import { bulgaria } from "../src/core/map/bulgaria.ts";
import type { Archive, PageEntry, PracticeEntry } from "../src/core/model/archive.ts";
import type { BodyLink, Outline } from "../src/core/model/body.ts";
import { completeRecord } from "../src/core/model/fields/complete-record.ts";
import { practiceFields } from "../src/core/model/fields/practice-fields.ts";
import type { IssueId, PageId, PracticeId, ThemeId } from "../src/core/model/ids.ts";
import type { Issue } from "../src/core/model/issue.ts";
import type { Page } from "../src/core/model/page.ts";
import type { Practice } from "../src/core/model/practice.ts";
import type { Site, Theme, Vocabulary } from "../src/core/model/site.ts";
import { readDefaultPlaces } from "../src/read/read-places.ts";
import { defaultSite } from "../src/read/validate-site.ts";

/** Small values of the model for tests; whatever a test does not name is ordinary. */

/** The fields of a type with ids and days as plain text. */
type Plain<Value> = {
  [Key in keyof Value]?: Value[Key] extends string | undefined
    ? string | Extract<Value[Key], undefined>
    : Value[Key] extends readonly string[]
      ? readonly string[]
      : Value[Key];
};

const day = "2016-06-09" as CalendarDay;

export function practice(fields: Plain<Practice> & { readonly id: string }): Practice {
  const language = fields.language ?? "bg";
  const date = fields.date ?? day;
  return {
    language,
    file: `content/practices/${date.slice(0, 4)}/${fields.id}.${language}.md`,
    ...completeRecord(practiceFields, { title: `Практика ${fields.id}`, innovator: "Община Сливен", date: day }),
    ...fields,
    date,
  } as Practice;
}

/** A practice as a member of the archive, with the links and headings of its text. */
export function entry(
  fields: Plain<Practice> & { readonly id: PracticeId | string },
  outline: Partial<Outline> = {},
): PracticeEntry {
  const item = practice(fields);
  return { item, outline: { links: [], anchors: [], ...outline }, summary: item.summary ?? "Накратко." };
}

export function pageEntry(fields: Plain<Page> & { readonly id: string }, outline: Partial<Outline> = {}): PageEntry {
  const language = fields.language ?? "bg";
  const item = {
    language,
    file: `content/pages/${fields.id}.${language}.md`,
    title: `Страница ${fields.id}`,
    summary: undefined,
    updated: undefined,
    isInFooter: true,
    aliases: [],
    draft: false,
    ...fields,
  } as Page & { readonly id: PageId };
  return { item, outline: { links: [], anchors: [], ...outline }, summary: "" };
}

export function issue(fields: Plain<Issue> & Pick<Issue, "selection"> & { readonly id: string }): Issue {
  return {
    file: `content/issues/${fields.id}.yaml`,
    title: { bg: "Издание", en: "Issue" },
    subtitle: undefined,
    year: 2016,
    languages: undefined,
    order: undefined,
    foreword: undefined,
    imprint: undefined,
    ...fields,
  } as Issue & { readonly id: IssueId };
}

export function practiceLink(id: string, fragment = "", kind: "practice" | "page" = "practice"): BodyLink {
  return { target: { kind, id, fragment }, written: `${kind}:${id}`, line: 12, image: false };
}

export const ids = (...values: readonly string[]): readonly PracticeId[] => values as readonly PracticeId[];

const { places, census } = readDefaultPlaces();

/** Themes youth, energy and finance, the 265 municipalities, and a site with both languages. */
export function vocabulary(site: Partial<Site> = {}): Vocabulary {
  const themes: [ThemeId, Theme][] = ["youth", "energy", "finance"].map((id) => [
    id as ThemeId,
    { id: id as ThemeId, name: { bg: `Тема ${id}`, en: `Theme ${id}` } },
  ]);
  return {
    site: { ...defaultSite, name: { bg: "Архив", en: "Archive" }, baseUrl: "https://archive.example.org", ...site },
    themes: new Map(themes),
    places,
    map: bulgaria,
    census,
    fields: practiceFields,
  };
}

export const nothingAbsent: Absent = { drafts: new Set(), broken: new Set() };

export function archiveParts(fields: Partial<ArchiveParts> = {}): ArchiveParts {
  return {
    vocabulary: vocabulary(),
    practices: [],
    pages: [],
    issues: [],
    data: {},
    media: [],
    forewords: [],
    withDrafts: false,
    broken: new Set(),
    ...fields,
  };
}

/** An archive of these practices. */
export function archiveOf(practices: readonly PracticeEntry[], others: Partial<ArchiveParts> = {}): Archive {
  return assemble(archiveParts({ ...others, practices })).value;
}

/** The edition of one language; a test that asks for one that is not there is wrong. */
export function editionIn(archive: Archive, language: "bg" | "en") {
  const edition = archive.editions.get(language);
  if (!edition) throw new Error(`the archive has no ${language} edition`);
  return edition;
}

/** The codes of findings, in their order. */
export const codesOf = (findings: readonly { readonly code: string }[]): readonly string[] =>
  findings.map(({ code }) => code);
