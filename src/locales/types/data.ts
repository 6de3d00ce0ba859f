/** Texts of the page of the open data. */
export interface DataTexts {
  readonly title: string;
  readonly intro: string;
  readonly filesTitle: string;
  readonly files: Readonly<Record<string, string>>;
  readonly fieldsTitle: string;
  readonly fieldsIntro: string;
  readonly fieldColumn: string;
  readonly typeColumn: string;
  readonly meaningColumn: string;
  readonly types: Readonly<Record<"string" | "date" | "year" | "integer" | "list", string>>;
  /** What each field of the data holds; the names are those of `dataFields`, which a test holds them to. */
  readonly fields: Readonly<Record<string, string>>;
  readonly usage: string;
}
