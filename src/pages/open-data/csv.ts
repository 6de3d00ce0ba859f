import type { Column, DataValue } from "./data-columns.ts";
import type { DataRecord } from "./data-record.ts";

/** What a spreadsheet would take for a formula (OWASP, “CSV Injection”). */
const formula = /^[=+\-@\t\r]/;

/** A byte order mark, without which Excel takes the text for one in another encoding. */
const mark = "\ufeff";

/** Records as CSV (RFC 4180) in UTF-8, with a head. */
export function toCsv(records: readonly DataRecord[], columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name);
  const rows = records.map((record) => names.map((name) => cellOf(record[name] ?? null)));
  return mark + [names, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/** A value as a cell of such a file. */
export function cellOf(value: DataValue): string {
  const text = value === null ? "" : typeof value === "object" ? value.join(" | ") : String(value);
  const guarded = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
