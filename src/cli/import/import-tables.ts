import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import type { SourceFile } from "../../core/model/document.ts";
import type { Imported } from "../../import/import-pages.ts";
import { nameOf, tableKindOf, unreadableSource } from "../../import/read-sources.ts";
import { formatTarget, type Targets } from "../../import/table/column-targets.ts";
import { importTable, type TableOptions } from "../../import/table/import-table.ts";
import {
  type Column,
  findHeadings,
  formatMap,
  proposeMap,
  type ReadableTable,
} from "../../import/table/propose-map.ts";
import { createCellReader } from "../../import/table/read-cell.ts";
import { applyMap, type ColumnMap, readMap } from "../../import/table/read-map.ts";
import { readCsv, readWorkbook, type TableFile } from "../../import/table/read-table.ts";
import { sectionsOf } from "../../locales/sections-of.ts";
import type { Terminal } from "../terminal.ts";
import { knownPracticeOf } from "./known-practices.ts";

export interface TableRun extends TableOptions {
  /** Of the command line; else it lies beside the table: `list.map.yaml`. */
  readonly map: string | undefined;
  readonly splits: boolean;
  readonly isDry: boolean;
  readonly terminal: Terminal;
}

export interface ImportedTables extends Imported {
  /** Files of the tables and maps as text, for the places in findings. */
  readonly sources: readonly SourceFile[];
}

/** Imports tables. A map that exists is followed; else the proposal is written where the map would be. Findings: import/*. */
export async function importTables(files: readonly string[], run: TableRun): Promise<ImportedTables> {
  let known = run.known;
  const all: ImportedTables[] = [];
  for (const file of files) {
    const imported = await importTableFile(file, { ...run, known });
    known = [...known, ...imported.files.flatMap(knownPracticeOf)];
    all.push(imported);
  }
  return {
    files: all.flatMap((one) => one.files),
    again: all.flatMap((one) => one.again),
    leftAlone: all.reduce((sum, one) => sum + one.leftAlone, 0),
    findings: all.flatMap((one) => one.findings),
    sources: all.flatMap((one) => one.sources),
  };
}

async function importTableFile(file: string, run: TableRun): Promise<ImportedTables> {
  const read = await readTables(file);
  const found = read.value.map((table) => ({ table, readable: findHeadings(table, targetsOf(run)) }));
  const tables = found.flatMap(({ readable }) => (readable && readable.rows.length > 0 ? [readable] : []));
  const sources = read.value.map(({ name, text }) => ({ path: name, text }));
  // A workbook whose sheets are all empty has no table.
  const none =
    read.value.length === 0 && read.findings.length === 0
      ? [finding("import/no-table", nameOf(file), { text: "", holds: "nothing" })]
      : [];
  const findings = [
    ...read.findings,
    ...none,
    ...found.flatMap(({ table, readable }) => reportNoTable(table, readable)),
  ];
  return importByMap({ tables, sources, findings, mapFile: file.replace(/\.\w+$/, ".map.yaml") }, run);
}

/** A file without rows below headings. What stands in it is named, for it is in no practice. Finding: import/no-table. */
function reportNoTable({ name, rows }: TableFile, readable: ReadableTable | undefined): readonly Finding[] {
  const [first] = rows;
  if (!first) return [finding("import/no-table", name, { text: "", holds: "nothing" })];
  if (readable && readable.rows.length > 0) return [];
  const text = (readable?.headings ?? first.cells).filter(Boolean).join(", ");
  const holds = readable ? "headings" : "column";
  return [finding("import/no-table", name, { text, holds }, { line: first.line, column: 1 })];
}

/** Tables of one map. */
export interface MappedTables {
  readonly tables: readonly ReadableTable[];
  /** For the places in findings. */
  readonly sources: readonly SourceFile[];
  /** Of the reading. */
  readonly findings: readonly Finding[];
  /** Where the map lies if the command line names none. */
  readonly mapFile: string;
}

/** Proposes a map, or follows the one that is there, and imports the tables by it. Findings: import/*. */
export function importByMap(read: MappedTables, run: TableRun): ImportedTables {
  const { read: readCell, findPlace } = createCellReader(run.vocabulary);
  const options = {
    ...targetsOf(run),
    isPlace: (text: string) => findPlace(text) !== undefined,
    isTheme: (text: string) => readCell({ kind: "list", of: { kind: "theme" } }, text).value !== undefined,
  };
  const proposed = read.tables.map((table) => ({ table, columns: proposeMap(table, options) }));
  const mapFile = run.map ?? read.mapFile;
  const map = existsSync(mapFile) ? readMapFile(mapFile, run) : undefined;
  const sources = [...read.sources, ...(map ? [map.source] : [])];
  const findings = [...read.findings, ...(map?.findings ?? [])];
  if (map && !map.value) return { files: [], again: [], leftAlone: 0, findings, sources };
  if (!map && proposed.length > 0)
    sayProposal(
      mapFile,
      proposed.flatMap(({ columns }) => columns),
      run,
    );

  const results = proposed.map(({ table, columns }) => importOne(table, columns, { ...run, followed: map?.value }));
  return {
    files: results.flatMap((one) => one.files),
    again: results.flatMap((one) => one.again),
    leftAlone: results.reduce((sum, one) => sum + one.leftAlone, 0),
    findings: [...findings, ...results.flatMap((one) => one.findings)],
    sources,
  };
}

async function readTables(file: string): Promise<Result<readonly TableFile[]>> {
  const name = nameOf(file);
  try {
    return await (tableKindOf(file) === "xlsx" ? readWorkbook(file, name) : readCsv(file, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") throw error;
    return { value: [], findings: [unreadableSource(file, error)] };
  }
}

/** What of the archive columns can become. */
export function targetsOf({ fields, vocabulary }: TableRun): Targets {
  return { fields, sections: sectionsOf(vocabulary.site) };
}

interface FollowedMap extends Result<ColumnMap | undefined> {
  readonly source: SourceFile;
}

function readMapFile(file: string, run: TableRun): FollowedMap {
  const source = {
    path: nameOf(file),
    text: readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n"),
  };
  return { ...readMap(source, targetsOf(run)), source };
}

/** Writes the proposal as a map to correct, unless nothing may be written, and says where it is. */
function sayProposal(file: string, columns: readonly Column[], { isDry, terminal }: TableRun): void {
  const { import: texts } = terminal.locale.cli;
  const distinct = columns.filter(({ heading }, at) => columns.findIndex((other) => other.heading === heading) === at);
  const text = formatMap(distinct, texts.map);
  if (isDry) terminal.error(`${text}\n`);
  else {
    writeFileSync(file, text);
    terminal.error(`${texts.mapWritten(relative(process.cwd(), file))}\n`);
  }
}

/** A table that names no title and no section is no list of practices. Findings: import/no-title-column, import/column-guessed. */
function importOne(
  table: ReadableTable,
  proposed: readonly Column[],
  run: TableRun & { readonly followed: ColumnMap | undefined },
): Imported {
  const applied = run.followed ? applyMap(proposed, run.followed, table.name) : { value: proposed, findings: [] };
  if (applied.findings.length > 0) return { files: [], again: [], leftAlone: 0, findings: applied.findings };
  const columns = applied.value;
  const isList = table.rows.every(({ origin }) => origin === undefined);
  if (isList && !columns.some(({ target }) => target.name === "title" || target.kind === "section")) {
    const headings = columns.map(({ heading }) => heading).join(", ");
    return {
      files: [],
      again: [],
      leftAlone: 0,
      findings: [finding("import/no-title-column", table.name, { headings })],
    };
  }
  const imported = importTable(table, columns, run);
  return { ...imported, findings: [...reportGuesses(columns, table.name), ...imported.findings] };
}

function reportGuesses(columns: readonly Column[], name: string): readonly Finding[] {
  return columns
    .filter(({ sureness }) => sureness !== "name")
    .map(({ heading, target }) =>
      finding("import/column-guessed", name, { column: heading, target: formatTarget(target) }),
    );
}
