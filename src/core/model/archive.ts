import type { CalendarDay } from "../language/calendar-day.ts";
import type { Language } from "../language/language.ts";
import type { Outline } from "./body.ts";
import type { MediaFile } from "./document.ts";
import type { IssueId, MunicipalityCode, PageId, PracticeId, ThemeId } from "./ids.ts";
import type { Issue } from "./issue.ts";
import type { Page } from "./page.ts";
import type { Practice } from "./practice.ts";
import type { SiteData, Vocabulary } from "./site.ts";
import type { SizeBand } from "./size-bands.ts";
import type { Tally } from "./tally.ts";

/** A practice or page with what its text links to. */
export interface Entry<Kind extends Practice | Page> {
  readonly item: Kind;
  readonly outline: Outline;
  /** The summary of the front matter, else the beginning of the text. */
  readonly summary: string;
}

export type PracticeEntry = Entry<Practice>;
export type PageEntry = Entry<Page>;

/** The whole archive, read-only: everything that pages refer to, in its final order. */
export interface Archive extends Vocabulary {
  readonly editions: ReadonlyMap<Language, Edition>;
  readonly issues: readonly Issue[];
  /** By path below content/. */
  readonly media: ReadonlyMap<string, MediaFile>;
  readonly adoptions: ReadonlyMap<PracticeId, Adoption>;
  /** Today's id by earlier ones. */
  readonly formerIds: ReadonlyMap<string, PracticeId>;
  readonly data: SiteData;
  /** The day on which a text was last changed, by file, where a history knows it. */
  readonly versions: ReadonlyMap<string, CalendarDay>;
  /** Undefined if the site is built without one. */
  readonly tally: Tally | undefined;
}

/** The archive in one language. Lists of practices begin with the newest. */
export interface Edition {
  readonly language: Language;
  readonly practices: readonly PracticeEntry[];
  readonly practicesById: ReadonlyMap<PracticeId, PracticeEntry>;
  readonly neighbours: ReadonlyMap<PracticeId, Neighbours>;
  readonly related: ReadonlyMap<PracticeId, readonly PracticeEntry[]>;
  readonly themes: ReadonlyMap<ThemeId, readonly PracticeEntry[]>;
  /** By year, the newest first. */
  readonly years: ReadonlyMap<string, readonly PracticeEntry[]>;
  readonly municipalities: ReadonlyMap<MunicipalityCode, readonly PracticeEntry[]>;
  /** By the size of their places, the smallest first. */
  readonly sizes: ReadonlyMap<SizeBand, readonly PracticeEntry[]>;
  /** By slug, in dictionary order of the names. */
  readonly innovators: ReadonlyMap<string, InnovatorEntry>;
  readonly innovatorSlugs: ReadonlyMap<string, string>;
  /** By other things that readers narrow down by, as `status.active`; and these names by facet and key, as `status active`. */
  readonly facets: ReadonlyMap<string, FacetList>;
  readonly facetNames: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<PageId, PageEntry>;
  readonly issues: ReadonlyMap<IssueId, IssueEntry>;
}

export interface Neighbours {
  readonly newer: PracticeEntry | undefined;
  readonly older: PracticeEntry | undefined;
}

export interface InnovatorEntry {
  readonly name: string;
  readonly slug: string;
  readonly practices: readonly PracticeEntry[];
}

/** The practices of one value of a facet (`archive/facet-lists.ts`). */
export interface FacetList {
  readonly facet: string;
  /** As addresses of the search say it. */
  readonly key: string;
  /** As it is written. */
  readonly value: unknown;
  readonly practices: readonly PracticeEntry[];
}

export interface IssueEntry {
  readonly issue: Issue;
  readonly practices: readonly PracticeEntry[];
}

/** Who a practice was copied from and who copied it: practices of the archive by id, others as text. */
export interface Adoption {
  readonly from: readonly Adopter[];
  readonly by: readonly Adopter[];
}

export type Adopter = { readonly id: PracticeId } | { readonly text: string };
