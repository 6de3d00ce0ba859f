import type { Field } from "./field.ts";
import type { RecordOf, WrittenValues } from "./values.ts";

/**
 * The validated values of a front matter → the record of a table: lists are empty and flags false where nothing is written, a group without
 * members counts as not written, and what stands twice in a list of themes or municipalities stands there once.
 */
export function completeRecord<const Fields extends readonly Field[]>(
  fields: Fields,
  written: WrittenValues<Fields>,
): RecordOf<Fields> {
  const values = written as Readonly<Record<string, unknown>>;
  const properties = fields
    .filter(({ inFileName }) => !inFileName)
    .map((field) => [propertyOf(field), completeValue(field, values[field.name])]);
  return Object.fromEntries(properties) as RecordOf<Fields>;
}

function propertyOf({ property, name }: Field): string {
  return property ?? name;
}

/** The value of a field in the record of a table. */
export function readField(record: object, field: Field): unknown {
  return (record as Readonly<Record<string, unknown>>)[propertyOf(field)];
}

function completeValue(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case "list": {
      const items = (value ?? []) as readonly unknown[];
      const isOfVocabulary = field.of.kind === "theme" || field.of.kind === "municipality";
      return isOfVocabulary ? [...new Set(items)] : items;
    }
    case "flag":
      return value ?? false;
    case "group": {
      const group = (value ?? {}) as Readonly<Record<string, unknown>>;
      if (Object.keys(group).length === 0) return undefined;
      return field.only === undefined ? group : group[field.only];
    }
    default:
      return value;
  }
}
