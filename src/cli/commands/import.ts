import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { formatPretty, toJson } from "../../core/diagnostics/printers.ts";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../../core/diagnostics/sort.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { SourceFile } from "../../core/model/document.ts";
import { type ImportedFile, importPages } from "../../import/import-pages.ts";
import type { PictureCopy } from "../../import/pictures.ts";
import {
  isDocument,
  listSources,
  readSource,
  type Source,
  tableKindOf,
  unreadableSource,
} from "../../import/read-sources.ts";
import { locate } from "../../read/locate.ts";
import { resolveFolders } from "../../site/folders.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { importDocuments } from "../import/import-documents.ts";
import { importTables } from "../import/import-tables.ts";
import { knownPracticeOf, listKnownPractices } from "../import/known-practices.ts";
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
  const { site, places } = vocabulary;
  const texts = terminal.locale.cli;
  for (const path of paths) if (!existsSync(path)) throw new UsageError(texts.import.noSuchPath(path));

  const known = listKnownPractices(folders.content, listing.practices);
  const notRead = [...unreadable, ...known.findings];
  // If the import does not see a practice, it adds it a second time.
  if (notRead.length > 0) return printErrors(notRead, () => undefined, terminal);

  const sources = await readSources(paths, texts.reading, terminal);
  const today = todayHere() as CalendarDay;
  const pages = importPages(sources.value, { known: known.value, places, languages: site.languages, today });
  const isDry = values["dry-run"] === true;
  const map = typeof values.map === "string" ? resolve(values.map) : undefined;
  const added = [...known.value, ...pages.files.flatMap(knownPracticeOf)];
  const run = { vocabulary, fields: vocabulary.fields, known: added, today, map, isDry, terminal };
  const tables = await importTables(sources.tables, run);
  const now = { ...run, known: [...added, ...tables.files.flatMap(knownPracticeOf)] };
  const documents = await importDocuments(
    sources.documents,
    paths.map((path) => resolve(path)),
    now,
  );
  const parts = [pages, tables, documents];
  const files = parts.flatMap((part) => part.files);
  const unwritten = putFiles(files, folders.content.folder, { isDry, terminal });
  const findings = [...sources.findings, ...parts.flatMap((part) => part.findings), ...unwritten];
  const counted = files.filter(({ nominations }) => nominations > 0);
  if (counted.length > 0 && !isDry) {
    const file = writeNominations(counted, folders.state);
    terminal.error(`${texts.import.nominations(counted.length, relative(process.cwd(), file))}\n`);
  }
  const shown = [
    ...sources.value.map(({ name, text }) => ({ path: name, text })),
    ...tables.sources,
    ...documents.sources,
  ];
  report(findings, shown, { format: values.format, terminal });
  terminal.error(
    `${texts.import.done({ written: files.length, leftAlone: parts.reduce((sum, part) => sum + part.leftAlone, 0), doubts: findings.length, isDry })}\n`,
  );
  return hasErrors(findings) ? 1 : 0;
}

/** Reads pages and documents, with all in the folders among the paths. */
async function readSources(
  paths: readonly string[],
  label: string,
  terminal: Terminal,
): Promise<Result<readonly Source[]> & { readonly tables: readonly string[]; readonly documents: readonly string[] }> {
  const listed = listSources(paths.map((path) => resolve(path)));
  const findings: Finding[] = [...listed.findings];
  const sources: Source[] = [];
  const progress = createProgress(terminal, 1);
  const isTable = (file: string): boolean => tableKindOf(file) !== undefined;
  const pages = listed.value.filter((file) => !isTable(file) && !isDocument(file));
  for (const [index, file] of pages.entries()) {
    const read = await readSource(file);
    findings.push(...read.findings);
    if (read.value) sources.push(read.value);
    progress.show(label, index + 1, pages.length);
  }
  progress.clear();
  return { value: sources, findings, tables: listed.value.filter(isTable), documents: listed.value.filter(isDocument) };
}

/** Writes the files and prints their paths; a dry run prints their texts instead. Finding: import/unreadable. */
function putFiles(
  files: readonly ImportedFile[],
  contentFolder: string,
  { isDry, terminal }: { readonly isDry: boolean; readonly terminal: Terminal },
): readonly Finding[] {
  return files.flatMap((file) => {
    const target = join(contentFolder, file.path);
    const shown = relative(process.cwd(), target);
    const findings = isDry ? [] : writeImported(file, target, contentFolder);
    terminal.out(isDry ? `=== ${shown}\n${file.text}\n` : `${shown}\n`);
    return findings;
  });
}

/** Writes a practice and copies its pictures. Never overwrites a file. Finding: import/unreadable. */
function writeImported({ text, pictures }: ImportedFile, target: string, contentFolder: string): readonly Finding[] {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text, { flag: "wx" });
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

function report(
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
