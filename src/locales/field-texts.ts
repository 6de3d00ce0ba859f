import type { DataColumn, Place } from "../core/model/fields/field.ts";
import type { PracticeField } from "../core/model/fields/practice-fields.ts";
import type { Described } from "../core/model/fields/values.ts";
import type { settingTexts } from "./bg/setting-fields.ts";
import type { FieldText } from "./field-text.ts";

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

/** Texts for the fields of pages, issues and site.yaml: the same names in every language. */
export type SettingTexts = {
  readonly [File in keyof typeof settingTexts]: Readonly<Record<keyof (typeof settingTexts)[File], FieldText>>;
};

/** Every field that an editor may write, by file. */
export interface FieldTexts extends SettingTexts {
  readonly practice: PracticeTexts;
  readonly files: Readonly<Record<"practices" | "pages" | "issues" | "site" | "themes" | "fields", string>>;
  /** One of them, for the button that starts a new one. */
  readonly one: Readonly<Record<"practice" | "page", string>>;
  readonly body: FieldText;
  readonly slugHint: string;
  readonly choices: Readonly<Record<string, string>>;
}
