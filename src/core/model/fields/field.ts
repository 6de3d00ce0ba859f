/*
 * The rows of a table of fields. A row is plain data, so that a table can also be read from a file: what a field of the front matter holds,
 * and all that the program does with it. Everything else is made from the rows: schema, record, search, open data, forms, pages, reports.
 */

/** What a value is. The rules of each kind are in `read/schema/schema-of.ts`, its widget in `cms/cms-config.ts`. */
export type ValueType = ScalarType | ChoiceType | ListType | GroupType;

export interface ScalarType {
  readonly kind: "line" | "prose" | "count" | "flag" | "day" | "webAddress" | "theme" | "municipality";
}

export interface ChoiceType {
  readonly kind: "choice";
  readonly values: readonly string[];
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

/** Kinds that a page can show without markup of their own. */
export const plainKinds = ["line", "prose", "count", "day", "webAddress"] as const;
export type PlainKind = (typeof plainKinds)[number];

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
export type Member = Traits & (ScalarType | ChoiceType) & { readonly required?: true };

/** A field that its practice may hold. */
interface FieldTraits extends Traits {
  /** `required`: not without it; `named`: it must be there, if only as "-". */
  readonly need?: "required" | "named";
  /** The property of the record, for a list that front matter calls by the name of one item. */
  readonly property?: string;
  /** The completeness report asks for it. */
  readonly wanted?: true;
  /** `praktika new` asks for it. */
  readonly asked?: true;
  /** Its values may name practices of the archive, as `practice:ID` or by their id. */
  readonly refers?: true;
  /** The name of the file says it as a rule; it is not part of the record. */
  readonly inFileName?: true;
}

/** A row of the table. Only plain kinds, and only in lists of facts, are shown without markup of their own in a template. */
export type Field = FieldTraits &
  (
    | (ScalarType & { readonly kind: PlainKind; readonly place: "facts" | "transfer"; readonly ownMarkup?: undefined })
    | (ValueType & { readonly place: Place; readonly ownMarkup: true })
    | (ValueType & { readonly place?: undefined; readonly ownMarkup?: undefined })
  );

/** The members of a group, or of the groups of a list. */
export function membersOf(type: ValueType): readonly Member[] {
  if (type.kind === "list") return membersOf(type.of);
  return type.kind === "group" ? type.fields : [];
}
