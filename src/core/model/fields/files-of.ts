import type { FieldPath } from "../../diagnostics/finding.ts";
import type { Practice } from "../practice.ts";
import { readField } from "./complete-record.ts";
import type { Field } from "./field.ts";

/** The files that the front matter of a text names: its attachments, and fields of the kind. */
export function filesOf(
  item: object,
  fields: readonly Field[],
): readonly { readonly path: string; readonly field: FieldPath }[] {
  const found: { readonly path: string; readonly field: FieldPath }[] = [];
  const { attachments = [] } = item as Partial<Pick<Practice, "attachments">>;
  for (const [index, { file }] of attachments.entries())
    found.push({ path: file, field: ["attachments", index, "file"] });
  for (const row of fields) {
    const path = row.kind === "file" ? readField(item, row) : undefined;
    if (typeof path === "string") found.push({ path, field: [row.name] });
  }
  return found;
}
