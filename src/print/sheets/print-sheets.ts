import { readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { Route } from "../../core/model/route.ts";
import type { Paper } from "../../core/model/site.ts";
import type { Folders } from "../../site/folders.ts";
import {
  createSheetSource,
  readSheetIndex,
  type SheetRecord,
  sheetFolder,
  writeSheetIndex,
} from "../../site/sheet-index.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { identifyBrowser } from "../browser.ts";
import { setPdfAuthor } from "../pdf-author.ts";
import { readOverview } from "../read-pdf.ts";
import { planSheets, type Sheet } from "./plan-sheets.ts";
import { printPdf, runPrintQueue } from "./print-queue.ts";
import { openSheetCache } from "./sheet-cache.ts";
import { createSitePrinter } from "./site-printer.ts";

export interface PrintSheetsOptions {
  readonly folders: Folders;
  /** Prepared without printed sheets: a sheet does not depend on the last one. */
  readonly site: SiteInMemory;
  readonly sourceOf: (file: string) => string | undefined;
  /** Of practices. */
  readonly routes: readonly Route[];
  readonly paper: Paper;
  /** Absolute path; gets `<language>/<id>.pdf`. */
  readonly out: string;
  /** Number of tabs that print in parallel. */
  readonly tabs: number;
  readonly progress: (done: number, total: number) => void;
  /** Default: a browser of its own. */
  readonly launch?: () => Promise<Browser>;
}

export interface PrintedSheets {
  /** Sheets that the browser had to print. */
  readonly printed: number;
  /** Sheets that have not changed since they were printed. */
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/**
 * Prints practices to PDF, one sheet each. Every sheet is put in its place as soon as it is printed, so that an interrupted
 * run continues later; a sheet that has not changed since is not printed again and needs no browser. Findings: print/failed,
 * template/*. Throws `NoBrowser`.
 */
export async function printSheets(options: PrintSheetsOptions): Promise<PrintedSheets> {
  const { folders, site, out } = options;
  const plan = planSheets(site, options.routes, { paper: options.paper, browser: identifyBrowser() });
  const findings: Finding[] = [...plan.findings];
  const cache = openSheetCache(join(folders.state, "cache/pdf"));
  const published = out === sheetFolder(folders) ? openPublishedSheets(options) : undefined;
  let done = 0;
  const countDone = (): void => options.progress(++done, plan.value.length);
  const deliver = async (sheet: Sheet, cached: string): Promise<void> => {
    if (!published?.has(sheet)) {
      putInPlace(cached, join(out, pathOf(sheet.route)));
      await published?.record(sheet, cached);
    }
    countDone();
  };
  try {
    const waiting: Sheet[] = [];
    for (const sheet of plan.value) {
      const cached = cache.find(sheet);
      if (cached) await deliver(sheet, cached);
      else waiting.push(sheet);
    }
    let failed = 0;
    for await (const finished of runPrintQueue(waiting, createSitePrinter(site, options), printPdf)) {
      const { job: sheet } = finished;
      if ("result" in finished) {
        await deliver(sheet, cache.store(sheet, setPdfAuthor(finished.result, sheet.author)));
        continue;
      }
      failed++;
      findings.push(finding("print/failed", sheet.route.file ?? "", { reason: finished.reason }));
      countDone();
    }
    return { printed: waiting.length - failed, unchanged: plan.value.length - waiting.length, findings };
  } finally {
    published?.save();
  }
}

/** Path of the sheet of a practice below the folder of sheets. */
function pathOf({ language, key }: Route): string {
  return `${language}/${key}.pdf`;
}

/** Opens the folder from which a build publishes, with its index. Sheets of deleted practices are removed. */
function openPublishedSheets({ folders, site, sourceOf }: PrintSheetsOptions) {
  const folder = sheetFolder(folders);
  const sourceFor = createSheetSource(folders, sourceOf);
  const practices = site.context.routes.filter(({ kind }) => kind === "practice");
  const expected = new Set(practices.map(pathOf));
  const isKept = (path: string): boolean => expected.has(path) || path.startsWith("issues/");
  const before = readSheetIndex(folder);
  const records = new Map(Object.entries(before).filter(([path]) => isKept(path)));
  for (const path of Object.keys(before)) if (!isKept(path)) rmSync(join(folder, path), { force: true });
  return {
    /** True if this version of the sheet is in its place. */
    has({ route, key }: Sheet): boolean {
      const path = pathOf(route);
      const record = records.get(path);
      if (record?.key !== key || statSync(join(folder, path), { throwIfNoEntry: false })?.size !== record.bytes)
        return false;
      // A change of the text may not show on paper: record the new source all the same.
      records.set(path, { ...record, source: sourceFor([route.file ?? ""]) });
      return true;
    },
    async record({ route, key }: Sheet, file: string): Promise<void> {
      const pdf = readFileSync(file);
      const { pageCount } = await readOverview(pdf);
      const record: SheetRecord = {
        pages: pageCount,
        bytes: pdf.byteLength,
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
