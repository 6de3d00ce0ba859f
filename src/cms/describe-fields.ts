import { z } from "zod";
import type { LocalizedText } from "../core/language/language.ts";
import type { FieldKind } from "../read/schema/fields.ts";

/** A field as its schema describes it: JSON Schema, each value with its kind. */
export interface FieldShape {
  readonly kind?: FieldKind;
  readonly type?: string;
  readonly enum?: readonly string[];
  /** What readers see of the values of `enum`. */
  readonly labels?: Readonly<Record<string, LocalizedText>>;
  readonly properties?: Readonly<Record<string, FieldShape>>;
  readonly required?: readonly string[];
  readonly items?: FieldShape;
  readonly additionalProperties?: FieldShape | false;
  readonly forms?: readonly FieldShape[];
}

/** What may be written into the fields of a schema, as it stands in the file. */
export function describeFields(schema: z.ZodType): FieldShape {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // A value that is either of two shapes keeps its schemas in its description.
      const { forms } = jsonSchema as { forms?: readonly (z.ZodType | FieldShape)[] };
      // Zod comes here twice for a value that may be left out: what is described already stays.
      if (forms) jsonSchema.forms = forms.map((form) => (form instanceof z.ZodType ? describeFields(form) : form));
    },
  }) as FieldShape;
}
