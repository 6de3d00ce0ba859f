import { copyFileSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
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
import { identifyBrowser, launchBrowser } from "../browser.ts";
import { openSite } from "../open-site.ts";
import { setPdfAuthor } from "../pdf-author.ts";
import { readOverview } from "../read-pdf.ts";
import { planSheets, type Sheet } from "./plan-sheets.ts";
import { printPdf, runPrintQueue } from "./print-queue.ts";
import { openSheetCache } from "./sheet-cache.ts";

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
  /** How many tabs print at the same time. */
  readonly tabs: number;
  readonly progress: (done: number, total: number) => void;
  /** Default: a browser of its own. */
  readonly launch?: () => Promise<Browser>;
}

export interface PrintedSheets {
  /** Sheets that the browser had to print. */
  readonly printed: number;
  /** Sheets that had been printed before just as they are now. */
  readonly unchanged: number;
  readonly findings: readonly Finding[];
}

/**
 * Prints practices to PDF, one sheet each. A sheet is in its place, whole, as soon as it is printed, so that a run that is cut
 * off goes on where it was; what has not changed since is not printed again, and needs no browser. Findings: print/failed, and
 * whatever templates do wrong. Throws `NoBrowser`.
 */
export async function printSheets(options: PrintSheetsOptions): Promise<PrintedSheets> {
  const { folders, site, out, progress } = options;
  const plan = planSheets(site, options.routes, { paper: options.paper, browser: identifyBrowser() });
  const sheets = plan.value;
  const findings: Finding[] = [...plan.findings];
  const cache = openSheetCache(join(folders.state, "cache/pdf"));
  const shelf = out === sheetFolder(folders) ? openShelf(options) : undefined;
  let done = 0;
  const deliver = async (sheet: Sheet, cached: string): Promise<void> => {
    const target = join(out, pathOf(sheet.route));
    if (!shelf?.has(sheet)) {
      putInPlace(cached, target);
      await shelf?.record(sheet, cached);
    }
    progress(++done, sheets.length);
  };
  try {
    const waiting: Sheet[] = [];
    for (const sheet of sheets) {
      const cached = cache.find(sheet);
      if (cached) await deliver(sheet, cached);
      else waiting.push(sheet);
    }
    const { baseUrl } = site.context.archive.site;
    const queue = {
      launch: options.launch ?? launchBrowser,
      openSession: (browser: Browser) => openSite(browser, site, undefined, baseUrl),
      tabs: options.tabs,
    };
    let failed = 0;
    await runPrintQueue(waiting, queue, printPdf, {
      done: (sheet, pdf) => deliver(sheet, cache.store(sheet, setPdfAuthor(pdf, sheet.author))),
      failed: ({ route }, reason) => {
        failed++;
        findings.push(finding("print/failed", route.file ?? "", { reason }));
        progress(++done, sheets.length);
      },
    });
    const printed = waiting.length - failed;
    return { printed, unchanged: sheets.length - waiting.length, findings };
  } finally {
    shelf?.save();
  }
}

/** Where the sheet of a practice lies, below the folder of sheets. */
function pathOf({ language, key }: Route): string {
  return `${language}/${key}.pdf`;
}

/** The folder from which a build publishes, with its index. Sheets of practices that are no more are taken away. */
function openShelf({ folders, site, sourceOf }: PrintSheetsOptions) {
  const folder = sheetFolder(folders);
  const sourceFor = createSheetSource(folders, sourceOf);
  const practices = site.context.routes.filter(({ kind }) => kind === "practice");
  const expected = new Set(practices.map(pathOf));
  const isKept = (path: string): boolean => expected.has(path) || path.startsWith("issues/");
  const before = readSheetIndex(folder);
  const records = new Map(Object.entries(before).filter(([path]) => isKept(path)));
  for (const path of Object.keys(before)) if (!isKept(path)) rmSync(join(folder, path), { force: true });
  return {
    /** True if this very sheet is in its place, and nothing has to be done. */
    has({ route, key }: Sheet): boolean {
      const path = pathOf(route);
      const record = records.get(path);
      if (record?.key !== key || statSync(join(folder, path), { throwIfNoEntry: false })?.size !== record.bytes)
        return false;
      // The text may have changed in a way that is not seen on paper.
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

/** Copies a file so that whoever looks for it finds the old one or the new one, whole. */
function putInPlace(file: string, target: string): void {
  if (isSame(file, target)) return;
  makeFolder(dirname(target));
  const unfinished = `${target}.${process.pid}.part`;
  copyFileSync(file, unfinished);
  renameSync(unfinished, target);
}

function isSame(file: string, target: string): boolean {
  const size = statSync(target, { throwIfNoEntry: false })?.size;
  return size === statSync(file).size && readFileSync(file).equals(readFileSync(target));
}
