import type { Browser, BrowserContext, Page } from "playwright-core";
import { NoBrowser } from "../browser.ts";
import { openTab, type PrintJob, printTab, showDocument } from "./print-tab.ts";

/** Browsers to print with. */
export interface Printer {
  /** Starts a browser. May throw `NoBrowser`. */
  readonly launch: () => Promise<Browser>;
  /** Opens a session that sees the site. */
  readonly openSession: (browser: Browser) => Promise<BrowserContext>;
  /** Number of tabs that print in parallel. */
  readonly tabs: number;
}

/** Reads something off a tab that shows the document of a job: its PDF, or more. */
export type UseTab<Job, Result> = (tab: Page, job: Job) => Promise<Result>;

/** A job whose result is there, or that failed at every attempt. */
export type FinishedJob<Job, Result> = { readonly job: Job } & (
  | { readonly result: Result }
  | { readonly reason: string }
);

const maxAttempts = 3;
/** Longer than any sheet takes. A browser that does not answer for so long is closed. */
const answerTimeoutMs = 60_000;

/** Prints a document that is shown in a tab. */
export const printPdf: UseTab<PrintJob, Uint8Array> = (tab, { paper }) => printTab(tab, paper);

/**
 * Shows documents in the tabs of a browser and gives the result of each as soon as it is there. If the browser crashes, a
 * new one is started. Jobs that failed are tried again at the end, one at a time, so that a document that crashes the
 * browser does not take others with it. Throws `NoBrowser`.
 */
export async function* runPrintQueue<Job extends PrintJob, Result>(
  jobs: readonly Job[],
  printer: Printer,
  use: UseTab<Job, Result>,
): AsyncGenerator<FinishedJob<Job, Result>> {
  const [first] = jobs;
  if (!first) return;
  const browser = new RestartingBrowser(printer, first.address);
  try {
    const faulty: { readonly job: Job; readonly reason: string }[] = [];
    for await (const { job, attempt } of tryInTabs(jobs, browser, use)) {
      if ("reason" in attempt) faulty.push({ job, reason: attempt.reason });
      else yield { job, result: attempt.result };
    }
    for (const { job, reason } of faulty) {
      let attempt: Attempt<Result> = { tab: undefined, reason };
      for (let count = 1; count < maxAttempts && "reason" in attempt; count++)
        attempt = await tryOnce(job, { browser, tab: undefined }, use);
      yield "reason" in attempt ? { job, reason: attempt.reason } : { job, result: attempt.result };
    }
  } finally {
    await browser.close();
  }
}

/** Tries each job once, in as many tabs as the printer allows, in the order in which they finish. */
async function* tryInTabs<Job extends PrintJob, Result>(
  jobs: readonly Job[],
  browser: RestartingBrowser,
  use: UseTab<Job, Result>,
) {
  const waiting = [...jobs];
  const running = new Map<number, Promise<{ readonly slot: number; job: Job; attempt: Attempt<Result> }>>();
  const startNext = (slot: number, tab: Page | undefined): void => {
    const job = waiting.shift();
    if (!job) return;
    const trying = tryOnce(job, { browser, tab }, use);
    running.set(
      slot,
      trying.then((attempt) => ({ slot, job, attempt })),
    );
  };
  for (let slot = 0; slot < browser.tabs; slot++) startNext(slot, undefined);
  try {
    while (running.size > 0) {
      const { slot, job, attempt } = await Promise.race(running.values());
      running.delete(slot);
      startNext(slot, attempt.tab);
      yield { job, attempt };
    }
  } finally {
    // After a fault the browser is closed, and the other tabs fail as well.
    void Promise.allSettled(running.values());
  }
}

type Attempt<Result> = { readonly tab: Page | undefined } & ({ readonly result: Result } | { readonly reason: string });

/** Uses the given tab or a new one. A tab in which something failed is not used again. */
async function tryOnce<Job extends PrintJob, Result>(
  job: Job,
  given: { readonly browser: RestartingBrowser; readonly tab: Page | undefined },
  use: UseTab<Job, Result>,
): Promise<Attempt<Result>> {
  const { browser } = given;
  let { tab } = given;
  try {
    const opened = tab ?? (await browser.openTab());
    tab = opened;
    const result = await withTimeout(showDocument(opened, job).then(() => use(opened, job)));
    return { tab: opened, result };
  } catch (error) {
    if (error instanceof NoBrowser) throw error;
    if (error instanceof TimeoutFault) await browser.close();
    else await tab?.close().catch(() => undefined);
    return { tab: undefined, reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

class TimeoutFault extends Error {}

async function withTimeout<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = new TimeoutFault(`no answer for ${answerTimeoutMs / 1000} s`);
    timer = setTimeout(() => reject(fault), answerTimeoutMs);
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

/** A browser session that starts a new browser after a crash. */
class RestartingBrowser {
  private readonly printer: Printer;
  private readonly start: string;
  private running: Promise<Running> | undefined;

  /** @param start an address of the site that answers */
  constructor(printer: Printer, start: string) {
    this.printer = printer;
    this.start = start;
  }

  get tabs(): number {
    return this.printer.tabs;
  }

  async openTab(): Promise<Page> {
    this.running ??= this.launch();
    const { session } = await this.running;
    return openTab(session, this.start);
  }

  /** Closes the browser; the next tab starts a new one. */
  async close(): Promise<void> {
    const running = await this.running?.catch(() => undefined);
    this.running = undefined;
    await running?.browser.close().catch(() => undefined);
  }

  private launch(): Promise<Running> {
    const forget = (): void => {
      if (this.running === launched) this.running = undefined;
    };
    const launched = this.printer.launch().then(async (browser) => {
      browser.on("disconnected", forget);
      return { browser, session: await this.printer.openSession(browser) };
    });
    launched.catch(forget);
    return launched;
  }
}
