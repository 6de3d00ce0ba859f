import type { Page } from "playwright-core";
import type { Paper } from "../../core/model/site.ts";

/** What can be seen of a document before it is divided into pages. Lengths are CSS pixels. */
export interface DocumentMeasures {
  /** As the document states it, or "". A PDF without one is given the language of the browser. */
  readonly language: string;
  /** Size of the letters of the first title that is printed; 0 if there is none. */
  readonly titleSize: number;
  /** What reaches farthest beyond the right margin, if anything does. */
  readonly widest: { readonly text: string; readonly search: string } | null;
}

const pixelsPerMillimetre = 96 / 25.4;
/** Of the paper, without margins of 22 and 18 mm. */
const textWidths: Readonly<Record<Paper, number>> = { a4: 210 - 40, letter: 215.9 - 40 };

/** Millimetres between the margins of a sheet. */
export function textWidthOf(paper: Paper): number {
  return textWidths[paper];
}

/** Makes a tab as wide as the text of a sheet. */
export async function narrowTab(tab: Page, paper: Paper): Promise<void> {
  const width = Math.floor(textWidths[paper] * pixelsPerMillimetre);
  if (tab.viewportSize()?.width !== width) await tab.setViewportSize({ width, height: 1000 });
}

/** Measures the document that a tab shows in the width of a sheet. */
export async function measureDocument(tab: Page): Promise<DocumentMeasures> {
  return tab.evaluate<DocumentMeasures>(measure);
}

/**
 * Runs in the page. A table, picture or block of code that is too wide is named by what stands first in it, a text by its
 * longest word, so that an editor finds it in the source.
 */
const measure = `(() => {
  const edge = document.documentElement.clientWidth + 1;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const tidy = (text) => (text ?? "").replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
  let widest = null;
  let farthest = edge;
  const note = (right, text, search) => {
    if (right <= farthest + 1) return;
    farthest = right;
    widest = { text: tidy(text).slice(0, 60), search: tidy(search) };
  };
  for (const element of document.querySelectorAll("main table, main pre, main img, main svg, main figure")) {
    if (!isSeen(element)) continue;
    const name = decodeURIComponent((element.getAttribute("src") ?? "").split("/").pop());
    const first = element.querySelector("th, td")?.textContent ?? (element.innerText ?? "").split("\\n")[0];
    note(element.getBoundingClientRect().right, element.innerText || element.alt || name, name || first);
  }
  const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = widest ? null : texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.data.trim() || !isSeen(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const longest = tidy(node.data).split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");
    for (const box of range.getClientRects()) note(box.right, longest, longest);
  }
  const title = [...document.querySelectorAll("h1")].find(isSeen);
  const language = document.documentElement.lang;
  return { language, titleSize: title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0, widest };
})()`;
