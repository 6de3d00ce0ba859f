import { statSync } from "node:fs";
import { resolve } from "node:path";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { Paper } from "../../core/model/site.ts";
import { createTarget } from "../../core/target.ts";
import type { OptionName } from "../../locales/types/cli.ts";
import { printSheets } from "../../print/sheets/print-sheets.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { type PreparedSite, prepareSite } from "../../site/prepare-site.ts";
import { sheetFolder } from "../../site/sheet-index.ts";
import { createSiteInMemory } from "../../site/site-in-memory.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { UsageError, type Values } from "../arguments.ts";
import { formatSeconds } from "../format-seconds.ts";
import { chooseSheets } from "../pdf/choose-sheets.ts";
import { usePrintShop } from "../pdf/open-shop.ts";
import { chooseBooks, chooseSelection, printIssue } from "../pdf/print-issue.ts";
import { processesOf } from "../pdf/processes-of.ts";
import { printErrors, printFindings } from "../print-errors.ts";
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
  const form = formOf(job);
  return form === "sheets" ? printPractices(job, started) : printBooks(job, form);
}

/** What is to be printed. Throws `UsageError` where options contradict each other. */
function formOf({ values, ids, terminal }: PrintJob): "sheets" | "issues" | "booklets" {
  const texts = terminal.locale.cli;
  const isSelection = values.select !== undefined || values.overview === true;
  const together = (names: readonly OptionName[]) => names.filter((name) => values[name] !== undefined);
  const [first, second] = together([
    "all",
    "issue",
    isSelection && values.select === undefined ? "overview" : "select",
  ]);
  if (first && second) throw new UsageError(texts.notTogether(`--${first}`, `--${second}`));
  if (values.issue !== undefined && ids[0] !== undefined) throw new UsageError(texts.unexpectedArgument(ids[0]));
  if (values.title !== undefined && !isSelection) throw new UsageError(texts.onlyWith("--title", "--select"));
  if (isSelection) return "booklets";
  if (values.issue !== undefined) return "issues";
  if (values.impose !== undefined) throw new UsageError(texts.onlyWith("--impose", "--issue, --select"));
  return "sheets";
}

interface PrintJob {
  readonly values: Values;
  readonly ids: readonly string[];
  readonly prepared: ReadySite;
  readonly folders: Folders;
  readonly out: string;
  readonly terminal: Terminal;
}

/** Prints the books of an issue, or booklets of chosen practices. Rejects with `UsageError`. */
async function printBooks(job: PrintJob, folder: "issues" | "booklets"): Promise<number> {
  const { values, ids, prepared, folders, out, terminal } = job;
  const texts = terminal.locale.cli;
  const books =
    folder === "issues"
      ? chooseBooks(prepared.context, values, texts)
      : chooseSelection(prepared.context, { values, ids }, texts);
  const isFolded = values.impose === "booklet";
  const paper = (values.paper ?? (folder === "booklets" && !isFolded ? prepared.site.paper : undefined)) as
    | BookPaper
    | undefined;
  const progress = createProgress(terminal, 1);
  const site = createSiteInMemory(prepared, folders);
  let done = 0;
  const printed = await usePrintShop(site, { folders, processes: processesOf(values) }, (shop) =>
    printIssue(books, shop, {
      paper,
      isFolded,
      folder,
      folders,
      sourceOf: prepared.sourceOf,
      out,
      progress: (book) => progress.show(texts.printingBook(book), ++done, books.length),
    }),
  ).finally(() => progress.clear());
  if ("missing" in printed) return printFindings([printed.missing], prepared.sourceOf, terminal);
  for (const { path, pages } of printed.value.books) terminal.error(`${texts.bookPrinted(path, pages)}\n`);
  return printFindings(printed.value.findings, prepared.sourceOf, terminal);
}

/** Prints the sheets of practices. Rejects with `UsageError`. @param started of `performance.now` */
async function printPractices(job: PrintJob, started: number): Promise<number> {
  const { values, ids, prepared, folders, out, terminal } = job;
  const { cli: texts, language } = terminal.locale;
  if (values.paper === "a5") throw new UsageError(texts.sheetPaper);
  const routes = chooseSheets(prepared, { ids, all: values.all === true, language: values.lang }, terminal.locale);
  const progress = createProgress(terminal, 1);
  const site = createSiteInMemory(prepared, folders);
  const printed = await usePrintShop(site, { folders, processes: processesOf(values) }, (shop) =>
    printSheets({
      folders,
      shop,
      sourceOf: prepared.sourceOf,
      routes,
      paper: (values.paper ?? prepared.site.paper) as Paper,
      out,
      progress: (done, total) => progress.show(texts.printing, done, total),
    }),
  ).finally(() => progress.clear());
  if ("missing" in printed) return printFindings([printed.missing], prepared.sourceOf, terminal);
  const result = printed.value;
  printFindings(result.findings, prepared.sourceOf, terminal);
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
