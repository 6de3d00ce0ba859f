import type { z } from "zod";
import type { Language } from "../core/language/language.ts";
import type { FieldText } from "../locales/field-text.ts";

/** Names of the fields of a value, those of groups as `contact.email`. */
type FieldNames<Value> = {
  [Name in keyof Value & string]: Name | `${Name}.${GroupNames<NonNullable<Value[Name]>>}`;
}[keyof Value & string];

/** A text in two languages is one field; so is a list of texts. */
type GroupNames<Value> = Value extends readonly (infer Item)[]
  ? GroupNames<Item>
  : Value extends string | number | boolean
    ? never
    : Language extends keyof Value
      ? never
      : string extends keyof Value
        ? never
        : FieldNames<Value>;

/** A text for every field of a schema. What `satisfies` this names each field that nobody has described. */
export type TextsOf<Schema extends z.ZodType> = Readonly<Record<FieldNames<z.output<Schema>>, FieldText>>;
