import { getMimeType } from "hono/utils/mime";
import type { Browser, BrowserContext } from "playwright-core";
import { outputPath } from "../../../src/archive/permalinks.ts";
import type { Permalink } from "../../../src/core/model/ids.ts";
import type { SiteInMemory } from "../../../src/site/site-in-memory.ts";
import { readWithPrintFonts } from "./print-fonts.ts";

/** The address of the site in the browser. The name is reserved (RFC 6761), and no request leaves for the network. */
export const printOrigin = "http://praktika.localhost";

/**
 * Opens a browser session that sees the site as a build would write it, with static fonts. Scripts are off: paper needs
 * none. All other requests fail.
 */
export async function openSite(browser: Browser, site: SiteInMemory): Promise<BrowserContext> {
  const session = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" });
  await session.route("**/*", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const address = origin + pathname;
    const path = address.startsWith(`${printOrigin}/`)
      ? outputPath(address.slice(printOrigin.length) as Permalink)
      : "";
    const content = path === "" ? undefined : readWithPrintFonts(site, path);
    if (content === undefined) return route.abort();
    return route.fulfill({
      body: typeof content === "string" ? content : Buffer.from(content),
      contentType: getMimeType(path) ?? (path.endsWith(".woff2") ? "font/woff2" : "application/octet-stream"),
    });
  });
  return session;
}
