import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { membersOf } from "../../core/model/fields/field.ts";
import { type DataValue, dataColumnsOf } from "./data-columns.ts";

/** What the fields of a practice are called in a vocabulary of others, with their values; what the archive does not say is left out. */
export function termsOf(
  vocabulary: "schemaOrg" | "dublinCore",
  { entry, archive }: { readonly entry: PracticeEntry; readonly archive: Archive },
  columns = columnsWith(vocabulary, archive),
): readonly (readonly [term: string, value: NonNullable<DataValue>])[] {
  return columns.flatMap((column) => {
    const term = column[vocabulary];
    if (term === undefined) return [];
    const value = column.valueIn(entry, archive);
    return value === null ? [] : [[term, value] as const];
  });
}

function columnsWith(vocabulary: "schemaOrg" | "dublinCore", { fields }: Archive) {
  return dataColumnsOf(fields.filter((row) => [row, ...membersOf(row)].some(({ data }) => data?.[vocabulary])));
}

/** The same for formats that repeat an element for each of several values, all of them as one line of text. */
export function elementsOf(
  ...[vocabulary, practice, columns]: Parameters<typeof termsOf>
): readonly (readonly [term: string, text: string])[] {
  return termsOf(vocabulary, practice, columns).flatMap(([term, value]) =>
    (typeof value === "object" ? value : [String(value)]).map((text) => [term, text.replace(/\s+/g, " ")] as const),
  );
}
