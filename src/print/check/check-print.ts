import type { Browser } from "playwright-core";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { Paper } from "../../core/model/site.ts";
import { hasTrait } from "../../pages/kit/context.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { identifyBrowser } from "../browser.ts";
import { readPdf } from "../read-pdf.ts";
import { runPrintQueue, type UseTab } from "../sheets/print-queue.ts";
import { printTab } from "../sheets/print-tab.ts";
import { createSitePrinter } from "../sheets/site-printer.ts";
import { checkPages } from "./check-pages.ts";
import { type DocumentMeasures, measureDocument, narrowTab } from "./measure-document.ts";
import { planSheets, type Sheet } from "./plan-pages.ts";
import { type QrReading, readQr } from "./read-qr.ts";

export interface CheckPrintOptions {
  /** Undefined: that of the site. */
  readonly paper: Paper | undefined;
  /** Number of tabs that print in parallel. */
  readonly tabs: number;
  readonly progress: (done: number, total: number) => void;
  /** Default: a browser of its own. */
  readonly launch?: () => Promise<Browser>;
}

/** What is read off a page before and while it is printed. */
interface PrintedPage {
  readonly pdf: Uint8Array;
  readonly measures: DocumentMeasures;
  readonly qr: QrReading | undefined;
}

const measureAndPrint: UseTab<Sheet, PrintedPage> = async (tab, { paper }) => {
  await narrowTab(tab, paper);
  const measures = await measureDocument(tab);
  const qr = await readQr(tab);
  return { measures, qr, pdf: await printTab(tab, paper) };
};

/**
 * Prints every practice, issue and page in the browser and checks the result. Nothing is written. Throws `NoBrowser`.
 *
 * Findings: those of `checkPages`; print/unreadable-qr, from a picture of the code as it is printed; print/failed.
 */
export async function checkPrint(site: SiteInMemory, options: CheckPrintOptions): Promise<readonly Finding[]> {
  const { context } = site;
  // What an editor writes and a reader may print: lists follow from these.
  const routes = context.routes.filter((route) => route.file !== undefined && hasTrait(context, route, "page"));
  const { value: sheets, findings: faults } = planSheets(site, routes, {
    paper: options.paper ?? context.archive.site.paper,
    browser: identifyBrowser(),
  });
  const findings: Finding[] = [...faults];
  let done = 0;
  for await (const finished of runPrintQueue(sheets, createSitePrinter(site, options), measureAndPrint)) {
    const { job: sheet } = finished;
    if ("result" in finished) findings.push(...(await checkSheet(sheet, finished.result)));
    else findings.push(finding("print/failed", sheet.route.file ?? "", { reason: finished.reason }));
    options.progress(++done, sheets.length);
  }
  return findings;
}

async function checkSheet(
  { route, address, paper }: Sheet,
  { pdf, measures, qr }: PrintedPage,
): Promise<readonly Finding[]> {
  const file = route.file ?? "";
  const isSheet = route.kind === "practice";
  const { language } = route;
  const pages = checkPages({ file, language, paper, isSheet, pdf: await readPdf(pdf), measures });
  if (!qr || URL.parse(qr.text ?? "")?.href === URL.parse(address)?.href) return pages;
  return [...pages, finding("print/unreadable-qr", file, { found: qr.text, expected: address })];
}
