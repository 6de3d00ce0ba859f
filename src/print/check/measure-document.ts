import type { Page } from "playwright-core";
import type { Paper } from "../../model/site.ts";
import { widestIn } from "../widest-in.ts";

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

/** Runs in the page. */
const measure = `(() => {
  const widest = (${widestIn})(document.querySelector("main") ?? document.body, document.documentElement.clientWidth + 1);
  const title = [...document.querySelectorAll("h1")].find((element) => element.checkVisibility({ visibilityProperty: true }));
  const language = document.documentElement.lang;
  return { language, titleSize: title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0, widest };
})()`;
