import { readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Route } from "../../core/model/route.ts";
import type { Folders } from "../../site/folders.ts";
import {
  createSheetSource,
  readSheetIndex,
  type SheetRecord,
  sheetFolder,
  writeSheetIndex,
} from "../../site/sheet-index.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { countPages } from "../count-pages.ts";
import type { PrintShop } from "../print-shop.ts";
import { planSheets, type Sheet, type SheetOptions } from "./plan-sheets.ts";
import { printSheet } from "./print-sheet.ts";
import { openSheetCache } from "./sheet-cache.ts";

export interface PrintSheetsOptions extends SheetOptions {
  readonly folders: Folders;
  readonly shop: PrintShop;
  readonly sourceOf: (file: string) => string | undefined;
  /** Of practices. */
  readonly routes: readonly Route[];
  /** Absolute path; gets `<language>/<id>.pdf`. */
  readonly out: string;
  readonly progress: (done: number, total: number) => void;
}

export interface PrintedSheets {
  /** Sheets that had to be printed. */
  readonly printed: number;
  /** Sheets that have not changed since they were printed. */
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/**
 * Prints practices to PDF, one sheet each. Every sheet is put in its place as soon as it is printed, so that an interrupted
 * run continues later; a sheet that has not changed since is not printed again. Findings: those of `printSheet`. Rejects with
 * `NoTypst`.
 */
export async function printSheets(options: PrintSheetsOptions): Promise<PrintedSheets> {
  const { folders, shop, out } = options;
  const sheets = planSheets(shop, options.routes, options);
  const cache = openSheetCache(join(folders.state, "cache/pdf"));
  const published = out === sheetFolder(folders) ? openPublishedSheets(options) : undefined;
  const findings: Finding[] = [];
  let done = 0;
  let failed = 0;
  const countDone = (): void => options.progress(++done, sheets.length);
  const deliver = (sheet: Sheet, cached: string): void => {
    if (!published?.has(sheet)) {
      putInPlace(cached, join(out, pathOf(sheet.route)));
      published?.record(sheet, cached);
    }
  };
  const waiting = sheets.filter((sheet) => {
    const cached = cache.find(sheet);
    if (!cached) return true;
    deliver(sheet, cached);
    countDone();
    return false;
  });
  try {
    await Promise.all(
      waiting.map(async (sheet) => {
        const printed = await printSheet(sheet, shop);
        findings.push(...printed.findings);
        if (printed.pdf) deliver(sheet, cache.store(sheet, printed.pdf));
        else failed++;
        countDone();
      }),
    );
  } finally {
    published?.save();
  }
  return { printed: waiting.length - failed, unchanged: sheets.length - waiting.length, findings };
}

/** Path of the sheet of a practice below the folder of sheets. */
function pathOf({ language, key }: Route): string {
  return `${language}/${key}.pdf`;
}

/** Opens the folder from which a build publishes, with its index. Sheets of deleted practices are removed. */
function openPublishedSheets({ folders, shop: { site }, sourceOf }: PrintSheetsOptions) {
  const folder = sheetFolder(folders);
  const sourceFor = createSheetSource(folders, sourceOf);
  const practices = site.context.routes.filter(({ kind }) => kind === "practice");
  const expected = new Set(practices.map(pathOf));
  const isKept = (path: string): boolean => expected.has(path) || /^(?:issues|lists)\//.test(path);
  const before = readSheetIndex(folder);
  const records = new Map(Object.entries(before).filter(([path]) => isKept(path)));
  for (const path of Object.keys(before)) if (!isKept(path)) rmSync(join(folder, path), { force: true });
  return {
    /** True if this version of the sheet is in its place. */
    has({ route, key, version }: Sheet): boolean {
      const path = pathOf(route);
      const record = records.get(path);
      if (record?.key !== key || statSync(join(folder, path), { throwIfNoEntry: false })?.size !== record.bytes)
        return false;
      // A change of the text may not show on paper: record the new source all the same.
      records.set(path, { ...record, version, source: sourceFor([route.file ?? ""]) });
      return true;
    },
    record({ route, key, version }: Sheet, file: string): void {
      const pdf = readFileSync(file);
      const record: SheetRecord = {
        pages: countPages(pdf),
        bytes: pdf.byteLength,
        version,
        key,
        source: sourceFor([route.file ?? ""]),
      };
      records.set(pathOf(route), record);
    },
    save: () => writeSheetIndex(folder, Object.fromEntries(records)),
  };
}

function putInPlace(file: string, target: string): void {
  const content = readFileSync(file);
  const size = statSync(target, { throwIfNoEntry: false })?.size;
  if (size === content.length && content.equals(readFileSync(target))) return;
  makeFolder(dirname(target));
  replaceFile(target, content);
}
