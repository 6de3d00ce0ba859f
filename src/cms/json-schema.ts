import type { FieldText } from "../locales/field-text.ts";
import type { FieldShape } from "./describe-fields.ts";

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema says that the fields themselves do not know. */
export interface Wording {
  readonly texts: Readonly<Record<string, FieldText>>;
  readonly themeIds: readonly string[];
  /** Names and codes. */
  readonly municipalities: readonly string[];
}

/** JSON Schema of a file, with a name and a hint for every field. */
export function composeJsonSchema(title: string, shape: FieldShape, wording: Wording): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...schemaOf(shape, "", wording),
  };
}

function schemaOf(shape: FieldShape, path: string, wording: Wording): JsonSchema {
  switch (shape.kind) {
    case "line":
      // YAML of other programs takes an unquoted 2016 for a number; to Praktika every scalar is text.
      return { type: ["string", "number"] };
    case "prose":
      return { type: "string" };
    case "webAddress":
      return { type: "string", pattern: "^(https?://|www\\.|[^:/\\s]+\\.)\\S+$" };
    case "count":
      return { type: "integer", minimum: 0 };
    case "ownText":
      return { type: ["string", "object"] };
    case "quantity":
      return { type: ["number", "string"] };
    case "money":
      return { anyOf: [{ type: "string" }, moneyParts] };
    case "yesNo":
      return { enum: [true, false, "yes", "no", "да", "не"] };
    case "agent":
    case "file":
      return { type: "string" };
    case "flag":
      return { type: "boolean" };
    case "choice":
      return { enum: shape.enum };
    case "theme":
      return { enum: wording.themeIds };
    case "municipality":
      return { enum: wording.municipalities };
    case "day":
      return { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
    case "list": {
      const item = schemaOf(shape.items ?? {}, path, wording);
      return { anyOf: [item, { type: "array", items: item }] };
    }
    case "localized":
      return { anyOf: [{ type: "string" }, groupOf(shape, path, wording)] };
    case "selection":
    case "groupOrNone":
      return { anyOf: shape.forms?.map((form) => schemaOf(form, path, wording)) };
    case undefined:
      return shape.items
        ? { type: "array", items: schemaOf(shape.items, path, wording) }
        : groupOf(shape, path, wording);
  }
}

const moneyParts: JsonSchema = {
  type: "object",
  properties: {
    amount: { type: ["number", "string"] },
    currency: { type: "string" },
    year: { type: ["integer", "string"] },
  },
  required: ["amount", "currency"],
  additionalProperties: false,
};

function groupOf(
  { properties, required, additionalProperties }: FieldShape,
  path: string,
  wording: Wording,
): JsonSchema {
  const fields = Object.entries(properties ?? {}).map(([name, shape]) => {
    const at = path === "" ? name : `${path}.${name}`;
    const text = wording.texts[at];
    return [name, { ...(text && { title: text.label, description: text.hint }), ...schemaOf(shape, at, wording) }];
  });
  const others = additionalProperties ? schemaOf(additionalProperties, path, wording) : false;
  return {
    type: "object",
    ...(properties && { properties: Object.fromEntries(fields) }),
    ...(required && { required }),
    additionalProperties: others,
  };
}
