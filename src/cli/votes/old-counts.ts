import { parse } from "csv-parse/sync";
import { z } from "zod";

/** An old count as a file states it: of a practice by its id, or by its number in the old archive. */
export interface OldCount {
  /** Line of a CSV file, place in a JSON file; from 1. */
  readonly place: number;
  readonly key: { readonly practice: string } | { readonly iid: number };
  readonly count: number;
}

/** Why a file of old counts cannot be read. */
export class UnreadableCounts extends Error {
  readonly place: number;
  readonly value: string;
  constructor(place: number, value: string) {
    super(`place ${place} is no count: ${value}`);
    this.place = place;
    this.value = value;
  }
}

const maxCount = 1_000_000_000;
const jsonCounts = z.record(z.string(), z.int().min(0).max(maxCount));

/** CSV with the columns `practice` or `iid`, and `count`; or JSON `{id: count}`. Throws `UnreadableCounts`. */
export function parseOldCounts(text: string): readonly OldCount[] {
  const body = text.replace(/^\ufeff/, "");
  return body.trimStart().startsWith("{") ? parseJson(body) : parseCsv(body);
}

function parseJson(text: string): OldCount[] {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new UnreadableCounts(1, text.trim().slice(0, 40));
  }
  const result = jsonCounts.safeParse(input);
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? "");
    const place = Object.keys(input as object).indexOf(key) + 1;
    throw new UnreadableCounts(place, `${key}: ${JSON.stringify((input as Record<string, unknown>)[key])}`);
  }
  return Object.entries(result.data).map(([practice, count], index) => ({
    place: index + 1,
    key: { practice },
    count,
  }));
}

function parseCsv(text: string): OldCount[] {
  let records: readonly Record<string, string>[];
  try {
    // Spreadsheets in Bulgaria separate by semicolons.
    const columns = (header: string[]): string[] => header.map((name) => name.trim().toLowerCase());
    records = parse(text, { columns, delimiter: [",", ";", "\t"], trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new UnreadableCounts((error as { lines?: number }).lines ?? 1, "");
  }
  return records.map((record, index) => {
    const { practice = "", iid = "", count = "" } = record;
    const place = index + 2;
    const key = practice !== "" ? { practice } : /^\d{1,9}$/.test(iid) ? { iid: Number(iid) } : undefined;
    if (!key || !/^\d{1,10}$/.test(count) || Number(count) > maxCount)
      throw new UnreadableCounts(place, Object.values(record).join(", "));
    return { place, key, count: Number(count) };
  });
}
