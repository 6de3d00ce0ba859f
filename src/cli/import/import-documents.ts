import { dirname, join, sep } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { tableOfDocuments } from "../../import/documents/documents-table.ts";
import { type MarkdownDocument, readDocument } from "../../import/documents/read-document.ts";
import { tableOfPages } from "../../import/labelled-table.ts";
import { nameOf, type Source } from "../../import/read-sources.ts";
import { type ImportedTables, importByMap, type TableRun } from "./import-tables.ts";

const nothing: ImportedTables = { files: [], again: [], leftAlone: 0, findings: [], sources: [] };

/**
 * Imports the Markdown of another generator: its fields are the columns of one table. The map lies in the folder that holds all of the files.
 *
 * @param paths of the command line, absolute
 *
 * Findings: import/*, yaml/*.
 */
export async function importDocuments(
  files: readonly string[],
  paths: readonly string[],
  run: TableRun,
): Promise<ImportedTables> {
  if (files.length === 0) return nothing;
  const documents: MarkdownDocument[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const folder = paths.find((path) => file.startsWith(path + sep)) ?? dirname(file);
    const read = await readDocument(file, folder);
    if (read.value) documents.push(read.value);
    findings.push(...read.findings);
  }
  const folder = commonFolder(files);
  return importByMap(
    {
      tables: documents.length === 0 ? [] : [tableOfDocuments(documents, nameOf(folder))],
      sources: documents.map(({ name, text }) => ({ path: name, text })),
      findings,
      mapFile: join(folder, "fields.map.yaml"),
    },
    run,
  );
}

/** Imports pages that list what they say by labels: the labels are the columns of one table. Findings: import/*. */
export function importLabelled(sources: readonly Source[], run: TableRun): ImportedTables {
  if (sources.length === 0) return nothing;
  const folder = commonFolder(sources.map(({ file }) => file));
  const tables = [tableOfPages(sources, nameOf(folder))];
  return importByMap({ tables, sources: [], findings: [], mapFile: join(folder, "labels.map.yaml") }, run);
}

function commonFolder([first = "", ...others]: readonly string[]): string {
  let folder = dirname(first);
  while (!others.every((file) => file.startsWith(folder + sep)) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
