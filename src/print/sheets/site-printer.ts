import type { Browser } from "playwright-core";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { launchBrowser } from "../browser.ts";
import { openSite } from "../open-site.ts";
import type { Printer } from "./print-queue.ts";

export interface SitePrinterOptions {
  /** Number of tabs that print in parallel. */
  readonly tabs: number;
  /** Default: a browser of its own. */
  readonly launch?: () => Promise<Browser>;
}

/** Prints pages of a site as they are on the web: the links of a PDF lead to the site's address. */
export function createSitePrinter(site: SiteInMemory, { tabs, launch = launchBrowser }: SitePrinterOptions): Printer {
  const { baseUrl } = site.context.archive.site;
  return { launch, openSession: (browser) => openSite(browser, site, { baseUrl }), tabs };
}
