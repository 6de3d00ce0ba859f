import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type LogRow, rowKinds } from "../../core/protocol.ts";

export type LogFormat = "jsonl" | "csv";

const columns = ["sequence", "day", "practice", "kind", "amount", "commitment", "hash"] as const;

/** The first lines of a file that holds a log. */
export function logHeader(format: LogFormat): string {
  return format === "csv" ? `${columns.join(",")}\r\n` : "";
}

/** Rows as lines of a file. */
export function formatRows(rows: readonly LogRow[], format: LogFormat): string {
  const formatRow = format === "csv" ? csvLine : jsonLine;
  return rows.map(formatRow).join("");
}

function jsonLine(row: LogRow): string {
  return `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]])))}\n`;
}

function csvLine(row: LogRow): string {
  return `${columns.map((name) => csvField(row[name])).join(",")}\r\n`;
}

/** A spreadsheet must not take a text for a formula; numbers are none. */
function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  const guarded = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const wholeNumber = z.int().min(-2_147_483_648).max(2_147_483_647);
/** A row from outside. Only its form is looked at here; whether it is true is for the chain to say. */
export const rowSchema = z.object({
  sequence: wholeNumber.min(1),
  day: z.string(),
  practice: z.string(),
  kind: z.enum(rowKinds),
  amount: wholeNumber,
  commitment: z.string(),
  hash: z.string(),
});

/** A line of a log file that is no row, counted from 1. */
export class UnreadableRow extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line} is no row of a log`);
    this.line = line;
  }
}

/** The rows of an exported log, JSON lines or CSV. Throws `UnreadableRow`. */
export function parseLog(text: string): readonly LogRow[] {
  const body = text.replace(/^\ufeff/, "");
  return body.startsWith("sequence,") ? parseCsv(body) : parseJsonLines(body);
}

function parseJsonLines(text: string): LogRow[] {
  const rows: LogRow[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() !== "") rows.push(checkRow(() => JSON.parse(line), index + 1));
  }
  return rows;
}

function parseCsv(text: string): LogRow[] {
  let records: Record<string, string>[];
  try {
    records = parse(text, { columns: true });
  } catch (error) {
    throw new UnreadableRow((error as { lines?: number }).lines ?? 1);
  }
  return records.map((record, index) => {
    const fields = Object.entries(record).map(([name, value]) => [name, value.replace(/^'(?='*[=+\-@\t\r])/, "")]);
    const { sequence, amount, ...rest } = Object.fromEntries(fields);
    return checkRow(() => ({ ...rest, sequence: toNumber(sequence), amount: toNumber(amount) }), index + 2);
  });
}

function toNumber(text: string | undefined): number {
  return /^-?\d{1,10}$/.test(text ?? "") ? Number(text) : Number.NaN;
}

function checkRow(read: () => unknown, line: number): LogRow {
  let input: unknown;
  try {
    input = read();
  } catch {
    throw new UnreadableRow(line);
  }
  const result = rowSchema.safeParse(input);
  if (!result.success) throw new UnreadableRow(line);
  return result.data;
}
