import type { Language, LocalizedText } from "../language/language.ts";
import type { IssueId, MunicipalityCode, PracticeId, ThemeId } from "./ids.ts";

export interface IssueQuery {
  readonly year?: number;
  readonly theme?: ThemeId;
  readonly award?: string;
  readonly municipality?: MunicipalityCode;
}

export const issueOrders = ["selection", "date", "title", "innovator"] as const;
export type IssueOrder = (typeof issueOrders)[number];

export const bookPapers = ["a5", "a4", "letter"] as const;
export type BookPaper = (typeof bookPapers)[number];

/** A printed annual selection. */
export interface Issue {
  readonly id: IssueId;
  readonly file: string;
  readonly title: LocalizedText;
  readonly subtitle: LocalizedText | undefined;
  readonly year: number;
  readonly languages: readonly Language[] | undefined;
  readonly selection: readonly PracticeId[] | IssueQuery;
  readonly order: IssueOrder | undefined;
  /** Markdown. */
  readonly foreword: LocalizedText | undefined;
  readonly imprint: Imprint | undefined;
  /** Size of the bound book's pages. */
  readonly paper: BookPaper;
  /** One book holds all languages, one after the other; else each language has a book of its own. */
  readonly bilingual: boolean;
}

export interface Imprint {
  readonly isbn?: string;
  readonly issn?: string;
  readonly editors?: LocalizedText;
  readonly licence?: LocalizedText;
}
