import type { FieldPath } from "../../diagnostics/finding.ts";
import type { Practice } from "../practice.ts";
import { readField } from "./complete-record.ts";
import type { Field } from "./field.ts";

/** The files that the front matter of a text names: its attachments, and fields of the kind. */
export function filesOf(
  item: object,
  fields: readonly Field[],
): readonly { readonly path: string; readonly field: FieldPath }[] {
  const attachments = "attachments" in item ? (item as Pick<Practice, "attachments">).attachments : [];
  const own = fields
    .filter(({ kind }) => kind === "file")
    .map((row) => ({ path: readField(item, row), field: [row.name] }));
  return [
    ...attachments.map(({ file }, index) => ({ path: file, field: ["attachments", index, "file"] })),
    ...own.flatMap(({ path, field }) => (typeof path === "string" ? [{ path, field }] : [])),
  ];
}
