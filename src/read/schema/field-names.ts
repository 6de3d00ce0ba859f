import { membersOf } from "../../core/model/fields/field.ts";
import { practiceFields } from "../../core/model/fields/practice-fields.ts";
import { pageSchema } from "./page-schema.ts";

const names: ReadonlySet<string> = new Set([
  ...practiceFields.flatMap((field) => [field.name, ...membersOf(field).map(({ name }) => name)]),
  ...Object.keys(pageSchema.shape),
]);

/** Whether a word is the name of a field of a practice or page, or of a member of one. */
export function isFieldName(name: string): boolean {
  return names.has(name);
}
