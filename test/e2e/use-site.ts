import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../../src/print/browser.ts";
import { buildSite, type Site } from "./site.ts";

/** Builds the demonstration site and starts a browser before a file's tests, and closes both after them. */
export function useSite(take: (site: Site, browser: Browser) => void): void {
  let close = async (): Promise<void> => undefined;

  beforeAll(async () => {
    const site = await buildSite("pretty");
    close = site.close;
    const browser = await launchBrowser();
    close = async () => {
      await browser.close();
      await site.close();
    };
    take(site, browser);
  });

  afterAll(() => close());
}
