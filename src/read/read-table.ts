import { parse } from "csv-parse/sync";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import type { SourceFile } from "../core/model/document.ts";
import { explainFault, type ParserError } from "./read-data.ts";

/** A row of a table: where it ends, and its values by column. */
export interface TableRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface Table {
  /** As they are written, in small letters. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The columns of a kind of table; others may stand beside them, and a year behind their names. */
export interface TableColumns {
  /** Of each of these one at least. */
  readonly needed: readonly (readonly string[])[];
  readonly known: readonly string[];
}

interface RecordWithInfo {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * A table as CSV with a header, its values separated by commas, semicolons or tabs, as spreadsheets write it in one country or another.
 *
 * Findings: site/invalid-places, table/missing-column, unknown-column, row-length.
 */
export function readTable({ path, text }: SourceFile, { needed, known }: TableColumns): Result<Table | undefined> {
  let records: readonly RecordWithInfo[];
  try {
    const options = { trim: true, skip_empty_lines: true, relax_column_count: true, info: true } as const;
    records = parse(text, { ...options, delimiter: separatorOf(text) }) as unknown as readonly RecordWithInfo[];
  } catch (error) {
    const { reason, location } = explainFault(error as ParserError, text);
    return { value: undefined, findings: [finding("site/invalid-places", path, { reason }, location)] };
  }
  const columns = (records[0]?.record ?? []).map((name) => name.toLowerCase());
  const findings: Finding[] = findColumns(path, columns, { needed, known });
  if (findings.some(({ code }) => code === "table/missing-column")) return { value: undefined, findings };
  const rows: TableRow[] = [];
  for (const { record, info } of records.slice(1)) {
    // Spreadsheets write the separators of columns that are empty.
    const written = record.findLastIndex((value) => value !== "") + 1;
    if (written === 0) continue;
    if (record.length < columns.length || written > columns.length) {
      const parameters = { expected: columns.length, found: record.length };
      findings.push(finding("table/row-length", path, parameters, { line: info.lines, column: 1 }));
    } else {
      const values = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ""]));
      rows.push({ line: info.lines, values });
    }
  }
  return { value: { columns, rows }, findings };
}

function separatorOf(text: string): string {
  const [header = ""] = text.split("\n", 1);
  const count = (sign: string): number => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function findColumns(path: string, columns: readonly string[], { needed, known }: TableColumns): Finding[] {
  const others = columns.filter((column) => !known.includes(column.replace(/_\d{4}$/, "")));
  const meant = (column: string): string | undefined => {
    // A column that begins otherwise is one of the editors' own.
    const candidates = known.filter((name) => !columns.includes(name) && name.slice(0, 3) === column.slice(0, 3));
    return nearestName(column, candidates);
  };
  const misspelt = others.flatMap((column) => {
    const nearest = meant(column);
    const location = { line: 1, text: column };
    return nearest ? [finding("table/unknown-column", path, { column, nearest }, location)] : [];
  });
  const missing = needed
    .filter((names) => !names.some((name) => columns.includes(name)))
    .map(([column = ""]) =>
      finding("table/missing-column", path, { column, columns: known.join(", ") }, { line: 1, column: 1 }),
    );
  return [...missing, ...misspelt];
}
