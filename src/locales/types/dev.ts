/** What the development server says in the page. */
export interface DevTexts {
  /** Above the findings of a page: “2 errors, 1 warning”. */
  readonly findings: (errors: number, warnings: number, notes: number) => string;
  readonly noFindings: string;
  readonly close: string;
  readonly allFindings: string;
  readonly allFine: string;
  readonly draft: string;
  readonly lastGood: string;
  readonly cannotShow: string;
  readonly cannotShowHint: string;
  readonly notFound: (path: string) => string;
  readonly sheet: string;
  readonly sheetTitle: (title: string) => string;
  readonly paper: string;
  readonly printing: string;
  /** Of the pages that came out of the printer. */
  readonly sides: (number: number) => string;
  readonly side: (number: number, of: number) => string;
  readonly notPrinted: (reason: string) => string;
  readonly toSite: string;
  /** Headings of lists: what was saved today, what is not published yet. */
  readonly today: string;
  readonly drafts: string;
  readonly openPage: string;
  /** A link that opens the text of a page in the editor. */
  readonly openText: string;
  readonly nominationTitle: string;
  readonly nominationText: string;
  readonly foreignHost: string;
}
