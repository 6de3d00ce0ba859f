import type { Browser } from "playwright-core";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { Paper } from "../../core/model/site.ts";
import { hasTrait } from "../../pages/kit/context.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { identifyBrowser, launchBrowser } from "../browser.ts";
import { openSite } from "../open-site.ts";
import { readPdf } from "../read-pdf.ts";
import { planSheets, type Sheet } from "../sheets/plan-sheets.ts";
import { runPrintQueue, type UseTab } from "../sheets/print-queue.ts";
import { printTab } from "../sheets/print-tab.ts";
import { checkPages } from "./check-pages.ts";
import { type DocumentMeasures, measureDocument, narrowTab } from "./measure-document.ts";
import { type QrReading, readQr } from "./read-qr.ts";

export interface CheckPrintOptions {
  /** Undefined: that of the site. */
  readonly paper: Paper | undefined;
  /** How many tabs print at the same time. */
  readonly tabs: number;
  readonly progress: (done: number, total: number) => void;
  /** Default: a browser of its own. */
  readonly launch?: () => Promise<Browser>;
}

interface Look {
  readonly pdf: Uint8Array;
  readonly measures: DocumentMeasures;
  readonly qr: QrReading | undefined;
}

const look: UseTab<Sheet, Look> = async (tab, { paper }) => {
  await narrowTab(tab, paper);
  const measures = await measureDocument(tab);
  const qr = await readQr(tab);
  return { measures, qr, pdf: await printTab(tab, paper) };
};

/**
 * Prints every practice, issue and page in the browser and looks at what comes out. Nothing is written. Findings: see
 * `checkPages`; print/unreadable-qr, from a picture of the code as it is printed; print/failed. Throws `NoBrowser`.
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
  const report = (found: readonly Finding[]): void => {
    findings.push(...found);
    options.progress(++done, sheets.length);
  };
  const { baseUrl } = context.archive.site;
  const queue = {
    launch: options.launch ?? launchBrowser,
    openSession: (browser: Browser) => openSite(browser, site, undefined, baseUrl),
    tabs: options.tabs,
  };
  await runPrintQueue(sheets, queue, look, {
    done: async (sheet, seen) => report(await judge(sheet, seen)),
    failed: ({ route }, reason) => report([finding("print/failed", route.file ?? "", { reason })]),
  });
  return findings;
}

async function judge({ route, address, paper }: Sheet, { pdf, measures, qr }: Look): Promise<readonly Finding[]> {
  const file = route.file ?? "";
  const isSheet = route.kind === "practice";
  const { language } = route;
  const pages = checkPages({ file, language, paper, isSheet, pdf: await readPdf(pdf), measures });
  if (!qr || URL.parse(qr.text ?? "")?.href === URL.parse(address)?.href) return pages;
  return [...pages, finding("print/unreadable-qr", file, { found: qr.text, expected: address })];
}
