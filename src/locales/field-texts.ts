import type { z } from "zod";
import type { DataColumn, Place } from "../core/model/fields/field.ts";
import type { PracticeField } from "../core/model/fields/practice-fields.ts";
import type { Described } from "../core/model/fields/values.ts";
import type { createIssueSchema } from "../read/schema/issue-schema.ts";
import type { pageSchema } from "../read/schema/page-schema.ts";
import type { siteSchema } from "../read/schema/site-schema.ts";

/** How a form calls a field, and what it says below. */
export interface FieldText {
  readonly label: string;
  readonly hint: string;
}

/** What else is said of a field of a practice, as far as its row asks for it. */
interface RowTexts {
  /** Above its value on the page and on the sheet. */
  readonly heading: string;
  /** What it holds, as a sentence, on the page of the open data. */
  readonly data: string;
  /** Within a list of what a practice lacks. */
  readonly wanted: string;
  /** What `praktika new` asks; `{known}` and `{today}` are filled in. */
  readonly question: string;
}

/** The texts that a row needs. */
type TextsOfRow<Row> = FieldText &
  (Row extends { readonly data: DataColumn } ? Pick<RowTexts, "data"> : unknown) &
  (Row extends { readonly wanted: true } ? Pick<RowTexts, "wanted"> : unknown) &
  (Row extends { readonly asked: true } ? Pick<RowTexts, "question"> : unknown) &
  (Row extends { readonly ownMarkup: true }
    ? unknown
    : Row extends { readonly place: Place }
      ? Pick<RowTexts, "heading"> & ComparedText
      : unknown);

interface ComparedText {
  /** In the comparison, where it is called otherwise than on the page. */
  readonly compared?: string;
}

type PracticeTexts = {
  readonly [One in Described<PracticeField> as One["path"]]: TextsOfRow<One["row"]>;
};

/** The texts of any field of a practice. */
export type PracticeFieldText = FieldText & Partial<RowTexts> & ComparedText;

/** Names of the fields of a value, those of groups as `contact.email`. */
type FieldNames<Value> = {
  [Name in keyof Value & string]: Name | `${Name}.${GroupNames<NonNullable<Value[Name]>>}`;
}[keyof Value & string];

/** A text in two languages is one field; so is a list of texts. */
type GroupNames<Value> = Value extends readonly (infer Item)[]
  ? GroupNames<Item>
  : Value extends string | number | boolean
    ? never
    : "bg" extends keyof Value
      ? never
      : string extends keyof Value
        ? never
        : FieldNames<Value>;

type TextsOf<Schema extends z.ZodType> = Readonly<Record<FieldNames<z.output<Schema>>, FieldText>>;

/** Every field that an editor may write, by file. */
export interface FieldTexts {
  readonly practice: PracticeTexts;
  readonly page: TextsOf<typeof pageSchema>;
  readonly issue: TextsOf<ReturnType<typeof createIssueSchema>>;
  readonly site: TextsOf<typeof siteSchema>;
  readonly files: Readonly<Record<"practices" | "pages" | "issues" | "site" | "themes", string>>;
  /** One of them, for the button that starts a new one. */
  readonly one: Readonly<Record<"practice" | "page", string>>;
  readonly body: FieldText;
  readonly slugHint: string;
  readonly choices: Readonly<Record<string, string>>;
}
