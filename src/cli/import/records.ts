import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedFile } from "../../import/import-pages.ts";
import { type ImportRecord, judgedParts, recordsFile, sortBySureness } from "../../import/import-record.ts";
import { readRecords } from "../../import/read-records.ts";
import type { ImportCliTexts } from "../../locales/types/import.ts";
import { cellOf } from "../../pages/open-data/csv.ts";
import { makeFolder } from "../../state/make-folder.ts";

export function recordOf({ path, source, key, text, judged }: ImportedFile): ImportRecord {
  return { path, source, ...(key === undefined ? {} : { key }), ...judged, text };
}

/** Adds the practices of an import to those of former ones. */
export function writeRecords(stateFolder: string, records: readonly ImportRecord[]): void {
  const added = new Set(records.map(({ path }) => path));
  const all = [...readRecords(stateFolder).filter(({ path }) => !added.has(path)), ...records];
  makeFolder(stateFolder);
  writeFileSync(join(stateFolder, recordsFile), `${JSON.stringify(all, undefined, 1)}\n`);
}

/** Writes the report of an import as a table, the least sure practice first. Returns its path. */
export function writeReport(stateFolder: string, records: readonly ImportRecord[], texts: ImportCliTexts): string {
  const { columns, rules } = texts.report;
  const rows = sortBySureness(records).map((record) => [
    record.path,
    ...judgedParts.flatMap((part) => [record[part].value, rules[record[part].rule]]),
    record.source,
  ]);
  const head = [columns.file, ...judgedParts.flatMap((part) => [columns[part], columns.from]), columns.source];
  const file = join(stateFolder, "import-report.csv");
  writeFileSync(file, `\ufeff${[head, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`);
  return file;
}
