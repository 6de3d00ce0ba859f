import type { StatusState, Translation } from "../../core/model/fields/choices.ts";
import type { SearchTexts } from "./search.ts";
import type { SelectionTexts } from "./selection.ts";
import type { SizesTexts } from "./sizes.ts";

/** Every text of the site that is not content. Counts and years arrive formatted. */
export interface SiteTexts {
  readonly languageName: string;
  readonly inThisLanguage: string;
  readonly skipToText: string;
  readonly mainNavigation: string;
  readonly footerNavigation: string;
  readonly languageSwitch: string;
  readonly home: string;
  /** Behind the name of this language, on a page that has no version in it. */
  readonly untranslated: string;
  /** On a page that is read offline, or in a window of its own: `{day}` is when it was saved. */
  readonly savedOn: string;
  /** The link to a letter to the archive, and what the letter is about. */
  readonly stillSo: string;
  readonly stillSoSubject: (title: string) => string;
  readonly copyCitation: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly backToPractices: string;
  readonly practicesTitle: string;
  readonly themesTitle: string;
  readonly yearsTitle: string;
  readonly municipalitiesTitle: string;
  readonly innovatorsTitle: string;
  readonly issuesTitle: string;
  readonly theme: string;
  readonly year: string;
  readonly municipality: string;
  readonly province: (name: string) => string;
  readonly innovator: string;
  readonly issue: string;
  readonly yearName: (year: string) => string;
  readonly practices: (count: string) => string;
  readonly feed: string;
  readonly demonstration: string;
  readonly demonstrationLabel: string;
  readonly contents: string;
  readonly facts: string;
  readonly projectPage: string;
  readonly date: string;
  readonly place: string;
  readonly themes: string;
  readonly status: string;
  readonly statusState: Readonly<Record<StatusState, string>>;
  readonly statusChecked: string;
  readonly notStated: string;
  readonly adoptedFrom: string;
  readonly adoptedBy: string;
  readonly awards: string;
  readonly attachments: string;
  readonly contact: string;
  readonly contactTel: string;
  readonly contactFax: string;
  readonly nominations: string;
  readonly nominate: string;
  /** In the link's place while the endpoint is out of reach, and when the site has closed nominations. */
  readonly nominationsAbsent: string;
  /** The first and the last day; "" where there is none. */
  readonly nominationDays: (opens: string, closes: string) => string;
  readonly nominationsClosed: string;
  readonly nominationCounted: string;
  readonly nominatedByReader: string;
  readonly checkNomination: string;
  /** Before a day: “(as of 24 November 2026)”. */
  readonly asOf: string;
  readonly nominationsTotal: (count: string) => string;
  readonly mostNominated: string;
  readonly allNominated: string;
  readonly nominatedTitle: string;
  readonly nominatedIntro: (nominations: string, practices: string) => string;
  /** What the number means and does not mean. */
  readonly nominatedMeaning: string;
  readonly nominatedAbout: string;
  readonly nominatedAllTime: string;
  readonly nominatedFirst: (shown: string) => string;
  readonly nominatedVerifyTitle: string;
  readonly nominatedVerify: (rows: string) => string;
  readonly nominatedRoot: string;
  readonly nominatedTally: string;
  readonly nominatedCommand: string;
  readonly otherLanguage: string;
  readonly translationNote: Readonly<Record<Translation, string>>;
  readonly neighbours: string;
  readonly newer: string;
  readonly older: string;
  readonly related: string;
  /** Above those that have taken a practice over from each other. */
  readonly chain: string;
  readonly cite: string;
  /** Before links to files. */
  readonly citeFiles: string;
  /** What the links behind it lead to where no script runs. */
  readonly citeAll: string;
  readonly quoted: (text: string) => string;
  readonly print: string;
  readonly printHint: (paper: string) => string;
  readonly printNow: string;
  /** How to print with a keyboard, and without one. */
  readonly printKeys: string;
  readonly printTouch: string;
  /** The link to the printed sheet; the size has its unit. */
  readonly printedIssue: string;
  /** Of a booklet as PDF. */
  readonly printedBooklet: string;
  readonly sheetPdf: (pages: number, file: { readonly size: string; readonly day: string }) => string;
  /** From the short name of the publisher, or "", and the name of the site. */
  readonly printedFrom: (publisher: string, site: string) => string;
  /** The label of the choice whether pictures are printed. */
  readonly printPictures: string;
  /** Before the id of a practice. */
  readonly practiceId: string;
  readonly practiceNumber: string;
  readonly versionOf: (day: string) => string;
  readonly qrCode: string;
  readonly licence: string;
  readonly newest: string;
  /** Above the one practice that the home page tells. */
  readonly newestOne: string;
  /** The link from its beginning to the rest. */
  readonly readOn: string;
  /** The word under a figure of the home page, for that count. */
  readonly figurePractices: (count: string) => string;
  readonly figureMunicipalities: (count: string) => string;
  readonly figureInnovators: (count: string) => string;
  readonly figureYears: (count: string) => string;
  readonly currentIssue: string;
  readonly allPractices: string;
  /** The last line of a list that is cut, from the number of those left out; it leads to them. */
  readonly andMore: (count: string) => string;
  readonly allIssues: string;
  readonly practicesIntro: (total: string) => string;
  readonly themeIntro: (total: string, name: string) => string;
  readonly yearIntro: (total: string, year: string) => string;
  readonly municipalityIntro: (total: string, name: string, province: string) => string;
  readonly innovatorIntro: (total: string) => string;
  readonly issueIntro: (total: string) => string;
  /** All practices of a list as one document, for printing. */
  readonly bookletTitle: (subject: string) => string;
  readonly bookletLink: (total: string) => string;
  readonly bookletBack: string;
  readonly bookletHint: (paper: string) => string;
  /** A sentence, from two days as they are written; the same day for practices of one day. */
  readonly bookletSpan: (first: string, last: string) => string;
  /** Stands at a practice: “Practice 3 of 12”. */
  readonly bookletNumber: (number: string, total: string) => string;
  readonly bookletPage: string;
  /** Head of a column of a printed list. */
  readonly columnPractice: string;
  readonly foreword: string;
  readonly inThisIssue: string;
  readonly imprint: string;
  readonly editors: string;
  /** Title of the book that holds everything. */
  readonly selectedPractices: string;
  readonly bookWhole: string;
  readonly bookChapter: (number: string) => string;
  /** A chapter that goes on in the next volume. */
  readonly bookContinued: (title: string) => string;
  readonly bookVolume: (number: number, total: number) => string;
  /** The chapter of practices without a theme. */
  readonly bookOtherThemes: string;
  readonly bookIndex: string;
  readonly bookOnline: string;
  readonly bookPublisher: string;
  readonly pagination: string;
  readonly page: (number: string) => string;
  readonly pageOf: (number: string, total: string) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  /** Where practices of an address are not found, on a site of several languages. */
  readonly perhapsNotInLanguage: string;
  /** Of practices, counted, with one value of a facet. */
  readonly facetIntro: (practices: string, label: string, value: string) => string;
  readonly filterByTheme: string;
  readonly filterByYear: string;
  readonly updated: string;
  /** On the privacy page, above the hosts that pages load scripts of. */
  readonly thirdPartiesTitle: string;
  readonly thirdPartiesText: string;
  readonly emptyArchive: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly movedTitle: string;
  readonly oldAddressesTitle: string;
  readonly oldAddressesIntro: string;
  readonly oldAddressUnknown: string;
  readonly oldNumbers: string;
  readonly oldLists: string;
  readonly movedText: string;
  readonly selection: SelectionTexts;
  readonly search: SearchTexts;
  readonly sizes: SizesTexts;
  readonly mapLabel: string;
  readonly timelineLabel: string;
  /** Names of the usual static pages in menus, where a page's own title would be too long. */
  readonly pages: Readonly<Record<string, string>>;
}
