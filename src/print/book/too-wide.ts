import type { Page } from "playwright-core";
import type { PdfText } from "../read-pdf.ts";
import { widestIn } from "../widest-in.ts";

/** Something of a book that is wider than its pages. */
export interface TooWide {
  /** Id of the practice or of the other part of the book that holds it, or "". */
  readonly anchor: string;
  readonly text: string;
  /** What an editor finds in the source. */
  readonly search: string;
  readonly millimetres: number;
}

/** Less is rounding. */
const shrinkage = 0.985;
const pointsPerPixel = 0.75;
const pixelsPerMillimetre = 96 / 25.4;

const titleSize = 'getComputedStyle(document.querySelector(".book-cover h1")).fontSize';

/** Whether Chromium has made type smaller because something was too wide for the paper. */
export function isShrunk(scale: number): boolean {
  return scale < shrinkage;
}

/**
 * The size of the title's letters on the cover against what the style says: Chromium makes all pages smaller alike. 1 if there is
 * no title.
 *
 * @param cover the text of the page with the title
 */
export async function measureScale(page: Page, cover: readonly PdfText[]): Promise<number> {
  const title = page.locator(".book-cover h1").first();
  if ((await title.count()) === 0) return 1;
  const written = (await title.textContent()) ?? "";
  const asked = Number.parseFloat(await page.evaluate<string>(titleSize));
  const letters = cover.filter(({ text }) => text.trim() !== "" && written.includes(text.trim()));
  const printed = Math.max(...letters.map(({ size }) => size));
  return letters.length > 0 && asked > 0 ? printed / (asked * pointsPerPixel) : 1;
}

/**
 * Cuts what is too wide off at the margin, so that it makes nothing else smaller, and says what it was. The whole book is laid out
 * for that: only to be called when type has become smaller.
 */
export async function containWide(page: Page, textMillimetres: number): Promise<readonly TooWide[]> {
  const screen = page.viewportSize();
  const width = Math.floor(textMillimetres * pixelsPerMillimetre);
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate<readonly (Omit<TooWide, "millimetres"> & { readonly pixels: number })[]>(contain);
  await page.emulateMedia({ media: null });
  if (screen) await page.setViewportSize(screen);
  return found.map(({ pixels, ...rest }) => ({
    ...rest,
    millimetres: Math.max(1, Math.round(pixels / pixelsPerMillimetre)),
  }));
}

/** Runs in the page. The anchor of a part that has none of its own is that of its heading. */
const contain = `(() => {
  const parts = ".embedded, .book-foreword, .book-cover, .book-imprint, .book-contents, .chapter-opening, .book-index";
  const tooWide = [...document.querySelectorAll(parts)].filter((part) => part.scrollWidth > part.clientWidth + 1);
  return tooWide.map((part) => {
    const pixels = part.scrollWidth - part.clientWidth;
    const found = (${widestIn})(part, part.getBoundingClientRect().right + 1);
    part.classList.add("too-wide");
    const anchor = part.id || (part.querySelector("[id]")?.id ?? "");
    return { anchor, pixels, text: found?.text ?? "", search: found?.search ?? "" };
  });
})()`;
