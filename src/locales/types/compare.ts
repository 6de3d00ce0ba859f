/** What is compared beside the fields that stand after the text. */
export type CompareRow = "where" | "size" | "what" | "results" | "practice" | "background";

/** Texts of the page on which practices stand side by side. */
export interface CompareTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  /** On the page of the selection; leads here. */
  readonly link: string;
  readonly loading: string;
  readonly empty: string;
  readonly missing: (ids: string) => string;
  readonly caption: string;
  /** Of the table of numbers. */
  readonly figures: string;
  readonly rows: Readonly<Record<CompareRow, string>>;
  readonly absent: string;
}
