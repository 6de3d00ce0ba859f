import type { Browser, Page } from "playwright-core";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { keepHeadingSpaces } from "../keep-heading-spaces.ts";
import { openSite, printOrigin } from "../open-site.ts";
import { readOverview } from "../read-pdf.ts";
import type { BookDocument } from "./book-document.ts";
import { firstLayout, isSettled, type Layout, nextLayout } from "./settle.ts";
import { containWide, isShrunk, measureScale } from "./too-wide.ts";

/** A book that still changes after this many passes never settles. */
const maxPasses = 5;

/** The page numbers do not settle. */
export class UnsettledBook extends Error {}

export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly passes: number;
  /** What is wrong with how it is printed. */
  readonly findings: readonly Finding[];
}

/**
 * Prints a book in passes: the first shows on which page each part begins, the second prints these page numbers and the
 * blank pages before chapters, and more follow until the printed numbers are right. Something too wide for its page is cut
 * off there, so that it does not make the whole book smaller. Findings: print/cut-off, print/shrunk-book. Throws
 * `UnsettledBook`.
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
    const findings: Finding[] = [];
    let layout: Layout = firstLayout;
    for (let pass = 1; pass <= maxPasses; pass++) {
      progress(pass);
      const isRead = pass > 1;
      const { pdf, pages, destinations, scale } = await printPass(page, book, isRead);
      // After the first pass it is not too late to cut something off: another pass follows in any case.
      if (!isRead && isShrunk(scale)) findings.push(...(await cutOffWide(page, book)));
      const next = nextLayout(book.openings, destinations, layout);
      if (isRead && isSettled(layout, next))
        return { pdf, pages, passes: pass, findings: [...findings, ...checkScale(scale, book)] };
      layout = next;
      await apply(page, layout);
    }
    throw new UnsettledBook();
  } finally {
    await session.close();
  }
}

/**
 * Prints the book as it is now.
 * @param isRead false for a pass that is only measured: without tags and outline it takes a quarter less time, and pages
 * stay the same
 */
async function printPass(page: Page, { openings }: BookDocument, isRead: boolean) {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: isRead, outline: isRead, printBackground: true });
  const { destinations, pageCount, text } = await readOverview(pdf, openings[0]);
  return { pdf, pages: pageCount, destinations, scale: await measureScale(page, text) };
}

/** Cuts off what is too wide. What is not in a practice, such as the foreword, is in the issue. Finding: print/cut-off. */
async function cutOffWide(page: Page, { textWidth, files, file }: BookDocument): Promise<readonly Finding[]> {
  const tooWide = await containWide(page, textWidth);
  return tooWide.map(({ anchor, text, search, millimetres }) => {
    const spot = search ? { line: 1, text: search } : undefined;
    return finding("print/cut-off", files.get(anchor) ?? file, { text, millimetres }, spot);
  });
}

/** Finding: print/shrunk-book. */
function checkScale(scale: number, { file }: BookDocument): readonly Finding[] {
  return isShrunk(scale) ? [finding("print/shrunk-book", file, { percent: Math.round(scale * 100) })] : [];
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
