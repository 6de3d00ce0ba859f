import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { filesOf, isComplaint, type LinkStyle, type Site, withoutWorker } from "./site.ts";

/** A reader who chooses practices: pages that share what the browser stores. */
export interface Visit {
  readonly session: BrowserContext;
  readonly page: Page;
  /** Complaints of the browser, and requests that leave the site. */
  readonly faults: string[];
  /** The address of a folder of the site, such as `bg/print/`. */
  address(path: string): string;
}

/** Visits the site where its links lead: a built site with `files` is opened from the disk. */
export async function visit(
  browser: Browser,
  site: Site,
  style: LinkStyle,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const root = style === "files" ? pathToFileURL(join(site.folder, "/")).href : site.url;
  const session = await browser.newContext({
    reducedMotion: "reduce",
    ...withoutWorker,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await session.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (isComplaint(message)) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(root)) faults.push(`elsewhere: ${request.url()}`);
  });
  return {
    session,
    page,
    faults,
    address: (path) => root + (style === "files" ? path.replace(/(^|\/)(#|$)/, "$1index.html$2") : path),
  };
}

/** Ids of the practices that a site has in a language, by name. */
export function practicesOf(site: Site, language: "bg" | "en"): string[] {
  const pages = new RegExp(`^${language}/practices/([\\w-]+)/index\\.html$`);
  return filesOf(site, ".html").flatMap((file) => pages.exec(file)?.[1] ?? []);
}

/** Opens a selection by its address, and waits until it stands there. */
export async function openSelection({ page, address }: Visit, ids: readonly string[], language = "bg"): Promise<void> {
  // Otherwise only the hash of a page that is open already would change.
  await page.goto("about:blank");
  await page.goto(address(`${language}/print/${ids.length > 0 ? `#ids=${ids.join()}` : ""}`));
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.locator("[data-selection][aria-busy=false]").waitFor();
}

/** The ids of the rows, in their order. */
export function rowsOf(page: Page): Promise<string[]> {
  return page.locator(".selection-row").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id ?? ""));
}

/** The ids in the address of the page or of a link. */
export function idsIn(address: string): string[] {
  const [, ids = ""] = /#ids=(.*)$/.exec(address) ?? [];
  return ids === "" ? [] : ids.split(",");
}

export const statusOf = (page: Page) => page.locator("[data-status]").textContent();
export const sumOf = async (page: Page): Promise<string> => (await page.locator("[data-sum]").textContent()) ?? "";
export const action = (page: Page, name: string) => page.locator(`[data-selection] > * [data-do=${name}]`);
export const rowAction = (page: Page, row: number, name: string) =>
  page.locator(".selection-row").nth(row).locator(`[data-do=${name}]`);

/** Where the focus is: name of the element as it is spoken. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent?.trim() ?? "";
  });
}
