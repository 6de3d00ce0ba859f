import type { LocalizedText } from "../../language/language.ts";

/*
 * The rows of a table of fields. A row is plain data, so that a table can also be read from a file: what a field of the front matter holds,
 * and all that the program does with it. Everything else is made from the rows: schema, record, search, open data, forms, pages, reports.
 */

/** What a value is. The rules of each kind are in `read/schema/schema-of.ts`, its widget in `cms/cms-config.ts`. */
export type ValueType = ScalarType | QuantityType | ChoiceType | ListType | GroupType;

/** `flag` is false where nothing is written, `yesNo` says nothing then; an `agent` is a person or an organisation. */
export interface ScalarType {
  readonly kind:
    | "line"
    | "prose"
    | "count"
    | "flag"
    | "day"
    | "webAddress"
    | "theme"
    | "municipality"
    | "money"
    | "yesNo"
    | "agent"
    | "file";
}

/** A number, which may be a decimal fraction. */
export interface QuantityType {
  readonly kind: "quantity";
  readonly unit?: LocalizedText;
}

export interface ChoiceType {
  readonly kind: "choice";
  readonly values: readonly string[];
  /** What readers see, by value; without it the locale says it. */
  readonly labels?: Readonly<Record<string, LocalizedText>>;
}

/** A list, or one value that stands for a list of one. */
export interface ListType {
  readonly kind: "list";
  readonly of: ValueType;
}

export interface GroupType {
  readonly kind: "group";
  readonly fields: readonly Member[];
  /** The record holds the value of this member alone. */
  readonly only?: string;
}

/** A value, or a list of values, that a page can show without markup of its own. */
export type PlainType =
  | Exclude<ScalarType, { readonly kind: "flag" | "theme" }>
  | QuantityType
  | ChoiceType
  | (ListType & { readonly of: ChoiceType });

const unplainKinds: readonly ValueType["kind"][] = ["flag", "theme", "list", "group"];

export function isPlain(type: ValueType): type is PlainType {
  return !unplainKinds.includes(type.kind) || (type.kind === "list" && type.of.kind === "choice");
}

/**
 * Where a field stands on the page and on the sheet of a practice: `facts` beside the text, only where it is stated; `transfer` after the text,
 * what another municipality asks before it copies a practice, also where nobody has answered. The other places have only markup of their own.
 */
export type Place = "head" | "facts" | "text" | "transfer" | "closing" | "foot";

/** A column of the open data. */
export interface DataColumn {
  readonly column: string;
  /** The property in the vocabulary of schema.org, for the JSON-LD of the page. */
  readonly schemaOrg?: string;
  /** The element of Dublin Core, for the head of the page and for library catalogues. */
  readonly dublinCore?: string;
}

/** What a field and a member of a group have in common. */
interface Traits {
  /** The key in the front matter. */
  readonly name: string;
  /** How much a word of it counts in the search: 1 as in the running text. Without it the search does not know the field. */
  readonly search?: number;
  readonly data?: DataColumn;
  /** It says the same in every language, so translations take it over. */
  readonly shared?: true;
  /** A line that shows how it is written. */
  readonly example?: string;
}

/** A field of a group. */
export type Member = Traits & (ScalarType | QuantityType | ChoiceType) & { readonly required?: true };

/** A field that its practice may hold. */
interface FieldTraits extends Traits {
  /** `required`: not without it; `named`: it must be there, if only as "-". */
  readonly need?: "required" | "named";
  /** The property of the record, for a list that front matter calls by the name of one item. */
  readonly property?: string;
  /** The completeness report asks for it. */
  readonly wanted?: true;
  /** Of a sum of money: the fields that make it up. */
  readonly parts?: readonly string[];
  /** `praktika new` asks for it. */
  readonly asked?: true;
  /** Its values may name practices of the archive, as `practice:ID` or by their id. */
  readonly refers?: true;
  /** The name of the file says it as a rule; it is not part of the record. */
  readonly inFileName?: true;
  /** The search narrows its results down by it. */
  readonly filter?: true;
  /** Lists of practices show it in their rows. */
  readonly inRows?: true;
  /** Where it stands on the page and not on this paper. */
  readonly notOn?: readonly Paper[];
  /** What the archive calls it, in place of the texts of the locale, and what it says below it in forms. */
  readonly label?: LocalizedText;
  readonly hint?: LocalizedText;
}

/** What is printed of a practice: its sheet, and its chapter of a book. */
export type Paper = "sheet" | "book";

/** A row of the table. Only plain values, and only in lists of facts, are shown without markup of their own in a template. */
export type Field = FieldTraits &
  (
    | (PlainType & { readonly place: "facts" | "transfer"; readonly ownMarkup?: undefined })
    | (ValueType & { readonly place: Place; readonly ownMarkup: true })
    | (ValueType & { readonly place?: undefined; readonly ownMarkup?: undefined })
  );

/** The members of a group, or of the groups of a list. */
export function membersOf(type: ValueType): readonly Member[] {
  if (type.kind === "list") return membersOf(type.of);
  return type.kind === "group" ? type.fields : [];
}
