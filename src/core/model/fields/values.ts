import type { CalendarDay } from "../../language/calendar-day.ts";
import type { Money } from "../../language/money.ts";
import type { MunicipalityCode, ThemeId } from "../ids.ts";
import type { Field, Member } from "./field.ts";

/* The types of the values that a table of fields describes. */

interface Scalars {
  readonly line: string;
  readonly prose: string;
  readonly webAddress: string;
  readonly count: number;
  readonly flag: boolean;
  readonly day: CalendarDay;
  readonly theme: ThemeId;
  readonly municipality: MunicipalityCode;
  readonly quantity: number;
  readonly money: Money;
  readonly yesNo: boolean;
  readonly agent: string;
  readonly file: string;
}

/** The type of the value of a field, as it comes out of its schema. */
export type ValueOf<Type> = Type extends { readonly kind: "choice"; readonly values: readonly (infer Value)[] }
  ? Value
  : Type extends { readonly kind: "list"; readonly of: infer Item }
    ? readonly ValueOf<Item>[]
    : Type extends { readonly kind: "group"; readonly fields: infer Members extends readonly Member[] }
      ? GroupOf<Members>
      : Type extends { readonly kind: infer Kind extends keyof Scalars }
        ? Scalars[Kind]
        : never;

type Required<Row> = Row extends { readonly need: "required" } | { readonly required: true } ? Row : never;

type GroupOf<Members extends readonly Member[]> = Flat<
  { readonly [Row in Required<Members[number]> as Row["name"]]: ValueOf<Row> } & {
    readonly [Row in Exclude<Members[number], Required<Members[number]>> as Row["name"]]?: ValueOf<Row>;
  }
>;

/** The same type as one object, which reads better in messages of the compiler. */
type Flat<Value> = { [Key in keyof Value]: Value[Key] };

/** The values of a table as written, after validation. */
export type WrittenValues<Fields extends readonly Field[]> = Flat<
  { readonly [Row in Required<Fields[number]> as Row["name"]]: ValueOf<Row> } & {
    readonly [Row in Exclude<Fields[number], Required<Fields[number]>> as Row["name"]]?: ValueOf<Row>;
  }
>;

type PropertyOf<Row extends Field> = Row extends { readonly inFileName: true }
  ? never
  : Row extends { readonly property: infer Property extends string }
    ? Property
    : Row["name"];

/** Lists are empty and flags are false where nothing is written; other fields are undefined. */
type Complete<Row> = Row extends { readonly kind: "list" } | { readonly kind: "flag" }
  ? ValueOf<Row>
  : Row extends { readonly need: "required" }
    ? ValueOf<Row>
    : Row extends { readonly only: infer Name; readonly fields: readonly (infer One)[] }
      ? ValueOf<Extract<One, { readonly name: Name }>> | undefined
      : ValueOf<Row> | undefined;

/** The record that a table describes. */
export type RecordOf<Fields extends readonly Field[]> = {
  readonly [Row in Fields[number] as PropertyOf<Row>]: Complete<Row>;
};

/** Every field and, as `contact.email`, every member of a group, with its row. */
export type Described<Row> = Row extends { readonly name: infer Name extends string }
  ? { readonly path: Name; readonly row: Row } | DescribedMember<Name, MemberOf<Row>>
  : never;

type MemberOf<Row> = Row extends
  | { readonly fields: readonly (infer One)[] }
  | { readonly of: { readonly fields: readonly (infer One)[] } }
  ? One
  : never;

type DescribedMember<Group extends string, One> = One extends { readonly name: infer Name extends string }
  ? { readonly path: `${Group}.${Name}`; readonly row: One }
  : never;
