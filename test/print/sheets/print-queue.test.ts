import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { describe as describeFinding } from "../../../src/core/diagnostics/describe.ts";
import { finding } from "../../../src/core/diagnostics/finding.ts";
import { locales } from "../../../src/locales/locales.ts";
import { launchBrowser, NoBrowser } from "../../../src/print/browser.ts";
import { planSheets, type Sheet } from "../../../src/print/check/plan-pages.ts";
import { openSite } from "../../../src/print/open-site.ts";
import { readPdf } from "../../../src/print/read-pdf.ts";
import {
  type FinishedJob,
  type Printer,
  printPdf,
  runPrintQueue,
  type UseTab,
} from "../../../src/print/sheets/print-queue.ts";
import { temporaryRoot } from "../../run-praktika.ts";
import { prepareForPrint } from "../prepared-site.ts";

/** Sheets of the small site, and a queue whose browsers can be looked at. */
async function prepareQueue() {
  const { site, routes } = await prepareForPrint(temporaryRoot("small-site"));
  const sheets = planSheets(site, routes, { paper: "a4", browser: "" }).value;
  const browsers: Browser[] = [];
  const printer: Printer = {
    launch: async () => {
      const browser = await launchBrowser();
      browsers.push(browser);
      return browser;
    },
    openSession: (browser) => openSite(browser, site, { baseUrl: site.context.archive.site.baseUrl }),
    tabs: 2,
  };
  return { sheets, browsers, printer };
}

/** Ends the process of a browser as the system does when memory runs out. */
async function kill(browser: Browser | undefined): Promise<void> {
  const session = await browser?.newBrowserCDPSession();
  const found = await session?.send("SystemInfo.getProcessInfo");
  const pid = found?.processInfo.find(({ type }) => type === "browser")?.id;
  if (pid === undefined) throw new Error("the browser has no process");
  process.kill(pid, "SIGKILL");
}

function collect() {
  const pdfs = new Map<string, Uint8Array>();
  const reasons = new Map<string, string>();
  const take = (finished: FinishedJob<Sheet, Uint8Array>): void => {
    if ("result" in finished) pdfs.set(finished.job.name, finished.result);
    else reasons.set(finished.job.name, finished.reason);
  };
  return { pdfs, reasons, take };
}

describe("runPrintQueue", () => {
  it("prints on with a new browser when the old one is killed in the middle of a sheet", async () => {
    const { sheets, browsers, printer } = await prepareQueue();
    const { pdfs, reasons, take } = collect();
    let kills = 0;
    const use: UseTab<Sheet, Uint8Array> = async (tab, sheet) => {
      if (pdfs.size >= 1 && kills === 0) {
        kills++;
        await kill(browsers[0]);
      }
      return printPdf(tab, sheet);
    };
    for await (const finished of runPrintQueue(sheets, printer, use)) take(finished);
    expect(kills).toBe(1);
    expect(browsers.length).toBe(2);
    expect(reasons).toEqual(new Map());
    expect([...pdfs.keys()].sort()).toEqual(sheets.map(({ name }) => name).sort());
    for (const pdf of pdfs.values()) expect((await readPdf(pdf)).isTagged).toBe(true);
    expect(browsers.every((browser) => !browser.isConnected())).toBe(true);
  });

  it("gives up a sheet that fails three times, and prints the others", async () => {
    const { sheets, printer } = await prepareQueue();
    const { pdfs, reasons, take } = collect();
    const bad = sheets[1]?.name ?? "";
    let attempts = 0;
    const use: UseTab<Sheet, Uint8Array> = async (tab, sheet) => {
      if (sheet.name === bad) {
        attempts++;
        throw new Error("Printing failed\nwith details");
      }
      return printPdf(tab, sheet);
    };
    for await (const finished of runPrintQueue(sheets, printer, use)) take(finished);
    expect(attempts).toBe(3);
    expect([...reasons]).toEqual([[bad, "Printing failed"]]);
    expect([...pdfs.keys()].sort()).toEqual(
      sheets
        .map(({ name }) => name)
        .filter((name) => name !== bad)
        .sort(),
    );
    for (const language of ["bg", "en"] as const)
      expect(
        describeFinding(finding("print/failed", bad, { reason: "Printing failed" }), locales[language].diagnostics)
          .message,
      ).toContain("Printing failed");
  });

  it("shows each sheet as it is and where it is, whatever the tab has shown before", async () => {
    const { sheets, printer } = await prepareQueue();
    const seen: (readonly string[])[] = [];
    const use: UseTab<Sheet, string[]> = (tab) =>
      tab.evaluate<string[]>(
        `[location.href, document.querySelector("h1").innerText, document.querySelector("main a[href]").href]`,
      );
    for await (const finished of runPrintQueue(sheets, { ...printer, tabs: 1 }, use))
      seen.push("result" in finished ? finished.result : expect.fail(finished.reason));
    expect(seen.map(([address]) => address)).toEqual(sheets.map(({ address }) => address));
    expect(new Set(seen.map(([, title]) => title)).size).toBe(sheets.length);
    for (const [address = "", , link] of seen) expect(link).toMatch(new URL(address).origin);
  });

  it("says so at once if there is no browser, and if what is done with a sheet fails", async () => {
    const { sheets, browsers, printer } = await prepareQueue();
    const launch = () => Promise.reject(new NoBrowser("none"));
    await expect(Array.fromAsync(runPrintQueue(sheets, { ...printer, launch }, printPdf))).rejects.toThrow(NoBrowser);
    const store = async () => {
      for await (const _ of runPrintQueue(sheets, printer, printPdf)) throw new Error("no space left on device");
    };
    await expect(store()).rejects.toThrow("no space left");
    expect(browsers.map((browser) => browser.isConnected())).toEqual([false]);
  });
});
