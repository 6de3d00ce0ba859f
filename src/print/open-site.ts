import { getMimeType } from "hono/utils/mime";
import type { Browser, BrowserContext } from "playwright-core";
import { outputPath } from "../archive/permalinks.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";
import { readWithPrintFonts } from "./print-fonts.ts";

/** Where the browser sees the site; the name is reserved (RFC 6761) and nothing leaves for the network. */
export const printOrigin = "http://praktika.localhost";

/** A file that exists for one printing only, such as a book; asked before the site. */
export type ReadExtra = (path: string) => string | undefined;

/**
 * A browser session that sees the site as a build would write it, but for its fonts. Scripts are off: paper needs none. Requests for anything
 * else fail.
 *
 * @param baseUrl where the site seems to lie, without a slash at the end. Links of a PDF lead there.
 */
export async function openSite(
  browser: Browser,
  site: SiteInMemory,
  readExtra: ReadExtra = () => undefined,
  baseUrl: string = printOrigin,
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
