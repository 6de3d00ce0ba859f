import { getMimeType } from "hono/utils/mime";
import type { Browser, BrowserContext } from "playwright-core";
import { outputPath } from "../archive/permalinks.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";
import { readWithPrintFonts } from "./print-fonts.ts";

/** The address of the site in the browser. The name is reserved (RFC 6761), and no request leaves for the network. */
export const printOrigin = "http://praktika.localhost";

export interface OpenedSite {
  /** Reads a file that exists for one printing only, such as a book. It is asked before the site. */
  readonly readExtra?: (path: string) => string | undefined;
  /** Address of the site in the browser, without a slash at the end; the links of a PDF lead there. */
  readonly baseUrl?: string;
}

/**
 * Opens a browser session that sees the site as a build would write it, with static fonts. Scripts are off: paper needs
 * none. All other requests fail.
 */
export async function openSite(
  browser: Browser,
  site: SiteInMemory,
  { readExtra = () => undefined, baseUrl = printOrigin }: OpenedSite = {},
): Promise<BrowserContext> {
  const session = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" });
  await session.route("**/*", (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const address = origin + pathname;
    const path = address.startsWith(`${baseUrl}/`) ? outputPath(address.slice(baseUrl.length) as Permalink) : "";
    const content = readExtra(path) ?? (path === "" ? undefined : readWithPrintFonts(site, path));
    if (content === undefined) return route.abort();
    return route.fulfill({
      body: typeof content === "string" ? content : Buffer.from(content),
      contentType: getMimeType(path) ?? (path.endsWith(".woff2") ? "font/woff2" : "application/octet-stream"),
    });
  });
  return session;
}
