import { toAdopter } from "../../archive/adoptions.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { Money, MoneyPart } from "../../core/language/money.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { arrange } from "../../core/model/fields/arrange.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import { type DataColumn, type Field, membersOf, type ValueType } from "../../core/model/fields/field.ts";
import { hasPlaces } from "../../core/model/fields/has-field.ts";
import type { PracticeField } from "../../core/model/fields/practice-fields.ts";
import type { Described } from "../../core/model/fields/values.ts";
import { bandsOf } from "../../core/model/size-bands.ts";
import { practiceTextsOf, type Speaker, textsOf } from "../../locales/texts-of.ts";
import type { ComputedColumn, DataTexts } from "../../locales/types/data.ts";

/** What a column holds, in the words of Table Schema; lists are divided by " | " in a table. */
export type DataType = keyof DataTexts["types"];

/** A value of the open data. Null: the archive does not say. */
export type DataValue = string | number | boolean | readonly string[] | null;

/** A column of the open data; `path` is the field that it holds, unless it is computed. */
export interface Column extends Omit<DataColumn, "column"> {
  readonly name: string;
  readonly type: DataType;
  readonly path?: string;
  /** The part of a sum that it holds beside the amount. */
  readonly part?: MoneyPart;
  readonly valueIn: (entry: PracticeEntry, archive: Archive) => DataValue;
}

type FieldColumn = Extract<Described<PracticeField>["row"], { readonly data: DataColumn }>["data"]["column"];

/** The order in which the columns are published; those of other fields come behind them, so that nothing moves for its users. */
const order: readonly (FieldColumn | ComputedColumn)[] = [
  "id",
  "language",
  "title",
  "innovator",
  "date",
  "summary",
  "themes",
  "municipalities",
  "provinces",
  "status",
  "statusChecked",
  "cost",
  "lessons",
  "awards",
  "adoptedFrom",
  "adoptedBy",
  "nominations",
  "projectUrl",
  "translation",
  "legacyId",
  "url",
  "population",
  "sizes",
];

/** The columns of the open data, made from the fields of a practice. */
export function dataColumnsOf(fields: readonly Field[]): readonly Column[] {
  return arrange([...computedColumns, ...fields.flatMap(columnsOf)], order, ({ name }) => name);
}

/** What a column holds, as a sentence. */
export function describeColumn({ name, path, part }: Column, language: Language, archive: Speaker): string {
  const { parts, fields: computed } = textsOf(language, archive).data;
  const { fields } = archive;
  if (path !== undefined && part !== undefined)
    return parts[part](practiceTextsOf(language, fields)[path]?.label ?? "");
  if (path !== undefined) return practiceTextsOf(language, fields)[path]?.data ?? "";
  return computed[name as ComputedColumn];
}

function columnsOf(field: Field): readonly Column[] {
  if (field.kind === "money") return moneyColumnsOf(field);
  const composed = composedValues[field.name];
  const own = field.data && {
    ...columnOf(field.data, typeOf(field)),
    path: field.name,
    valueIn: composed ?? ((entry, archive) => dataValueOf(field, readField(entry.item, field), archive)),
  };
  const members = membersOf(field).flatMap((member): Column | [] => {
    if (!member.data) return [];
    const valueIn = ({ item }: PracticeEntry): DataValue => {
      const group = readField(item, field);
      const value = field.kind === "group" && field.only === undefined ? readMember(group, member.name) : group;
      return (value ?? null) as DataValue;
    };
    return { ...columnOf(member.data, typeOf(member)), path: `${field.name}.${member.name}`, valueIn };
  });
  return own ? [own, ...members] : members;
}

/** A sum as numbers to reckon with: the amount, its currency, the year of its prices. */
function moneyColumnsOf(field: Field): readonly Column[] {
  const { data } = field;
  if (!data) return [];
  const column = (part: keyof Money, type: DataType): Column => ({
    name: part === "amount" ? data.column : data.column + part.charAt(0).toUpperCase() + part.slice(1),
    type,
    path: field.name,
    ...(part === "amount" ? {} : { part }),
    valueIn: ({ item }) => (readField(item, field) as Money | undefined)?.[part] ?? null,
  });
  const { column: _, ...terms } = data;
  return [{ ...terms, ...column("amount", "number") }, column("currency", "string"), column("year", "integer")];
}

function dataValueOf({ kind }: ValueType, value: unknown, { site }: Archive): DataValue {
  if (value === undefined) return null;
  return kind === "file" ? site.baseUrl + permalinks.media(String(value)) : (value as DataValue);
}

function columnOf({ column, ...terms }: DataColumn, type: DataType) {
  return { ...terms, name: column, type };
}

function readMember(group: unknown, name: string): unknown {
  return (group as Readonly<Record<string, unknown>> | undefined)?.[name];
}

function typeOf({ kind }: ValueType): DataType {
  switch (kind) {
    case "day":
      return "date";
    case "count":
      return "integer";
    case "flag":
    case "yesNo":
      return "boolean";
    case "quantity":
      return "number";
    case "list":
      return "list";
    default:
      return "string";
  }
}

type Compose = Column["valueIn"];

/** Fields whose column says more than was written, or says it otherwise. */
const composedValues: Readonly<Partial<Record<string, Compose>>> = {
  summary: ({ summary }) => summary || null,
  award: ({ item }) => item.awards.map(({ name, year }) => (year === undefined ? name : `${name} (${year})`)),
  adoptedFrom: ({ item }, archive) => adopters("from", item, archive),
  adoptedBy: ({ item }, archive) => adopters("by", item, archive),
} satisfies Partial<Record<PracticeField["name"], Compose>>;

const computed: Readonly<Record<ComputedColumn, { readonly type: DataType; readonly valueIn: Compose }>> = {
  id: { type: "string", valueIn: ({ item }) => item.id },
  language: { type: "string", valueIn: ({ item }) => item.language },
  provinces: {
    type: "list",
    valueIn: ({ item }, { places }) => {
      const provinces = item.municipalities.map((code) => places.get(code)?.province?.code ?? "");
      return [...new Set(provinces)].filter(Boolean);
    },
  },
  nominations: { type: "integer", valueIn: ({ item }, { tally }) => (tally ? (tally.counts.get(item.id) ?? 0) : null) },
  population: {
    type: "list",
    valueIn: ({ item }, { places }) => item.municipalities.map((code) => String(places.get(code)?.population ?? "")),
  },
  sizes: { type: "list", valueIn: ({ item }, { places }) => bandsOf(item.municipalities, places) },
  url: {
    type: "string",
    valueIn: ({ item }, { site }) => site.baseUrl + permalinks.practice(item.language, item.id),
  },
};
const computedColumns: readonly Column[] = Object.entries(computed).map(([name, column]) => ({ name, ...column }));

/** What practices say of each other goes both ways; other texts are those of this version. */
function adopters(side: "from" | "by", item: PracticeEntry["item"], { adoptions }: Archive): readonly string[] {
  const written = side === "from" ? item.adoptedFrom : item.adoptedBy;
  return [
    ...(adoptions.get(item.id)?.[side] ?? []).flatMap((adopter) => ("id" in adopter ? [adopter.id as string] : [])),
    ...written.filter((text) => !("id" in toAdopter(text, adoptions))),
  ];
}

/** The columns that a site publishes. */
export function publishedColumns({ site, fields, census }: Archive): readonly Column[] {
  const without = [
    ...(site.hasNominations ? [] : ["nominations"]),
    ...(site.languages.length > 1 ? [] : ["translation"]),
    ...(hasPlaces(fields) ? [] : ["provinces"]),
    ...(census && hasPlaces(fields) ? [] : ["population", "sizes"]),
  ];
  return dataColumnsOf(fields).filter(({ name }) => !without.includes(name));
}
