import type { Browser, Page } from "playwright-core";
import type { SiteInMemory } from "../../build/site-in-memory.ts";
import { type Finding, finding } from "../../diagnostics/finding.ts";
import { keepHeadingSpaces } from "../keep-heading-spaces.ts";
import { openSite, printOrigin } from "../open-site.ts";
import { readOverview } from "../read-pdf.ts";
import type { BookDocument } from "./book-document.ts";
import { firstLayout, isSettled, type Layout, nextLayout } from "./settle.ts";
import { containWide, isShrunk, measureScale, type TooWide } from "./too-wide.ts";

/** After so many passes a book that still moves will not come to rest. */
const mostPasses = 5;

/** Page numbers did not come to rest. */
export class UnsettledBook extends Error {}

export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly passes: number;
  /** What is wrong with how it is printed. */
  readonly findings: readonly Finding[];
}

/**
 * Prints a book: one pass to see where everything falls, another with the page numbers and blank pages that follow from it,
 * and more until the numbers that are printed are the numbers that are true. Something too wide for its page is cut off there, so
 * that it does not make the whole book smaller. Findings: print/cut-off, print/shrunk-book. Throws `UnsettledBook`.
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
    const findings: Finding[] = [];
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
      const { destinations, pageCount, text } = await readOverview(pdf, book.openings[0]);
      const scale = await measureScale(page, text);
      // After the first pass there is still time to contain it: another pass follows in any case.
      const tooWide = !isRead && isShrunk(scale) ? await containWide(page, book.textWidth) : [];
      findings.push(...tooWide.map((thing) => cutOff(thing, book)));
      const next = nextLayout(book.openings, destinations, layout);
      if (isRead && isSettled(layout, next)) {
        if (isShrunk(scale))
          findings.push(finding("print/shrunk-book", book.file, { percent: Math.round(scale * 100) }));
        return { pdf, pages: pageCount, passes: pass, findings };
      }
      layout = next;
      await apply(page, layout);
    }
    throw new UnsettledBook();
  } finally {
    await session.close();
  }
}

/** What is no practice's own, such as the foreword, is the issue's. */
function cutOff({ anchor, text, search, millimetres }: TooWide, { files, file }: BookDocument): Finding {
  const spot = search ? { line: 1, text: search } : undefined;
  return finding("print/cut-off", files.get(anchor) ?? file, { text, millimetres }, spot);
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
