import type { Field } from "./field.ts";
import type { PracticeField } from "./practice-fields.ts";

/** Whether an archive has a built-in field: `none` in fields.yaml leaves it out. */
export function hasField(fields: readonly Field[], name: PracticeField["name"]): boolean {
  return fields.some((field) => field.name === name);
}

/** Whether the practices of an archive say in which municipality they are. */
export function hasPlaces(fields: readonly Field[]): boolean {
  return hasField(fields, "municipality");
}
