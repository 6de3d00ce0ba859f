import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ImportRecord, parseRecords, recordsFile } from "./import-record.ts";

/** What former imports have written, as far as the folder of the state still knows it. */
export function readRecords(stateFolder: string): readonly ImportRecord[] {
  const file = join(stateFolder, recordsFile);
  return existsSync(file) ? parseRecords(readFileSync(file, "utf8")) : [];
}
