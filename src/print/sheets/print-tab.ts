import type { BrowserContext, Page } from "playwright-core";
import type { Paper } from "../../core/model/site.ts";

/** A document to be printed. */
export interface PrintJob {
  /** Where the document seems to lie: what its relative links begin with. Below the address of the session's site. */
  readonly address: string;
  readonly paper: Paper;
  readonly readHtml: () => string;
}

const paperFormats: Readonly<Record<Paper, string>> = { a4: "A4", letter: "Letter" };

/** Opens a tab that shows documents as paper does. @param start an address of the site that answers */
export async function openTab(session: BrowserContext, start: string): Promise<Page> {
  const tab = await session.newPage();
  await tab.emulateMedia({ media: "print", colorScheme: "light" });
  await tab.goto(start, { waitUntil: "load" });
  return tab;
}

/**
 * Puts a document in the place of the one in the tab and waits until its pictures and fonts are there. Style sheets and fonts
 * stay loaded, so that this takes less than half the time of going to the page.
 */
export async function showDocument(tab: Page, { address, readHtml }: PrintJob): Promise<void> {
  // Not told by Chromium when it is asked for this too often: it then leaves the address as it is.
  await tab.evaluate(`history.replaceState(null, "", ${JSON.stringify(address)})`);
  if (tab.url() !== address) await tab.goto(address, { waitUntil: "load" });
  // The policy of every document that a tab has shown would stay in force for the next. Scripts are off without it.
  else await tab.setContent(readHtml().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
  await tab.evaluate(pictureAndFonts);
}

/** A font is fetched when something is laid out in it. */
const pictureAndFonts = `(async () => {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const pictures = [...document.images].filter((picture) => !picture.complete);
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
})()`;

/** Prints what the tab shows: a tagged PDF with outline, title and language. */
export async function printTab(tab: Page, paper: Paper): Promise<Uint8Array> {
  return tab.pdf({ format: paperFormats[paper], preferCSSPageSize: true, tagged: true, outline: true });
}
