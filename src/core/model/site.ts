import type { CalendarDay } from "../language/calendar-day.ts";
import type { Language, LocalizedText } from "../language/language.ts";
import type { ArchiveMap, GeoPoint } from "../map/map.ts";
import type { Field } from "./fields/field.ts";
import type { MunicipalityCode, ProvinceCode, ThemeId } from "./ids.ts";
import type { Look } from "./look.ts";

/** Everything content/site.yaml says, complete with defaults. */
export interface Site {
  readonly name: LocalizedText;
  readonly motto: LocalizedText | undefined;
  readonly description: LocalizedText | undefined;
  readonly publisher: Publisher | undefined;
  /** At least one; the first is the default. */
  readonly languages: readonly [Language, ...Language[]];
  readonly editorLanguage: Language | undefined;
  /** Origin and base path without a slash at the end. */
  readonly baseUrl: string;
  readonly demonstration: boolean;
  readonly licence: Licence | undefined;
  /** False: nothing on the site speaks of nominations. */
  readonly hasNominations: boolean;
  /** Address of the nomination endpoint without a slash at the end; "" means on this site. */
  readonly nominationEndpoint: string;
  /** False: counts stay, and nobody is asked for more. */
  readonly nominationsOpen: boolean;
  /** The first and the last day of nominations, in the site's time zone; undefined: no such limit. */
  readonly nominationsOpens: CalendarDay | undefined;
  readonly nominationsCloses: CalendarDay | undefined;
  /** Name in the IANA time zone database. */
  readonly timeZone: string;
  readonly rawHtml: boolean;
  readonly look: Look;
  readonly paper: Paper;
  readonly pdfs: PdfMaking;
  /** True: a build makes a booklet as PDF for each list that has one as a page. */
  readonly pdfBooklets: boolean;
  readonly binding: Binding;
  /** Origins of counters and embeds whose scripts and frames pages may load. */
  readonly scriptHosts: readonly string[];
  /** Themes by the number of their category in the old archive. */
  readonly oldCategories: Readonly<Record<string, ThemeId>>;
  readonly practicesPerPage: number;
  /** What means the same for the search, beside what the program knows: words with commas between. */
  readonly synonyms: readonly string[];
  /** The parts that the text of a practice has, in their order; undefined: the usual ones. */
  readonly sections: readonly ExpectedSection[] | undefined;
  /** What the archive says in place of texts of the interface, by their keys. */
  readonly texts: Readonly<Record<string, Readonly<Partial<Record<Language, OwnText>>>>>;
  /** True: browsers keep what readers have opened, and the whole archive if they wish. */
  readonly offline: boolean;
  /** True: a practice without a photograph has a picture of its own beside links to it. */
  readonly cards: boolean;
  /** Whom to tell of a weakness of the site: an e-mail or web address; and until which day that holds. */
  readonly security: { readonly contact: string; readonly expires: CalendarDay } | undefined;
  /** Undefined: no editor is published. */
  readonly editing: Editing | undefined;
}

/** A part of the text of a practice, which begins with its heading. */
export interface ExpectedSection {
  readonly name: string;
  readonly heading: LocalizedText;
  /** What a new practice says in it until somebody has written it. */
  readonly guidance: LocalizedText;
  /** A practice without it gets a warning. */
  readonly wanted: boolean;
}

/** A text for one and for several of what is counted; as a rule they are the same. */
export interface OwnText {
  readonly one: string;
  readonly other: string;
}

export const editingBackends = ["github", "gitlab"] as const;

/** Where an editor in the browser finds the content. */
export interface Editing {
  readonly backend: (typeof editingBackends)[number];
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string | undefined;
  /** Without one editors sign in with a token. */
  readonly authServer: string | undefined;
}

export const papers = ["a4", "letter"] as const;
export type Paper = (typeof papers)[number];

export const pdfMakings = ["always", "on-demand"] as const;
/** When PDFs of practices and issues are made: by every build, for what has changed; or by `praktika pdf` alone. */
export type PdfMaking = (typeof pdfMakings)[number];

export const signatures = ["2", "4", "8", "16", "32"] as const;

/** What the binder says of books. */
export interface Binding {
  /** A book with more pages is printed in volumes. */
  readonly volumePages: number;
  /** The pages of a book are a multiple of these: they are what one folded sheet has. */
  readonly signature: number;
}

export interface Publisher {
  readonly name: LocalizedText;
  readonly shortName: LocalizedText | undefined;
  readonly url: string | undefined;
  readonly email: string | undefined;
  readonly address: LocalizedText | undefined;
}

export interface Licence {
  readonly name: LocalizedText;
  readonly url: string | undefined;
}

/** What content/data/ holds for templates, by the names of its files. */
export type SiteData = Readonly<Record<string, unknown>>;

export interface Theme {
  readonly id: ThemeId;
  readonly name: LocalizedText;
  /** A sentence that says what it is about. */
  readonly about?: LocalizedText | undefined;
}

/** What places and provinces are called. */
export interface PlaceNames {
  /** A Cyrillic one is transliterated for readers of Latin letters. */
  readonly name: string;
  /** Where a language has a name of its own. */
  readonly names?: LocalizedText;
}

export interface Province extends PlaceNames {
  readonly code: ProvinceCode;
}

export interface Municipality extends PlaceNames {
  readonly code: MunicipalityCode;
  readonly province?: Province;
  /** Its middle. */
  readonly point?: GeoPoint;
  readonly population?: number;
}

/** The municipalities of the site by code, in the order of the list. */
export type Places = ReadonlyMap<MunicipalityCode, Municipality>;

/** Of when the population is, and who says so. */
export interface Census {
  readonly year: string;
  readonly source: LocalizedText;
}

/** What front matter may refer to. */
export interface Vocabulary {
  readonly site: Site;
  readonly themes: ReadonlyMap<ThemeId, Theme>;
  readonly places: Places;
  /** Undefined: no place has coordinates. */
  readonly map: ArchiveMap | undefined;
  /** Undefined: of no place the population is known. */
  readonly census: Census | undefined;
  /** The fields of its practices: the built-in rows as the archive wants them, then its own. */
  readonly fields: readonly Field[];
}
