import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Result } from "../core/diagnostics/finding.ts";
import type { CalendarDay } from "../core/language/calendar-day.ts";
import type { Language } from "../core/language/language.ts";
import type { Archive, IssueEntry } from "../core/model/archive.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { SheetPdf } from "../core/model/sheet-pdf.ts";
import { listBooklets } from "../pages/booklets/list-booklets.ts";
import { isAbsent, unreadable } from "../read/unreadable.ts";
import { makeFolder } from "../state/make-folder.ts";
import { replaceFile } from "../state/replace-file.ts";
import type { Folders } from "./folders.ts";

/** What is known of a printed sheet or book in the folder from which a build publishes. */
export interface SheetRecord extends SheetPdf {
  /** Which printing it is; see `Sheet` and `keyOfBook` in print/. */
  readonly key: string;
  /** What `createSheetSource` says of its files, as it was when it was printed. */
  readonly source: string;
}

/** By path below the folder: `bg/x.pdf`, `issues/2007.bg.pdf`. */
export type SheetIndex = Readonly<Record<string, SheetRecord>>;

const indexVersion = 2;
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .transform((written) => written as CalendarDay);
const schema = z.object({
  version: z.literal(indexVersion),
  sheets: z.record(
    z.string(),
    z.object({ pages: z.number(), bytes: z.number(), version: day, key: z.string(), source: z.string() }),
  ),
});

/** Where `praktika pdf` puts sheets unless told otherwise, and where a build looks for them. */
export function sheetFolder({ state }: Pick<Folders, "state">): string {
  return join(state, "pdf");
}

/** The index of a folder of sheets; empty if there is none or it is damaged. Throws what the system says if it cannot be read. */
export function readSheetIndex(folder: string): SheetIndex {
  let text: string;
  try {
    text = readFileSync(join(folder, "index.json"), "utf8");
  } catch (error) {
    if (isAbsent(error)) return {};
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text)).sheets;
  } catch {
    return {};
  }
}

/** Replaces the index in one step. */
export function writeSheetIndex(folder: string, index: SheetIndex): void {
  makeFolder(folder);
  const sheets = Object.fromEntries(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)));
  replaceFile(join(folder, "index.json"), JSON.stringify({ version: indexVersion, sheets }, undefined, 1));
}

/** A hash of the files that an editor would change to change what is printed: those given, site.yaml and themes.yaml. */
export function createSheetSource(
  { content }: Pick<Folders, "content">,
  sourceOf: (file: string) => string | undefined,
): (files: readonly string[]) => string {
  const shared = ["site.yaml", "themes.yaml"].map((name) => `${content.name}/${name}`);
  return (files) => hash("sha256", JSON.stringify([...files, ...shared].map((file) => sourceOf(file) ?? "")));
}

/** The files of which a book is made, with one issue for each of its languages. */
export function bookFiles(parts: readonly IssueEntry[]): readonly string[] {
  const files = parts.flatMap(({ issue, practices }) => [issue.file, ...practices.map(({ item }) => item.file)]);
  return [...new Set(files)].sort();
}

/**
 * The sheets and books that a build publishes: those that are there whole, and were printed of the files as they are now.
 * Others, such as the sheet of a practice whose text has been changed since, are left out until they have been printed again.
 *
 * Finding: content/unreadable.
 */
export function findPublishedSheets(
  folders: Pick<Folders, "state" | "content">,
  archive: Archive,
  sourceOf: (file: string) => string | undefined,
): Result<ReadonlyMap<Permalink, SheetPdf>> {
  try {
    return { value: listPublishedSheets(folders, archive, sourceOf), findings: [] };
  } catch (error) {
    // Without the index the site would lose all its sheets, and nobody would know why.
    return { value: new Map(), findings: [unreadable(`${basename(folders.state)}/pdf`, error, "folder")] };
  }
}

function listPublishedSheets(
  folders: Pick<Folders, "state" | "content">,
  archive: Archive,
  sourceOf: (file: string) => string | undefined,
): ReadonlyMap<Permalink, SheetPdf> {
  const folder = sheetFolder(folders);
  const index = readSheetIndex(folder);
  const sheets = new Map<Permalink, SheetPdf>();
  if (Object.keys(index).length === 0) return sheets;
  const sourceFor = createSheetSource(folders, sourceOf);
  const publish = (permalink: Permalink, files: () => readonly string[]): boolean => {
    const path = pathBelowFolder(permalink);
    const record = index[path];
    if (!record || sizeOf(join(folder, path)) !== record.bytes || record.source !== sourceFor(files())) return false;
    const { pages, bytes, version } = record;
    sheets.set(permalink, { pages, bytes, version });
    return true;
  };
  const issues: { readonly language: Language; readonly entry: IssueEntry }[] = [];
  for (const edition of archive.editions.values()) {
    const { language, practices, issues: entries } = edition;
    for (const { item } of practices) publish(permalinks.sheetPdf(language, item.id), () => [item.file]);
    issues.push(...[...entries.values()].map((entry) => ({ language, entry })));
    const lists = archive.site.pdfBooklets ? listBooklets(edition) : [];
    for (const list of lists)
      publish(permalinks.listPdf(list.permalink), () => list.practices.map(({ item }) => item.file).sort());
  }
  const books = Map.groupBy(issues, ({ language, entry }) => permalinks.bookPdf(language, entry.issue));
  for (const [permalink, parts] of books) {
    const files = (): readonly string[] => bookFiles(parts.map(({ entry }) => entry));
    if (publish(permalink, files)) continue;
    for (const { language, entry } of parts) {
      publish(permalinks.bookPdf(language, { ...entry.issue, bilingual: false }), files);
      const hasVolume = (number: number): boolean =>
        publish(permalinks.volumePdf(language, entry.issue, number), files);
      for (let number = 1; hasVolume(number); ) number++;
    }
  }
  return sheets;
}

/** The printed sheet or book that is published under a permalink. */
export function readPublishedSheet(folders: Pick<Folders, "state">, permalink: Permalink): Uint8Array {
  return readFileSync(join(sheetFolder(folders), pathBelowFolder(permalink)));
}

function pathBelowFolder(permalink: Permalink): string {
  return outputPath(permalink).slice("pdf/".length);
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
