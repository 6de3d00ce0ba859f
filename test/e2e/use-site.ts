import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { openSite, type Site } from "./site.ts";

/** Opens the demonstration site and the browser before a file's tests, and closes both after them. */
export function useSite(take: (site: Site, browser: Browser) => void): void {
  let close = async (): Promise<void> => undefined;

  beforeAll(async () => {
    const site = await openSite("pretty");
    close = site.close;
    const browser = await openBrowser();
    close = async () => {
      await browser.close();
      await site.close();
    };
    take(site, browser);
  });

  afterAll(() => close());
}
