import type { Browser, BrowserContext } from "playwright-core";
import type { SiteInMemory } from "../build/site-in-memory.ts";
import type { Permalink } from "../model/ids.ts";
import type { Paper } from "../model/site.ts";
import { launchBrowser } from "../print/browser.ts";
import { openSite, printOrigin } from "../print/open-site.ts";
import { openTab, printTab, showDocument } from "../print/sheets/print-tab.ts";

/** Prints single pages for a look at them, with one browser that stays open. */
export interface SheetPrinter {
  /** A page as a PDF. Throws `NoBrowser`. */
  print(permalink: Permalink, html: string, paper: Paper): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A printer whose browser starts with the first page. */
export function createSheetPrinter(site: SiteInMemory): SheetPrinter {
  let session: Promise<{ readonly browser: Browser; readonly context: BrowserContext }> | undefined;
  const open = async () => {
    const browser = await launchBrowser();
    // A browser that was closed or has fallen over is started again for the next page.
    browser.once("disconnected", () => {
      session = undefined;
    });
    return { browser, context: await openSite(browser, site) };
  };
  return {
    async print(permalink, html, paper) {
      session ??= open();
      const { context } = await session.catch((error: unknown) => {
        session = undefined;
        throw error;
      });
      const address = printOrigin + permalink;
      const tab = await openTab(context, address);
      try {
        await showDocument(tab, { address, paper, readHtml: () => html });
        return await printTab(tab, paper);
      } finally {
        await tab.close();
      }
    },
    async close() {
      const open = await session?.catch(() => undefined);
      await open?.browser.close();
    },
  };
}
