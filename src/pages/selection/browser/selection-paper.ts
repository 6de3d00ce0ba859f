import type { Sheet } from "./load-sheet.ts";
import { counted, part, phrase } from "./selection-page.ts";

/** What is printed: a page of contents, then the practices, each on a new page with its number. Hidden on screen. */

/** Practices that a page of contents holds, of those with titles of usual length. */
const linesPerPage = 26;

const contents = part("[data-contents]");
const parts = part("[data-parts]");
const paper = part(".selection-paper");

/** Estimated pages and the sheets of paper that they need, printed on both sides. */
export function estimatePaper(sheets: readonly Pick<Sheet, "pages">[]): { pages: number; papers: number } {
  const pages = sheets.reduce((sum, sheet) => sum + sheet.pages, Math.ceil(sheets.length / linesPerPage));
  return { pages, papers: Math.ceil(pages / 2) };
}

/** Puts the practices on paper in this order. What is made for a practice is kept in `made`. */
export function layOut(sheets: readonly Sheet[], made: Map<string, HTMLElement>): void {
  const lines = sheets.map((sheet) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#sheet-${sheet.id}`;
    link.textContent = sheet.title;
    const detail = document.createElement("span");
    detail.className = "detail";
    detail.textContent = sheet.detail;
    line.append(link, " ", detail);
    return line;
  });
  part("ol", contents).replaceChildren(...lines);
  contents.hidden = sheets.length === 0;
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  part("[data-date]").textContent = [day, counted("practice", sheets.length)].join(" · ");
  parts.replaceChildren(
    ...sheets.map((sheet, index) => {
      const practice = made.get(sheet.id) ?? createPart(sheet);
      made.set(sheet.id, practice);
      const number = phrase("number", { position: index + 1, total: sheets.length });
      part(".booklet-number", practice).textContent = number;
      return practice;
    }),
  );
}

function createPart({ html }: Sheet): HTMLElement {
  const practice = document.createElement("div");
  const number = document.createElement("p");
  // The site's own output, made by the build like any of its pages.
  const template = document.createElement("template");
  template.innerHTML = html;
  practice.className = "booklet-part";
  number.className = "booklet-number";
  practice.append(number, template.content);
  return practice;
}

/** Milliseconds that printing waits for pictures and fonts at most. */
const loadTimeoutMs = 4_000;

/**
 * Fetches the fonts and pictures that are seen on paper only: a browser would fetch them when it is too late. The paper is laid out unseen
 * meanwhile, so that no font is fetched but those that its letters need.
 */
export async function fetchForPaper(): Promise<void> {
  paper.classList.add("laid-out");
  paper.getBoundingClientRect();
  const pictures = [...parts.querySelectorAll("img")].filter(({ complete }) => !complete);
  const waiting: Promise<unknown>[] = [document.fonts.ready, ...pictures.map((picture) => picture.decode())];
  await Promise.race([Promise.allSettled(waiting), new Promise((resolve) => setTimeout(resolve, loadTimeoutMs))]);
  paper.classList.remove("laid-out");
}
