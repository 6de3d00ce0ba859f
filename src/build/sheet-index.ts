import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { outputPath, permalinks } from "../archive/permalinks.ts";
import type { Archive } from "../model/archive.ts";
import type { Permalink } from "../model/ids.ts";
import type { SheetPdf } from "../model/sheet-pdf.ts";
import type { Folders } from "./folders.ts";

/** What is known of a printed sheet in the folder from which a build publishes. */
export interface SheetRecord extends SheetPdf {
  /** Which printing it is; see `Sheet` in print/. */
  readonly key: string;
  /** `sheetSource` as it was when the sheet was printed. */
  readonly source: string;
}

/** By path below the folder: `bg/x.pdf`. */
export type SheetIndex = Readonly<Record<string, SheetRecord>>;

const version = 1;
const schema = z.object({
  version: z.literal(version),
  sheets: z.record(z.string(), z.object({ pages: z.number(), bytes: z.number(), key: z.string(), source: z.string() })),
});

/** Where `praktika pdf` puts sheets unless told otherwise, and where a build looks for them. */
export function sheetFolder({ state }: Pick<Folders, "state">): string {
  return join(state, "pdf");
}

/** The index of a folder of sheets; empty if there is none or it is damaged. */
export function readSheetIndex(folder: string): SheetIndex {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, "index.json"), "utf8"))).sheets;
  } catch {
    return {};
  }
}

/** Replaces the index in one step. */
export function writeSheetIndex(folder: string, index: SheetIndex): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `index.json.${process.pid}`);
  const sheets = Object.fromEntries(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(temporary, JSON.stringify({ version, sheets }, undefined, 1));
  renameSync(temporary, join(folder, "index.json"));
}

/** A hash of the files that an editor would change to change a sheet: the practice's own, site.yaml and themes.yaml. */
export function createSheetSource(
  { content }: Pick<Folders, "content">,
  sourceOf: (file: string) => string | undefined,
): (file: string) => string {
  const shared = ["site.yaml", "themes.yaml"].map((name) => sourceOf(`${content.name}/${name}`) ?? "");
  return (file) => hash("sha256", JSON.stringify([sourceOf(file) ?? "", ...shared]));
}

/**
 * The sheets that a build publishes: those that are there whole, and were printed of the files as they are now. Others, such as
 * that of a practice whose text has been changed since, are left out until `praktika pdf` has been run again.
 */
export function findPublishedSheets(
  folders: Pick<Folders, "state" | "content">,
  archive: Archive,
  sourceOf: (file: string) => string | undefined,
): ReadonlyMap<Permalink, SheetPdf> {
  const folder = sheetFolder(folders);
  const index = readSheetIndex(folder);
  const sheets = new Map<Permalink, SheetPdf>();
  if (Object.keys(index).length === 0) return sheets;
  const sourceFor = createSheetSource(folders, sourceOf);
  for (const { language, practices } of archive.editions.values()) {
    for (const { item } of practices) {
      const path = `${language}/${item.id}.pdf`;
      const record = index[path];
      if (!record || record.source !== sourceFor(item.file) || sizeOf(join(folder, path)) !== record.bytes) continue;
      sheets.set(permalinks.sheetPdf(language, item.id), { pages: record.pages, bytes: record.bytes });
    }
  }
  return sheets;
}

/** The printed sheet that is published under a permalink. */
export function readPublishedSheet(folders: Pick<Folders, "state">, permalink: Permalink): Uint8Array {
  return readFileSync(join(sheetFolder(folders), outputPath(permalink).slice("pdf/".length)));
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
