import type { MoneyPart } from "../../core/language/money.ts";

/** Columns of the open data that are no fields of a practice. */
export type ComputedColumn = "id" | "language" | "provinces" | "nominations" | "url" | "population" | "sizes";

/** Texts of the page of the open data. */
export interface DataTexts {
  readonly title: string;
  readonly intro: string;
  readonly filesTitle: string;
  readonly files: Readonly<Record<string, string>>;
  /** What a file of citations is, by the name of its language and of its format. */
  readonly citations: (language: string, format: string) => string;
  readonly fieldsTitle: string;
  readonly fieldsIntro: string;
  readonly fieldColumn: string;
  readonly typeColumn: string;
  readonly meaningColumn: string;
  readonly types: Readonly<Record<"string" | "date" | "integer" | "number" | "boolean" | "list", string>>;
  /** What the columns hold that are no fields of a practice. */
  readonly fields: Readonly<Record<ComputedColumn, string>>;
  /** Columns beside the amount of a sum of money, which the argument names. */
  readonly parts: Readonly<Record<MoneyPart, (field: string) => string>>;
  readonly usage: string;
}
