import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type CsvError, type Info, parse } from "csv-parse/sync";
import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import { decodePage } from "../decode-page.ts";
import type { RowOrigin } from "./row-origin.ts";

/** A row of a table: its cells as text, and its line in the file (of a workbook: in the sheet), from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the row is a file of its own. */
  readonly origin?: RowOrigin;
}

/** A file of comma-separated values, or a sheet of a workbook. */
export interface TableFile {
  /** As findings name it. */
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** For code frames: a line for each row. */
  readonly text: string;
}

const separators = [";", ",", "\t", "|"] as const;

/** Reads a CSV in any of the usual encodings and separators. Findings: import/encoding-guessed, import/unreadable. */
export function readCsv(file: string, name: string): Result<readonly TableFile[]> {
  const { text, guessed } = decodePage(readFileSync(file));
  const findings = guessed ? [finding("import/encoding-guessed", name, { encoding: guessed })] : [];
  const separator = chooseSeparator(text);
  try {
    const rows = parseCsv(text, separator);
    return { value: [{ name, rows, text }], findings };
  } catch (error) {
    return { value: [], findings: [...findings, explain(error as CsvError, name, { text, separator })] };
  }
}

/** The error says where the text ends; the quotation opens in the row after the last one that is whole. */
function explain(error: CsvError, name: string, { text, separator }: { text: string; separator: string }): Finding {
  if (error.code !== "CSV_QUOTE_NOT_CLOSED")
    return finding("import/unreadable", name, { reason: error.message, what: "file" });
  let last = 0;
  const noteEnd = (_: unknown, { lines }: { readonly lines: number }): null => {
    last = lines;
    return null;
  };
  try {
    parse(text, { ...format(separator), on_record: noteEnd });
  } catch {
    // It is the same error again.
  }
  return finding("import/unclosed-quote", name, { row: last + 1 }, { line: last + 1, column: 1 });
}

interface WithInfo {
  readonly record: readonly string[];
  readonly info: Info;
}

/** What people write by hand: rows of any width, quotation marks inside of cells. */
const format = (delimiter: string) => ({ delimiter, bom: true, relax_column_count: true, relax_quotes: true }) as const;

/** A record begins on the line after the one before it; empty lines in between are counted. */
function parseCsv(text: string, delimiter: string, to?: number): readonly TableRow[] {
  const records = parse(text, {
    ...format(delimiter),
    info: true,
    ...(to === undefined ? {} : { to }),
  }) as unknown as readonly WithInfo[];
  let last = 0;
  return records.flatMap(({ record, info }) => {
    const line = last + 1;
    last = info.lines;
    const cells = record.map((cell) => cell.trim());
    return cells.every((cell) => cell === "") ? [] : [{ line, cells }];
  });
}

/** The separator that makes the most rows as wide as most others are; “;” in Bulgarian files, where a comma is in numbers. */
function chooseSeparator(text: string): string {
  const score = (separator: string): number => {
    const widths = widthsOf(text, separator).filter((width) => width > 1);
    const byWidth = [...Map.groupBy(widths, (width) => width)].map(([width, same]) => (width - 1) * same.length);
    return Math.max(0, ...byWidth);
  };
  const scored = separators.map((separator) => ({ separator, score: score(separator) }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).separator;
}

/** The numbers of cells of the first rows; by their lines, where a quotation mark that is never closed hides them. */
function widthsOf(text: string, separator: string): readonly number[] {
  try {
    return parseCsv(text, separator, 30).map(({ cells }) => cells.length);
  } catch {
    return text
      .split(/\r?\n/, 30)
      .filter((line) => line.trim() !== "")
      .map((line) => line.split(separator).length);
  }
}

/** Reads every sheet of a workbook. Rejects if the package that reads them is not installed. Finding: import/unreadable. */
export async function readWorkbook(file: string, name: string): Promise<Result<readonly TableFile[]>> {
  const { default: readSheets } = await import("read-excel-file/node");
  try {
    const sheets = await readSheets(readFileSync(file));
    const filled = sheets.flatMap(({ sheet, data }) => {
      const rows = data.map((row, index) => ({ line: index + 1, cells: row.map(textOfCell) }));
      const text = rows.map(({ cells }) => cells.join("\t").replaceAll("\n", " ")).join("\n");
      const kept = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
      return kept.length === 0 ? [] : [{ sheet, rows: kept, text }];
    });
    const value = filled.map(({ sheet, ...table }) => ({
      ...table,
      name: filled.length > 1 ? `${name} (${sheet})` : name,
    }));
    return { value, findings: [] };
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0] ?? basename(file);
    return { value: [], findings: [finding("import/unreadable", name, { reason, what: "file" })] };
  }
}

/** A day of a workbook is midnight in UTC. */
function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00.*$/, "");
  return String(cell).trim();
}
