import { z } from "zod";
import type { PracticeFields } from "../../core/model/fields/practice-fields.ts";
import type { WrittenValues } from "../../core/model/fields/values.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { schemaOf } from "./schema-of.ts";
import type { NamedPlaces } from "./vocabulary-fields.ts";

type Shape<Values> = { [Name in keyof Values]-?: z.ZodType<Values[Name]> };
type PracticeSchema = z.ZodObject<Shape<WrittenValues<PracticeFields>>, z.core.$strict>;

/** The front matter of a practice. Every problem of a file is found in one go, those of vocabulary included. */
export function createPracticeSchema(vocabulary: Pick<Vocabulary, "themes" | "fields"> & NamedPlaces): PracticeSchema {
  const shape = vocabulary.fields.map((field) => {
    const schema = schemaOf(field, vocabulary);
    return [field.name, field.need === "required" ? schema : schema.optional()];
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as PracticeSchema;
}
