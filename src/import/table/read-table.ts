import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Info, parse } from "csv-parse/sync";
import { finding, type Result } from "../../core/diagnostics/finding.ts";
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
  try {
    const rows = parseCsv(text, chooseSeparator(text));
    return { value: [{ name, rows, text }], findings };
  } catch (error) {
    return {
      value: [],
      findings: [...findings, finding("import/unreadable", name, { reason: (error as Error).message, what: "file" })],
    };
  }
}

interface WithInfo {
  readonly record: readonly string[];
  readonly info: Info;
}

/** A record begins on the line after the one before it; empty lines in between are counted. */
function parseCsv(text: string, delimiter: string, to?: number): readonly TableRow[] {
  const records = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
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
    let rows: readonly TableRow[];
    try {
      rows = parseCsv(text, separator, 30);
    } catch {
      return 0;
    }
    const widths = rows.map(({ cells }) => cells.length).filter((width) => width > 1);
    const byWidth = [...Map.groupBy(widths, (width) => width)].map(([width, same]) => (width - 1) * same.length);
    return Math.max(0, ...byWidth);
  };
  const scored = separators.map((separator) => ({ separator, score: score(separator) }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).separator;
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
