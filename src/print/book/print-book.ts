import type { Browser, Page } from "playwright-core";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { keepHeadingSpaces } from "../keep-heading-spaces.ts";
import { openSite, printOrigin } from "../open-site.ts";
import { readDestinations } from "../read-pdf.ts";
import type { BookDocument } from "./book-document.ts";
import { firstLayout, isSettled, type Layout, nextLayout } from "./settle.ts";

/** A book that still changes after this many passes never settles. */
const maxPasses = 5;

/** The page numbers do not settle. */
export class UnsettledBook extends Error {}

export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly passes: number;
}

/**
 * Prints a book in passes: the first shows on which page each part begins, the second prints these page numbers and the
 * blank pages before chapters, and more follow until the printed numbers are right. Throws `UnsettledBook`.
 */
export async function printBook(
  book: BookDocument,
  { browser, site }: { readonly browser: Browser; readonly site: SiteInMemory },
  progress: (pass: number) => void,
): Promise<PrintedBook> {
  const files: Readonly<Record<string, string>> = { "book/index.html": book.html, "book/pages.css": book.css };
  const session = await openSite(browser, site, { readExtra: (path) => files[path] });
  try {
    const page = await session.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${printOrigin}/book/`, { waitUntil: "load" });
    await page.evaluate(loadFonts);
    await keepHeadingSpaces(page);
    let layout: Layout = firstLayout;
    for (let pass = 1; pass <= maxPasses; pass++) {
      progress(pass);
      // The first pass is only measured: without tags and outline it takes a quarter less time, and pages stay the same.
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

/** Loads all fonts: the screen shows nothing of a book, and so requests none. Local fonts may be missing. */
export const loadFonts = "Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => undefined)";

/** The properties of an element that are used here: the program has no types of the browser. */
interface PageElement {
  hidden: boolean;
  textContent: string;
  readonly dataset: Readonly<Record<string, string>>;
}

/** Writes page numbers and shows blank pages in the open document, without loading it again. */
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
