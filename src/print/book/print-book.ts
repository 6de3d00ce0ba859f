import type { Browser, Page } from "playwright-core";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { keepHeadingSpaces } from "../keep-heading-spaces.ts";
import { openSite, printOrigin } from "../open-site.ts";
import { readDestinations } from "../read-pdf.ts";
import type { BookDocument } from "./book-document.ts";
import { firstLayout, isSettled, type Layout, nextLayout } from "./settle.ts";

/** After so many passes a book that still moves will not come to rest. */
const mostPasses = 5;

/** Page numbers did not come to rest. */
export class UnsettledBook extends Error {}

export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly passes: number;
}

/**
 * Prints a book: one pass to see where everything falls, another with the page numbers and blank pages that follow from it,
 * and more until the numbers that are printed are the numbers that are true. Throws `UnsettledBook`.
 */
export async function printBook(
  browser: Browser,
  site: SiteInMemory,
  book: BookDocument,
  progress: (pass: number) => void,
): Promise<PrintedBook> {
  const files: Readonly<Record<string, string>> = { "book/index.html": book.html, "book/pages.css": book.css };
  const session = await openSite(browser, site, (path) => files[path]);
  try {
    const page = await session.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${printOrigin}/book/`, { waitUntil: "load" });
    await page.evaluate(loadFonts);
    await keepHeadingSpaces(page);
    let layout: Layout = firstLayout;
    for (let pass = 1; pass <= mostPasses; pass++) {
      progress(pass);
      // Nobody reads the first pass: without tags and outline it takes a quarter less, and everything falls in the same place.
      const isRead = pass > 1;
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        tagged: isRead,
        outline: isRead,
        printBackground: true,
      });
      const { destinations, pageCount } = await readDestinations(pdf);
      const next = nextLayout(book.openings, destinations, layout);
      if (isRead && isSettled(layout, next)) return { pdf, pages: pageCount, passes: pass };
      layout = next;
      await apply(page, layout);
    }
    throw new UnsettledBook();
  } finally {
    await session.close();
  }
}

/** Nothing of a book is laid out for the screen, so that nothing there calls for its fonts. Some stand-ins are not installed. */
export const loadFonts = "Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => undefined)";

/** What of an element is needed here: the program itself has no types of the browser. */
interface PageElement {
  hidden: boolean;
  textContent: string;
  readonly dataset: Readonly<Record<string, string>>;
}

/** Writes page numbers and shows blank pages in the document that is open: it need not be loaded again. */
async function apply(page: Page, { pages, blanks }: Layout): Promise<void> {
  await page.locator("[data-page-of]").evaluateAll((elements, numbers) => {
    for (const element of elements as unknown as readonly PageElement[])
      element.textContent = String(numbers[element.dataset.pageOf ?? ""] ?? "?");
  }, Object.fromEntries(pages));
  const shown = [...blanks];
  await page.locator("[data-blank-before]").evaluateAll((elements, anchors) => {
    for (const element of elements as unknown as readonly PageElement[])
      element.hidden = !anchors.includes(element.dataset.blankBefore ?? "");
  }, shown);
}
