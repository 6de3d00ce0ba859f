import type { Language } from "../core/language/language.ts";
import type { Adoption, Archive, Edition, FacetList, InnovatorEntry } from "../core/model/archive.ts";
import type { IssueId, MunicipalityCode, PageId, PracticeId, ThemeId } from "../core/model/ids.ts";
import type { SizeBand } from "../core/model/size-bands.ts";
import type { ArchiveParts } from "./assemble.ts";
import { findNeighbours } from "./editions.ts";
import { sortIssues } from "./issues.ts";

/*
 * How an archive is arranged, as plain data: its entries by their numbers among those that it was arranged of. So a build
 * that follows an edit which moves nothing in it need not look at what all texts say.
 */

/** Numbers of entries, of practices and pages apart. */
type Numbers = readonly number[];
type Rows<Key, Value> = readonly (readonly [Key, Value])[];
type Lists<Key> = Rows<Key, Numbers>;

interface PackedEdition {
  readonly practices: Lists<PracticeId>;
  readonly pages: Rows<PageId, number>;
  readonly themes: Lists<ThemeId>;
  readonly years: Lists<string>;
  readonly municipalities: Lists<MunicipalityCode>;
  readonly sizes: Lists<SizeBand>;
  readonly innovators: Rows<string, Packed<InnovatorEntry>>;
  readonly innovatorSlugs: Rows<string, string>;
  readonly facets: Rows<string, Packed<FacetList>>;
  readonly facetNames: Rows<string, string>;
  readonly issues: Lists<IssueId>;
}

type Packed<List extends { readonly practices: unknown }> = Omit<List, "practices"> & { readonly practices: Numbers };

export interface PackedArchive {
  readonly editions: Rows<Language, PackedEdition>;
  /** Numbers of files among the media that it was arranged of. */
  readonly media: Numbers;
  readonly adoptions: Rows<PracticeId, Adoption>;
  readonly formerIds: Rows<string, PracticeId>;
}

type Arranged = Pick<ArchiveParts, "practices" | "pages" | "media" | "issues" | "vocabulary" | "data">;

export function packArchive({ editions, media, adoptions, formerIds }: Archive, parts: Arranged): PackedArchive {
  const numbers = new Map([...parts.practices.entries(), ...parts.pages.entries()].map(([at, entry]) => [entry, at]));
  const mediaNumbers = new Map([...parts.media.entries()].map(([at, file]) => [file, at]));
  return {
    editions: [...editions].map(([language, edition]) => [language, packEdition(edition, numbers)]),
    media: Array.from(media.values(), (file) => mediaNumbers.get(file) ?? 0),
    adoptions: [...adoptions],
    formerIds: [...formerIds],
  };
}

function packEdition(edition: Edition, numbers: ReadonlyMap<unknown, number>): PackedEdition {
  const numberOf = (entry: unknown): number => numbers.get(entry) ?? 0;
  const pack = <Key>(lists: ReadonlyMap<Key, readonly unknown[]>): Lists<Key> =>
    Array.from(lists, ([key, list]) => [key, list.map(numberOf)]);
  const packWhole = <List extends { readonly practices: readonly unknown[] }>(lists: ReadonlyMap<string, List>) =>
    Array.from(lists, ([key, list]) => [key, { ...list, practices: list.practices.map(numberOf) }] as const);
  return {
    // Its own number, then those of related ones.
    practices: Array.from(edition.practicesById, ([id, entry]) => [
      id,
      [entry, ...(edition.related.get(id) ?? [])].map(numberOf),
    ]),
    pages: Array.from(edition.pages, ([id, entry]) => [id, numberOf(entry)]),
    themes: pack(edition.themes),
    years: pack(edition.years),
    municipalities: pack(edition.municipalities),
    sizes: pack(edition.sizes),
    innovators: packWhole(edition.innovators),
    innovatorSlugs: [...edition.innovatorSlugs],
    facets: packWhole(edition.facets),
    facetNames: [...edition.facetNames],
    issues: Array.from(edition.issues, ([id, { practices }]) => [id, practices.map(numberOf)]),
  };
}

/** The archive that was packed, of entries that may say something else now. */
export function unpackArchive({ editions, media, adoptions, formerIds }: PackedArchive, parts: Arranged): Archive {
  const issues = sortIssues(parts.issues);
  const files = media.flatMap((number) => parts.media[number] ?? []);
  return {
    ...parts.vocabulary,
    editions: new Map(editions.map(([language, edition]) => [language, unpackEdition(language, edition, parts)])),
    issues,
    media: new Map(files.map((file) => [file.path, file])),
    data: parts.data,
    adoptions: new Map(adoptions),
    formerIds: new Map(formerIds),
    versions: new Map(),
    tally: undefined,
  };
}

function unpackEdition(language: Language, packed: PackedEdition, parts: Arranged): Edition {
  const listOf = (numbers: Numbers) => numbers.flatMap((number) => parts.practices[number] ?? []);
  const unpack = <Key>(lists: Lists<Key>) => new Map(lists.map(([key, numbers]) => [key, listOf(numbers)]));
  const unpackWhole = <List extends { readonly practices: Numbers }>(lists: Rows<string, List>) =>
    new Map(lists.map(([key, list]) => [key, { ...list, practices: listOf(list.practices) }]));
  const issues = new Map(parts.issues.map((issue) => [issue.id, issue]));
  const practicesById = new Map(
    packed.practices.flatMap(([id, [own = 0]]) => listOf([own]).map((entry) => [id, entry] as const)),
  );
  return {
    language,
    practices: [...practicesById.values()],
    practicesById,
    neighbours: findNeighbours(practicesById),
    related: new Map(packed.practices.map(([id, [, ...related]]) => [id, listOf(related)])),
    pages: new Map(
      packed.pages.flatMap(([id, number]) => (parts.pages[number] ? [[id, parts.pages[number]] as const] : [])),
    ),
    themes: unpack(packed.themes),
    years: unpack(packed.years),
    municipalities: unpack(packed.municipalities),
    sizes: unpack(packed.sizes),
    innovators: unpackWhole(packed.innovators),
    innovatorSlugs: new Map(packed.innovatorSlugs),
    facets: unpackWhole(packed.facets),
    facetNames: new Map(packed.facetNames),
    issues: new Map(
      packed.issues.flatMap(([id, numbers]) => {
        const issue = issues.get(id);
        return issue ? [[id, { issue, practices: listOf(numbers) }] as const] : [];
      }),
    ),
  };
}
