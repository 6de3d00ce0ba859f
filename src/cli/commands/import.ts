import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { formatPretty, toJson } from "../../core/diagnostics/printers.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../../core/diagnostics/sort.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { SourceFile } from "../../core/model/document.ts";
import { type ImportedFile, importPages } from "../../import/import-pages.ts";
import { countRules, judgedParts } from "../../import/import-record.ts";
import type { LabelTest } from "../../import/labelled-values.ts";
import type { PictureCopy } from "../../import/pictures.ts";
import { readRecords } from "../../import/read-records.ts";
import {
  isDocument,
  listSources,
  readSource,
  type Source,
  tableKindOf,
  unreadableSource,
} from "../../import/read-sources.ts";
import { createLabelTest } from "../../import/table/propose-map.ts";
import { sectionsOf } from "../../locales/sections-of.ts";
import { locate } from "../../read/locate.ts";
import { resolveFolders } from "../../site/folders.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { importDocuments, importLabelled } from "../import/import-documents.ts";
import { type ImportedTables, importTables, type TableRun, targetsOf } from "../import/import-tables.ts";
import { knownPracticeOf, listKnownPractices } from "../import/known-practices.ts";
import { recordOf, writeRecords, writeReport } from "../import/records.ts";
import { updateFiles } from "../import/update.ts";
import { openContent } from "../open-content.ts";
import { printErrors } from "../print-errors.ts";
import { createProgress, type Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";

/** `praktika import`: pages of an old archive and documents become practices. Returns the exit code. */
export async function runImport(values: Values, paths: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: typeof values.content === "string" ? values.content : undefined,
  });
  const { listing, vocabulary, unreadable } = openContent(folders);
  const texts = terminal.locale.cli.import;
  for (const path of paths) if (!existsSync(path)) throw new UsageError(texts.noSuchPath(path));

  const records = readRecords(folders.state);
  const known = listKnownPractices(folders.content, listing.practices, records);
  const notRead = [...unreadable, ...known.findings];
  // If the import does not see a practice, it adds it a second time.
  if (notRead.length > 0) return printErrors(notRead, () => undefined, terminal);

  const isDry = values["dry-run"] === true;
  const imported = await importAll(paths, {
    vocabulary,
    fields: vocabulary.fields,
    known: known.value,
    today: todayHere() as CalendarDay,
    map: typeof values.map === "string" ? resolve(values.map) : undefined,
    updates: values.update === true,
    splits: values.split === true,
    isDry,
    terminal,
  });
  const contentFolder = folders.content.folder;
  const updated = updateFiles(imported.again, { contentFolder, records });
  const findings = [
    ...imported.findings,
    ...updated.findings,
    ...putFiles(imported.files, contentFolder, { isDry, isNew: true, terminal }),
    ...putFiles(updated.files, contentFolder, { isDry, isNew: false, terminal }),
  ];
  printFound(findings, imported.sources, { format: values.format, terminal });
  if (!isDry) keepRecords([...imported.files, ...updated.seen], imported.files, { state: folders.state, terminal });
  const counts = {
    written: imported.files.length,
    updated: updated.files.length,
    leftAlone: imported.leftAlone + updated.unchanged,
    doubts: findings.length,
    isDry,
  };
  terminal.error(`${texts.done(counts)}\n`);
  return hasErrors(findings) ? 1 : 0;
}

/** Imports pages first, then tables, then the texts of other generators; each knows of what was imported before. */
async function importAll(paths: readonly string[], run: TableRun): Promise<ImportedTables> {
  const { vocabulary, terminal } = run;
  const sources = await readSources(paths, createLabelTest(targetsOf(run)), terminal);
  const isLabelled = ({ page }: Source): boolean => page.labelled.length > 0;
  const plain = sources.value.filter((source) => !isLabelled(source));
  const pages = importPages(plain, {
    ...run,
    ...vocabulary,
    languages: vocabulary.site.languages,
    sections: sectionsOf(vocabulary.site),
  });
  const withPages = { ...run, known: [...run.known, ...pages.files.flatMap(knownPracticeOf)] };
  const tables = await importTables(sources.tables, withPages);
  const withTables = { ...run, known: [...withPages.known, ...tables.files.flatMap(knownPracticeOf)] };
  const folders = paths.map((path) => resolve(path));
  const documents = await importDocuments(sources.documents, folders, withTables);
  const withDocuments = { ...run, known: [...withTables.known, ...documents.files.flatMap(knownPracticeOf)] };
  const labelled = importLabelled(sources.value.filter(isLabelled), withDocuments);
  const parts = [pages, tables, documents, labelled];
  return {
    files: parts.flatMap((part) => part.files),
    again: parts.flatMap((part) => part.again),
    leftAlone: parts.reduce((sum, part) => sum + part.leftAlone, 0),
    findings: [...sources.findings, ...parts.flatMap((part) => part.findings)],
    sources: [
      ...sources.value.map(({ name, text }) => ({ path: name, text })),
      ...tables.sources,
      ...documents.sources,
      ...labelled.sources,
    ],
  };
}

/** Writes down what was imported, for the next import and for going through it, and says from where it was taken. */
function keepRecords(
  seen: readonly ImportedFile[],
  added: readonly ImportedFile[],
  { state, terminal }: { readonly state: string; readonly terminal: Terminal },
): void {
  const texts = terminal.locale.cli.import;
  const shown = (file: string): string => relative(process.cwd(), file);
  const counted = added.filter(({ nominations }) => nominations > 0);
  if (counted.length > 0)
    terminal.error(`${texts.nominations(counted.length, shown(writeNominations(counted, state)))}\n`);
  if (seen.length > 0) writeRecords(state, seen.map(recordOf));
  if (added.length === 0) return;
  const records = added.map(recordOf);
  for (const part of judgedParts) terminal.error(`${texts.report.count(part, [...countRules(records, part)])}\n`);
  terminal.error(`${texts.report.where(shown(writeReport(state, records, texts)))}\n`);
}

/** Reads pages and documents, with all in the folders among the paths. */
async function readSources(
  paths: readonly string[],
  testLabel: LabelTest,
  terminal: Terminal,
): Promise<Result<readonly Source[]> & { readonly tables: readonly string[]; readonly documents: readonly string[] }> {
  const listed = listSources(paths.map((path) => resolve(path)));
  const findings: Finding[] = [...listed.findings];
  const sources: Source[] = [];
  const progress = createProgress(terminal, 1);
  const isTable = (file: string): boolean => tableKindOf(file) !== undefined;
  const pages = listed.value.filter((file) => !isTable(file) && !isDocument(file));
  for (const [index, file] of pages.entries()) {
    const read = await readSource(file, testLabel);
    findings.push(...read.findings);
    if (read.value) sources.push(read.value);
    progress.show(terminal.locale.cli.reading, index + 1, pages.length);
  }
  progress.clear();
  return { value: sources, findings, tables: listed.value.filter(isTable), documents: listed.value.filter(isDocument) };
}

/** Writes the files and prints their paths; a dry run prints their texts instead. Finding: import/unreadable. */
function putFiles(
  files: readonly ImportedFile[],
  contentFolder: string,
  { isDry, isNew, terminal }: { readonly isDry: boolean; readonly isNew: boolean; readonly terminal: Terminal },
): readonly Finding[] {
  return files.flatMap((file) => {
    const target = join(contentFolder, file.path);
    const shown = relative(process.cwd(), target);
    const findings = isDry ? [] : writeImported(file, { target, contentFolder, isNew });
    terminal.out(isDry ? `=== ${shown}\n${file.text}\n` : `${shown}\n`);
    return findings;
  });
}

/** Writes a practice and copies its pictures. A new one never overwrites a file. Finding: import/unreadable. */
function writeImported(
  { text, pictures }: ImportedFile,
  {
    target,
    contentFolder,
    isNew,
  }: { readonly target: string; readonly contentFolder: string; readonly isNew: boolean },
): readonly Finding[] {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: isNew ? "wx" : "w" });
  return pictures.flatMap(({ from, to }) => {
    const picture = join(contentFolder, to);
    return existsSync(picture) ? [] : copyPicture(from, picture);
  });
}

/** Finding: import/unreadable. */
function copyPicture(from: PictureCopy["from"], target: string): readonly Finding[] {
  let bytes: Buffer;
  try {
    bytes = typeof from === "string" ? readFileSync(from) : from.bytes;
  } catch (error) {
    return [unreadableSource(String(from), error)];
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  return [];
}

/** Writes the old counts as a file for `praktika votes import`, and returns its path. */
function writeNominations(counted: readonly ImportedFile[], stateFolder: string): string {
  const file = join(stateFolder, "imported-nominations.csv");
  makeFolder(stateFolder);
  writeFileSync(file, `practice,count\n${counted.map(({ id, nominations }) => `${id},${nominations}\n`).join("")}`);
  return file;
}

function printFound(
  findings: readonly Finding[],
  sources: readonly SourceFile[],
  { format, terminal }: { readonly format: unknown; readonly terminal: Terminal },
): void {
  const { error: say, locale, colour } = terminal;
  const byName = new Map(sources.map(({ path, text }) => [path, text]));
  const diagnostics = sortDiagnostics(locate(findings, (file) => byName.get(file)));
  if (format === "json") {
    const shown = { diagnostics: diagnostics.map((diagnostic) => toJson(diagnostic, locale.diagnostics)) };
    say(`${JSON.stringify(shown, undefined, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics)
    say(`${formatPretty(diagnostic, locale, { source: byName.get(diagnostic.file), colour })}\n\n`);
}
