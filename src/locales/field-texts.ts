import type { z } from "zod";
import type { createIssueSchema } from "../read/schema/issue-schema.ts";
import type { pageSchema } from "../read/schema/page-schema.ts";
import type { createPracticeSchema } from "../read/schema/practice-schema.ts";
import type { siteSchema } from "../read/schema/site-schema.ts";

/** How a form calls a field, and what it says below. */
export interface FieldText {
  readonly label: string;
  readonly hint: string;
}

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
  readonly practice: TextsOf<ReturnType<typeof createPracticeSchema>>;
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
