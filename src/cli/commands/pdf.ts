import { statSync } from "node:fs";
import { resolve } from "node:path";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { Paper } from "../../core/model/site.ts";
import { createTarget } from "../../core/target.ts";
import { NoBrowser } from "../../print/browser.ts";
import { printSheets } from "../../print/sheets/print-sheets.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { type PreparedSite, prepareSite } from "../../site/prepare-site.ts";
import { sheetFolder } from "../../site/sheet-index.ts";
import { createSiteInMemory } from "../../site/site-in-memory.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { formatSeconds } from "../format-seconds.ts";
import { chooseSheets } from "../pdf/choose-sheets.ts";
import { printIssue } from "../pdf/print-issue.ts";
import { tabsOf } from "../pdf/tabs-of.ts";
import { printErrors } from "../print-errors.ts";
import { createProgress, type Terminal } from "../terminal.ts";

/** `praktika pdf`: practices as sheets. Returns the exit code. */
export async function runPdf(values: Values, ids: readonly string[], terminal: Terminal): Promise<number> {
  terminal.exitOnSignals?.();
  const started = performance.now();
  const root = String(values.root ?? ".");
  const texts = terminal.locale.cli;
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(texts.noFolder(root));
  const folders = resolveFolders(root, { content: asText(values.content) });
  const progress = createProgress(terminal, 1);
  const prepared = await prepareSite({
    folders,
    target: createTarget("web"),
    withDrafts: false,
    withPictures: false,
    tally: asText(values.tally),
    write: true,
    progress: (done, total) => progress.show(texts.reading, done, total),
  });
  progress.clear();
  if (!isReady(prepared)) return printErrors(prepared.findings, prepared.sourceOf, terminal);

  const job: PrintJob = { values, ids, prepared, folders, out: outFolder(values, folders), terminal };
  const work = values.issue === undefined ? printPractices(job, started) : printBooks(job);
  return work.catch((error: unknown) => {
    throw error instanceof NoBrowser ? new Failure(texts.noBrowser(error.message)) : error;
  });
}

interface PrintJob {
  readonly values: Values;
  readonly ids: readonly string[];
  readonly prepared: ReadySite;
  readonly folders: Folders;
  readonly out: string;
  readonly terminal: Terminal;
}

/** Prints the books of an issue. Rejects with `NoBrowser`, `UsageError`, `Failure`. */
async function printBooks({ values, prepared, folders, out, terminal }: PrintJob): Promise<number> {
  const texts = terminal.locale.cli;
  const progress = createProgress(terminal, 1);
  const { books, findings } = await printIssue(createSiteInMemory(prepared, folders), {
    values,
    folders,
    sourceOf: prepared.sourceOf,
    out,
    texts,
    progress: (book, pass) => progress.show(texts.printingBook(book, pass), pass, Math.max(pass, 2)),
  });
  progress.clear();
  for (const { path, pages } of books) terminal.error(`${texts.bookPrinted(path, pages)}\n`);
  return printErrors(findings, prepared.sourceOf, terminal);
}

/** Prints the sheets of practices. Rejects with `NoBrowser`, `UsageError`. @param started of `performance.now` */
async function printPractices(job: PrintJob, started: number): Promise<number> {
  const { values, ids, prepared, folders, out, terminal } = job;
  const { cli: texts, language } = terminal.locale;
  if (values.paper === "a5") throw new UsageError(texts.sheetPaper);
  const progress = createProgress(terminal, 1);
  const result = await printSheets({
    folders,
    site: createSiteInMemory(prepared, folders),
    sourceOf: prepared.sourceOf,
    routes: chooseSheets(prepared, { ids, all: values.all === true, language: values.lang }, terminal.locale),
    paper: (values.paper ?? prepared.site.paper) as Paper,
    out,
    tabs: tabsOf(values),
    progress: (done, total) => progress.show(texts.printing, done, total),
  }).finally(() => progress.clear());
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
  makeFolder(out);
  return out;
}

function asText(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
