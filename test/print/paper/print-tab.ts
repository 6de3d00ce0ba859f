import type { BrowserContext, Page } from "playwright-core";
import type { Paper } from "../../../src/core/model/site.ts";

const paperFormats: Readonly<Record<Paper, string>> = { a4: "A4", letter: "Letter" };

/** Opens a tab that shows documents as paper does. @param start an address of the site that answers */
export async function openTab(session: BrowserContext, start: string): Promise<Page> {
  const tab = await session.newPage();
  await tab.emulateMedia({ media: "print", colorScheme: "light" });
  await tab.goto(start, { waitUntil: "load" });
  return tab;
}

/** Prints what the tab shows: a tagged PDF with outline, title and language. */
export async function printTab(tab: Page, paper: Paper): Promise<Uint8Array> {
  return tab.pdf({ format: paperFormats[paper], preferCSSPageSize: true, tagged: true, outline: true });
}
