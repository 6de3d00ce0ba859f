import type { Browser, BrowserContext, Page } from "playwright-core";
import { NoBrowser } from "../browser.ts";
import { openTab, type PrintJob, printTab, showDocument } from "./print-tab.ts";

export interface PrintQueueOptions {
  /** Starts a browser. May throw `NoBrowser`. */
  readonly launch: () => Promise<Browser>;
  /** Opens a session that sees the site. */
  readonly openSession: (browser: Browser) => Promise<BrowserContext>;
  /** How many tabs print at the same time. */
  readonly tabs: number;
}

/** What a tab does with a document that it shows; may read more than the PDF off it. */
export type UseTab<Job, Result> = (tab: Page, job: Job) => Promise<Result>;

/** Told of every document as soon as it is done. */
export interface PrintReport<Job, Result> {
  readonly done: (job: Job, result: Result) => void | Promise<void>;
  /** The document failed as often as it was tried. */
  readonly failed: (job: Job, reason: string) => void;
}

const mostAttempts = 3;
/** Longer than any sheet takes: a browser that says nothing for so long is given up. */
const longestMilliseconds = 60_000;

/** Prints a document that is shown in a tab. */
export const printPdf: UseTab<PrintJob, Uint8Array> = (tab, { paper }) => printTab(tab, paper);

/**
 * Shows documents in the tabs of a browser, one after the other, and hands on what is made of each. A browser that falls over
 * costs what it had in hand: a new one is started. What failed is tried again at the end, one at a time, so that a document
 * that fells the browser cannot take others with it. Throws `NoBrowser`.
 */
export async function runPrintQueue<Job extends PrintJob, Result>(
  jobs: readonly Job[],
  options: PrintQueueOptions,
  use: UseTab<Job, Result>,
  report: PrintReport<Job, Result>,
): Promise<void> {
  const [first] = jobs;
  if (!first) return;
  const browser = new RestartingBrowser(options, first.address);
  try {
    const waiting = [...jobs];
    const faulty: { job: Job; reason: string }[] = [];
    const work = async (): Promise<void> => {
      let tab: Page | undefined;
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const attempt = await tryOnce(job, tab, browser, use);
        tab = attempt.tab;
        if ("reason" in attempt) faulty.push({ job, reason: attempt.reason });
        else await report.done(job, attempt.result);
      }
    };
    const stop = (error: unknown): never => {
      waiting.length = 0;
      throw error;
    };
    await Promise.all(Array.from({ length: Math.min(options.tabs, jobs.length) }, () => work().catch(stop)));
    for (const { job, reason } of faulty) {
      let attempt: Attempt<Result> = { tab: undefined, reason };
      for (let count = 1; count < mostAttempts && "reason" in attempt; count++)
        attempt = await tryOnce(job, undefined, browser, use);
      if ("reason" in attempt) report.failed(job, attempt.reason);
      else await report.done(job, attempt.result);
    }
  } finally {
    await browser.close();
  }
}

type Attempt<Result> = { readonly tab: Page | undefined } & ({ readonly result: Result } | { readonly reason: string });

/** Uses the given tab or a new one. A tab in which something failed is not used again. */
async function tryOnce<Job extends PrintJob, Result>(
  job: Job,
  given: Page | undefined,
  browser: RestartingBrowser,
  use: UseTab<Job, Result>,
): Promise<Attempt<Result>> {
  let tab = given;
  try {
    const opened = tab ?? (await browser.openTab());
    tab = opened;
    const result = await withinTime(showDocument(opened, job).then(() => use(opened, job)));
    return { tab: opened, result };
  } catch (error) {
    if (error instanceof NoBrowser) throw error;
    if (error instanceof NoAnswer) await browser.close();
    else await tab?.close().catch(() => undefined);
    return { tab: undefined, reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

class NoAnswer extends Error {}

async function withinTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswer(`no answer for ${longestMilliseconds / 1000} s`)),
      longestMilliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Running {
  readonly browser: Browser;
  readonly session: BrowserContext;
}

/** A browser session that is there again after the browser has fallen over. */
class RestartingBrowser {
  private readonly options: PrintQueueOptions;
  private readonly start: string;
  private running: Promise<Running> | undefined;

  /** @param start an address of the site that answers */
  constructor(options: PrintQueueOptions, start: string) {
    this.options = options;
    this.start = start;
  }

  async openTab(): Promise<Page> {
    this.running ??= this.launch();
    const { session } = await this.running;
    return openTab(session, this.start);
  }

  /** Ends the browser; the next tab begins with a new one. */
  async close(): Promise<void> {
    const running = await this.running?.catch(() => undefined);
    this.running = undefined;
    await running?.browser.close().catch(() => undefined);
  }

  private launch(): Promise<Running> {
    const forget = (): void => {
      if (this.running === launched) this.running = undefined;
    };
    const launched = this.options.launch().then(async (browser) => {
      browser.on("disconnected", forget);
      return { browser, session: await this.options.openSession(browser) };
    });
    launched.catch(forget);
    return launched;
  }
}
