import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { Paper } from "../../core/model/site.ts";
import { NoBrowser } from "../../print/browser.ts";
import { printSheets } from "../../print/sheets/print-sheets.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { type PreparedSite, prepareSite } from "../../site/prepare-site.ts";
import { sheetFolder } from "../../site/sheet-index.ts";
import { createSiteInMemory } from "../../site/site-in-memory.ts";
import { UsageError, type Values } from "../arguments.ts";
import { exitOnSignals } from "../exit-on-signals.ts";
import { Failure } from "../failure.ts";
import { formatSeconds } from "../format-seconds.ts";
import { chooseSheets } from "../pdf/choose-sheets.ts";
import { printIssue } from "../pdf/print-issue.ts";
import { tabsOf } from "../pdf/tabs-of.ts";
import { printErrors } from "../print-errors.ts";
import { createProgress, type Terminal } from "../terminal.ts";

/** `praktika pdf`: practices as sheets. Returns the exit code. */
export async function runPdf(values: Values, ids: readonly string[], terminal: Terminal): Promise<number> {
  exitOnSignals();
  const started = performance.now();
  const root = String(values.root ?? ".");
  const { cli: texts, language } = terminal.locale;
  if (!existsSync(root)) throw new UsageError(texts.noFolder(root));
  const folders = resolveFolders(root, { content: asText(values.content) });
  const progress = createProgress(terminal, 1);
  const prepared = await prepareSite({
    folders,
    profile: "full",
    linkStyle: "pretty",
    withDrafts: false,
    withPictures: false,
    tally: asText(values.tally),
    write: true,
    progress: (done, total) => progress.show(texts.reading, done, total),
  });
  progress.clear();
  if (!isReady(prepared)) return printErrors(prepared.findings, prepared.sourceOf, terminal);

  const out = outFolder(values, folders);
  if (values.issue !== undefined) {
    const books = await printIssue(createSiteInMemory(prepared, folders), {
      values,
      folders,
      sourceOf: prepared.sourceOf,
      out,
      texts,
      progress: (book, pass) => progress.show(texts.printingBook(book, pass), pass, Math.max(pass, 2)),
    }).catch((error: unknown) => {
      throw error instanceof NoBrowser ? new Failure(texts.noBrowser(error.message)) : error;
    });
    progress.clear();
    for (const { path, pages } of books) terminal.error(`${texts.bookPrinted(path, pages)}\n`);
    return 0;
  }
  if (values.paper === "a5") throw new UsageError(texts.sheetPaper);
  const routes = chooseSheets(prepared, { ids, all: values.all === true, language: values.lang }, terminal.locale);
  const result = await printSheets({
    folders,
    site: createSiteInMemory(prepared, folders),
    sourceOf: prepared.sourceOf,
    routes,
    paper: (values.paper ?? prepared.site.paper) as Paper,
    out,
    tabs: tabsOf(values),
    progress: (done, total) => progress.show(texts.printing, done, total),
  }).catch((error: unknown) => {
    progress.clear();
    throw error instanceof NoBrowser ? new Failure(texts.noBrowser(error.message)) : error;
  });
  progress.clear();
  printErrors(result.findings, prepared.sourceOf, terminal);
  const seconds = formatSeconds((performance.now() - started) / 1000, language);
  terminal.error(`${texts.sheetsPrinted({ ...result, seconds, folder: out })}\n`);
  return hasErrors(result.findings) ? 1 : 0;
}

type ReadySite = PreparedSite & { readonly context: NonNullable<PreparedSite["context"]> };

function isReady(prepared: PreparedSite): prepared is ReadySite {
  return prepared.context !== undefined && !hasErrors(prepared.findings);
}

function outFolder(values: Values, folders: Folders): string {
  const out = typeof values.out === "string" ? resolve(values.out) : sheetFolder(folders);
  mkdirSync(out, { recursive: true });
  return out;
}

function asText(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
