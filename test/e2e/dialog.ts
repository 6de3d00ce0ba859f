import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readPicture } from "./endpoint.ts";
import { openPage, type Site } from "./site.ts";

/** A page on which a reader nominates. */
export interface Reader {
  readonly page: Page;
  /** What the browser complains of, but for answers that say no: those are what some tests are about. */
  faults(): readonly string[];
  /** Requests to the endpoint, as method and path. */
  readonly requests: readonly string[];
}

/** Opens the page of a practice. */
export async function openPractice(
  browser: Browser,
  site: Site,
  id: string,
  { language = "bg", ...options }: BrowserContextOptions & { readonly language?: "bg" | "en" } = {},
): Promise<Reader> {
  const requests: string[] = [];
  const viewport = { width: 1280, height: 800 };
  const { page, faults } = await openPage(browser, site, `/${language}/practices/${id}/`, { viewport, ...options });
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(api|nominate)\//.test(pathname)) requests.push(`${request.method()} ${pathname}`);
  });
  const expected = /^Failed to load resource: .* (4\d\d|503) |^failed: .*\.(wav|png)$/;
  return { page, requests, faults: () => faults.filter((fault) => !expected.test(fault)) };
}

/** Opens the dialog with the mouse, and goes on to the code unless the device is to work. */
export async function openDialog({ page }: Reader, way: "code" | "work" = "code"): Promise<void> {
  await page.locator("a[data-nominate]").click();
  await page.locator("dialog[open] h1").waitFor();
  if (way === "code") await byCode(page).click();
}

/** The way to the picture and the sound. */
export const byCode = (page: Page) => page.locator("[data-by-code]");

/** Types what the picture shows. */
export async function typeCode({ page }: Pick<Reader, "page">): Promise<void> {
  if (await byCode(page).isVisible()) await byCode(page).click();
  await page.locator("[name=answer]").fill(await readPicture(await tokenOf(page)));
}

export function tokenOf(page: Page): Promise<string> {
  return page.locator("[name=token]").inputValue();
}

export const workButton = (page: Page) => page.locator("button[data-work]:not([data-by-code])");
export const submit = (page: Page) => page.locator("[data-ballot] [type=submit]");
export const problemOf = (page: Page) => page.locator("[data-problem]");
export const success = (page: Page) => page.locator("dialog .ballot-done");

/** The count on the page itself, as machines and as people read it. */
export async function countOf(page: Page): Promise<{ value: string | null; text: string }> {
  const count = page.locator("article data.nominations");
  return { value: await count.getAttribute("value"), text: (await count.textContent()) ?? "" };
}

/** Where the focus is: element, name or text. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.localName} ${element?.getAttribute("name") ?? element?.textContent?.trim()}`;
  });
}
