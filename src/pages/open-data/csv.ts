import type { Archive } from "../../core/model/archive.ts";
import { type DataValue, publishedColumns } from "./data-columns.ts";
import { dataRecords } from "./data-record.ts";

/** What a spreadsheet would take for a formula (OWASP, “CSV Injection”). */
const formula = /^[=+\-@\t\r]/;

/** A byte order mark, without which Excel takes the text for one in another encoding. */
const mark = "\ufeff";

/** All practices as CSV (RFC 4180) in UTF-8, with a head. */
export function* toCsv(archive: Archive): Generator<string> {
  const names = publishedColumns(archive).map(({ name }) => name);
  yield mark + rowOf(names);
  for (const { record } of dataRecords(archive)) yield rowOf(names.map((name) => cellOf(record[name] ?? null)));
}

function rowOf(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`;
}

/** A value as a cell of such a file. */
export function cellOf(value: DataValue): string {
  const text = value === null ? "" : typeof value === "object" ? value.join(" | ") : String(value);
  const guarded = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
