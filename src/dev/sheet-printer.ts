import type { Browser, BrowserContext } from "playwright-core";
import type { Permalink } from "../core/model/ids.ts";
import type { Paper } from "../core/model/site.ts";
import { installCommand, missingFeature } from "../site/optional-packages.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";

/** Prints single pages for a preview, with one browser that stays open. */
export interface SheetPrinter {
  /** A page as a PDF. Throws `NoPrinter`. */
  print(permalink: Permalink, html: string, paper: Paper): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** No browser can print; the message says why. */
export class NoPrinter extends Error {}

/** Makes a printer that loads and starts its browser for the first page: most sessions print nothing. */
export function createSheetPrinter(site: SiteInMemory): SheetPrinter {
  let session: Promise<{ readonly browser: Browser; readonly context: BrowserContext }> | undefined;
  const open = async () => {
    const { launchBrowser } = await import("../print/browser.ts").catch((error: Error) => {
      throw missingFeature(error) ? new NoPrinter(installCommand("print")) : error;
    });
    const { openSite } = await import("../print/open-site.ts");
    const browser = await launchBrowser().catch((error: Error) => {
      throw new NoPrinter(error.message);
    });
    // After a crash the next page starts a new browser.
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
      const { printOrigin } = await import("../print/open-site.ts");
      const { openTab, printTab, showDocument } = await import("../print/sheets/print-tab.ts");
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
