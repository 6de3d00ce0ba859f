import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { launchBrowser } from "../browser.ts";
import { openSite } from "../open-site.ts";
import type { Printer } from "./print-queue.ts";

/** Prints pages of a site as they are on the web: the links of a PDF lead to the site's address. */
export function createSitePrinter(site: SiteInMemory, tabs: number): Printer {
  const { baseUrl } = site.context.archive.site;
  return { launch: launchBrowser, openSession: (browser) => openSite(browser, site, { baseUrl }), tabs };
}
