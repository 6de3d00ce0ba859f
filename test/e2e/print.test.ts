import type { Browser, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lookAtSheet } from "../bench/sheets/look-at-sheet.ts";
import { isSoak } from "../setup/soak.ts";
import { paintPdf } from "./paint-pdf.ts";
import { baseUrl, openPage, practicePages, type Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

const millimetre = 96 / 25.4;

/** Widths in millimetres without the margins of 22 and 18; whole PDF points of the page. */
const papers = [
  { format: "A4", textWidth: 210 - 40, points: [595, 842] },
  { format: "Letter", textWidth: 215.9 - 40, points: [612, 792] },
] as const;

const practices = [
  { permalink: practicePages.short, innovator: "Община Бяла Слатина", date: "2001-03-14", most: 1 },
  { permalink: practicePages.typical, innovator: "Фондация РЕГИОН.БГ", date: "2016-06-09", most: 2 },
  { permalink: practicePages.long, innovator: "Община Стара Загора", date: "2013-10-17", most: 3 },
];

describe.each(practices)("$permalink on paper", ({ permalink, innovator, date, most }) => {
  let page: Page;
  const printed = new Map<string, Buffer>();

  beforeAll(async () => {
    ({ page } = await openPage(browser, site, permalink, { colorScheme: "dark" }));
    await page.emulateMedia({ media: "print" });
    for (const { format } of papers)
      printed.set(format, await page.pdf({ preferCSSPageSize: true, format, tagged: true, outline: true }));
  });

  const printedOn = (format: string): Buffer => printed.get(format) ?? Buffer.of();

  afterAll(() => page?.close());

  /** The text that is seen on paper. */
  // biome-ignore lint/performance/useDomNodeTextContent: textContent would include what is hidden.
  const visibleText = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));

  test("what serves the screen alone is left out", async () => {
    const screenOnly = ["nav", ".site-header", ".site-footer", ".skip-link", "a[data-nominate]", "button", "form"];
    for (const selector of screenOnly) {
      const shown = await page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      expect.soft(shown, selector).toBe(0);
    }
  });

  test("title, facts and day are there", async () => {
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("article dl").first().isVisible()).toBe(true);
    expect(await page.locator("article dl time[datetime]").first().isVisible()).toBe(true);
    expect(await visibleText()).toContain(innovator);
    expect(await page.locator("article time").first().getAttribute("datetime")).toBe(date);
  });

  test("the sheet says where it comes from: permanent address, and the source in both languages", async () => {
    const text = await visibleText();
    expect(text).toContain(baseUrl + permalink);
    expect(text).toMatch(/Разпечатано от \S.* – Printed from \S/);
  });

  test("ink is dark and paper white, even for a reader who prefers a dark screen", async () => {
    const { ink, paper } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { ink: color, paper: backgroundColor };
    });
    expect(ink).toBe("rgb(0, 0, 0)");
    expect(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]).toContain(paper);
  });

  test.each(papers)("nothing is wider than the text of a $format page", async ({ textWidth }) => {
    const width = Math.floor(textWidth * millimetre);
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() =>
      [...document.body.querySelectorAll("*")]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ name: `${element.localName}.${element.className}`, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
        .map(({ name, box }) => `${name}: ${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth}`),
    );
    expect(wide).toEqual([]);
  });

  test.each(papers)("a PDF on $format has pages of its size, tags and a language", ({ format, points }) => {
    const text = printedOn(format).toString("latin1");
    const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(text).toContain("/MarkInfo");
    expect(text).toContain("/StructTreeRoot");
    expect(text).toMatch(/\/Lang\s*\(bg/);
    const sizes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes.length).toBeGreaterThan(0);
    for (const [, width, height] of sizes) {
      expect(Math.abs(Number(width) - points[0])).toBeLessThan(1.5);
      expect(Math.abs(Number(height) - points[1])).toBeLessThan(1.5);
    }
  });

  test.each(papers)("on $format it is a sheet that looks as planned", async ({ format }) => {
    const sheet = await lookAtSheet(printedOn(format));
    expect(sheet.pages).toBeLessThanOrEqual(most);
    if (sheet.pages > 1) expect(sheet.lastFill).toBeGreaterThan(0.2);
    expect(sheet).toMatchObject({ stranded: [], isShrunk: false, beyondMargin: false });
  });

  // To paint and to read a sheet takes long, and the code stands on each alike.
  test.runIf(permalink === practicePages.typical || isSoak)("its QR code leads back to the page", async () => {
    expect(decodeQR(await paintPdf(browser, printedOn("A4"), -1))).toBe(baseUrl + permalink);
  });
});

describe("the choice to print without pictures", () => {
  const isShown = (page: Page): Promise<boolean> =>
    page.locator("article figure").evaluate((figure) => figure.checkVisibility());

  test.each([
    ["/bg/practices/srednogorie-2020/", "Отпечатай и картинките"],
    ["/en/practices/srednogorie-2020/", "Print the pictures too"],
  ])("stands in %s, needs no script, and changes paper alone", async (permalink, label) => {
    const { page } = await openPage(browser, site, permalink, { javaScriptEnabled: false });
    const choice = page.getByLabel(label);
    expect(await choice.isChecked()).toBe(true);
    const box = await choice.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);

    await page.emulateMedia({ media: "print" });
    expect(await isShown(page)).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await choice.focus();
    await page.keyboard.press("Space");
    expect(await isShown(page)).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test("is not offered where there are none", async () => {
    const { page } = await openPage(browser, site, practicePages.short);
    expect(await page.locator("#print-pictures").count()).toBe(0);
    await page.close();
  });
});
