import type { Field } from "./field.ts";

/** Whether the practices of an archive say in which municipality they are. */
export function hasPlaces(fields: readonly Field[]): boolean {
  return fields.some(({ name }) => name === "municipality");
}
