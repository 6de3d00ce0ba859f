import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tagsWithin, textWithin } from "../print/paper/pdf-structure.ts";
import { type PdfFacts, pageText, readPdf } from "../print/paper/read-pdf.ts";
import { baseUrl, openPage, type Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

const printed = async (page: Page, format: "A4" | "Letter"): Promise<PdfFacts> =>
  readPdf(await page.pdf({ preferCSSPageSize: true, format, tagged: true, outline: true }));

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

type PdfPage = PdfFacts["pages"][number];

/** The lines of a page from above downwards, whatever was drawn first. */
function linesOf({ text }: PdfPage): readonly string[] {
  const lines = new Map<number, string>();
  for (const piece of text) {
    const line = Math.round(piece.baseline);
    lines.set(line, (lines.get(line) ?? "") + piece.text);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, line]) => squeeze(line));
}

/** Compared without spaces: PDFs have some of their own, around slashes. */
const compact = (text: string): string => text.replace(/[\s\u00ad]+/g, "");
const textOf = (page: PdfPage | undefined): string => compact(page ? pageText(page) : "");

const booklets = [
  { permalink: "/bg/themes/energy/print/", number: /Практика (\d+) от (\d+)/ },
  { permalink: "/en/themes/energy/print/", number: /Practice (\d+) of (\d+)/ },
  { permalink: "/bg/themes/citizen-participation/print/", number: /Практика (\d+) от (\d+)/ },
];

describe.each(booklets)("the booklet $permalink", ({ permalink, number }) => {
  const language = permalink.slice(1, 3);
  const list = permalink.replace("print/", "");
  let page: Page;
  let titles: string[];
  const pdfs = new Map<string, PdfFacts>();

  beforeAll(async () => {
    ({ page } = await openPage(browser, site, list, { javaScriptEnabled: false }));
    titles = await page.locator(".rows .row-title").allInnerTexts();
    await page.locator('main a[href$="/print/"]').click();
    // A click does not wait for the end of a long page, and a page can be printed before its end has come.
    await page.waitForURL(`**${permalink}`);
    for (const format of ["A4", "Letter"] as const) pdfs.set(format, await printed(page, format));
  });

  const printedOn = (format: string): PdfFacts => {
    const pdf = pdfs.get(format);
    if (!pdf) throw new Error(`not printed on ${format}`);
    return pdf;
  };

  afterAll(() => page?.close());

  test("is reached from its list without script, leads back, and has the practices of the list in its order", async () => {
    expect(page.url()).toBe(site.url + permalink.slice(1));
    expect(titles.length).toBeGreaterThanOrEqual(2);
    expect(await page.locator("article h2").allInnerTexts()).toEqual(titles);
    expect(await page.locator(".booklet-contents li a").allInnerTexts()).toEqual(titles);
    expect(await page.locator(`.back a[href$="${list}"]`).isVisible()).toBe(true);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
  });

  test("has headings without gaps, from the subject to the sections of a practice", async () => {
    const levels = await page
      .locator("main :is(h1, h2, h3, h4, h5, h6)")
      .evaluateAll((all) => all.map(({ localName }) => Number(localName.slice(1))));
    expect(levels.slice(0, 3)).toEqual([1, 2, 2]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level) => level === 2)).toHaveLength(titles.length + 1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each(["A4", "Letter"] as const)("on %s begins with its contents, and each practice on a new page", (format) => {
    const pdf = printedOn(format);
    const pages = pdf.pages.map(textOf);
    const [first = ""] = pages;
    for (const title of titles) expect.soft(first).toContain(compact(title));

    const tops = pdf.pages.map((page) => linesOf(page).slice(0, 2));
    const openings = tops.filter(([line = ""]) => number.test(line));
    expect(openings.map(([line = ""]) => Number(number.exec(line)?.[1]))).toEqual(titles.map((_, index) => index + 1));
    for (const [index, [, title = "?"]] of openings.entries()) {
      expect.soft(squeeze(titles[index] ?? "").startsWith(title), title).toBe(true);
    }
    // No number stands anywhere else, and no page is left empty.
    const numbers = pdf.pages.flatMap(linesOf).filter((line) => number.test(line));
    expect(numbers).toHaveLength(titles.length);
    expect(pages.filter((text) => text.length < 20)).toEqual([]);

    expect(pages.at(-1)).toContain(baseUrl + permalink);
    expect(pages.at(-1)).toMatch(/Разпечатаноот.*–Printedfrom/);
    expect(pages.join(" ")).not.toMatch(/Ctrl\+P|Номинирай|Nominate/);
  });

  test("is a tagged PDF in its language, with its practices as headings, outline and links", async () => {
    const pdf = printedOn("A4");
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language.slice(0, 2)).toBe(language);
    expect(pdf.title).toContain((await page.locator("h1").textContent()) ?? "?");
    const headings = pdf.pages.flatMap(({ structure }) =>
      structure ? tagsWithin(structure, (role) => role === "H2").filter(({ isShown }) => isShown) : [],
    );
    const texts = headings.map((tag) => compact(textWithin(tag).reduce((all, { text }) => all + text, "")));
    expect(texts.slice(1)).toEqual(titles.map(compact));
    const items = pdf.outline.flatMap((item) => [item, ...item.children]);
    const starts = titles.map((title) => items.find((item) => compact(item.title) === compact(title))?.page);
    expect(starts).not.toContain(undefined);
    // The links of the contents lead to the pages on which the practices begin.
    const ids = await page.locator("article[data-practice]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.map((id) => pdf.destinations.get(id))).toEqual(starts);
  });
});

describe("the overview of a list", () => {
  test.each(["A4", "Letter"] as const)(
    "of 20 practices is one page of %s, with the address at its end",
    async (format) => {
      const { page } = await openPage(browser, site, "/bg/practices/");
      const rows = await page.locator(".rows .row").count();
      expect(rows).toBe(20);
      const titles = await page.locator(".row-title").allInnerTexts();
      const { pages } = await printed(page, format);
      await page.close();
      expect(pages).toHaveLength(1);
      const text = textOf(pages[0]);
      for (const title of titles) expect.soft(text).toContain(compact(title));
      expect(text.indexOf(`${baseUrl}/bg/practices/`)).toBeGreaterThan(text.indexOf(compact(titles.at(-1) ?? "?")));
    },
  );

  test("of 25 practices is still one page of A4", async () => {
    const { page } = await openPage(browser, site, "/bg/practices/");
    await page.locator(".rows").evaluate((rows) => {
      for (const row of [...rows.children].slice(0, 5)) rows.append(row.cloneNode(true));
    });
    expect(await page.locator(".rows .row").count()).toBe(25);
    expect((await printed(page, "A4")).pages).toHaveLength(1);
    await page.close();
  });

  test("goes on counting on the next page of the list", async () => {
    const { page } = await openPage(browser, site, "/bg/practices/page/2/");
    const { pages } = await printed(page, "A4");
    const title = compact((await page.locator(".row-title").first().textContent()) ?? "");
    await page.close();
    expect(textOf(pages[0])).toContain(`21${title}`);
  });

  test.each([
    "/bg/themes/energy/",
    "/bg/years/2007/",
    "/bg/municipalities/LOV18/",
    "/bg/innovators/fondatsia-region-bg/",
  ])("%s stands in columns, with what serves the screen left out", async (permalink) => {
    const { page } = await openPage(browser, site, permalink);
    await page.setViewportSize({ width: Math.floor((170 / 25.4) * 96), height: 1000 });
    await page.emulateMedia({ media: "print" });
    const boxes = await page.locator(".row").evaluateAll((rows) =>
      rows.map((row) => {
        const left = (selector: string) => row.querySelector(selector)?.getBoundingClientRect().left ?? -1;
        return [left(".row-title"), left(".row-who"), left("time")];
      }),
    );
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expect.soft(box).toEqual(boxes[0]);
    const [title = 0, who = 0, year = 0] = boxes[0] ?? [];
    expect(title).toBeLessThan(who);
    expect(who).toBeLessThan(year);
    for (const selector of ["nav", ".booklet-link", ".row-themes", ".site-header", ".site-footer"]) {
      const shown = await page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      expect.soft(shown, selector).toBe(0);
    }
    await page.close();
  });
});
