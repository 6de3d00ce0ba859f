import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageText, readPdf } from "../print/paper/read-pdf.ts";
import { openBrowser } from "../setup/shared.ts";
import {
  action,
  focusOf,
  idsIn,
  openSelection,
  practicesOf,
  rowAction,
  rowsOf,
  settled,
  statusOf,
  sumOf,
  visit,
} from "./selection-site.ts";
import { type LinkStyle, openSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe.each<LinkStyle>(["pretty", "files"])("with --links %s", (style) => {
  let site: Site;
  // From the disk it differs in how its parts come, not in what is done with them.
  const testOnce = style === "pretty" ? test : test.skip;

  beforeAll(async () => {
    site = await openSite(style);
  });

  afterAll(() => site?.close());

  test("practices are chosen in lists and on their pages, kept from page to page, and printed in that order", async () => {
    const { page, faults, address, session } = await visit(browser, site, style);
    await page.goto(address("bg/practices/"));
    const header = page.locator(".site-menus [data-selection-link]");
    expect(await header.isVisible()).toBe(false);
    const rows = page.locator(".rows .to-print");
    const chosen: string[] = [];
    for (const index of [2, 0]) {
      chosen.push((await rows.nth(index).getAttribute("data-print")) ?? "");
      await rows.nth(index).locator("button").click();
    }
    expect(await header.textContent()).toBe("Избрано за печат: 2");
    expect(await page.locator(".selection-spoken").textContent()).toBe("Избрано за печат: 2");
    expect(await page.locator(".to-print [aria-pressed=true]").count()).toBe(2);

    await page.goto(address("bg/practices/srednogorie-2020/"));
    expect(await header.textContent()).toBe("Избрано за печат: 2");
    const buttons = page.locator(".to-print button");
    expect(await buttons.first().getAttribute("aria-label")).toBe("Добави за печат: Средногорие 2020");
    await buttons.first().click();
    chosen.push("srednogorie-2020");
    expect(await page.locator(".to-print [aria-pressed=true]").count()).toBe(2);

    await header.locator("a").click();
    await settled(page);
    expect(await rowsOf(page)).toEqual(chosen);
    expect(idsIn(page.url())).toEqual(chosen);
    expect(await sumOf(page)).toMatch(
      /^3\u00a0практики, около \d+\u00a0страници \(\d+\u00a0листа при двустранен печат\)$/,
    );
    await page.locator(".selection-row a").last().click();
    await page.waitForURL(/\/srednogorie-2020\//);
    expect(await page.locator("h1").textContent()).toBe("Средногорие 2020");
    await page.locator(".to-print button").first().click();
    await page.goBack();
    await settled(page);
    // Not what the address said before, but what has been chosen since.
    expect(await rowsOf(page)).toEqual(chosen.slice(0, 2));
    expect(faults).toEqual([]);
    await session.close();
  });

  test("the selection is in the address: another reader sees the same, and has it", async () => {
    const ids = practicesOf(site, "bg").slice(5, 9).reverse();
    const reader = await visit(browser, site, style);
    await openSelection(reader, ids);
    expect(await rowsOf(reader.page)).toEqual(ids);
    await reader.page.goto(reader.address("bg/practices/"));
    expect(
      idsIn((await reader.page.locator(".site-menus [data-selection-link] a").getAttribute("href")) ?? ""),
    ).toEqual(ids);
    expect(reader.faults).toEqual([]);
    await reader.session.close();
  });

  testOnce(
    "40 practices: contents, and each on a page of its own with its number, in the order of the list",
    async () => {
      const ids = practicesOf(site, "bg").slice(0, 40);
      const reader = await visit(browser, site, style, { colorScheme: "dark" });
      const { page } = reader;
      await openSelection(reader, ids);
      expect(await rowsOf(page)).toEqual(ids);
      const titles = await page.locator(".selection-row .row-title").allTextContents();
      const [, estimated] = /около (\d+)\sстраници/.exec(await sumOf(page)) ?? [];
      await page.emulateMedia({ media: "print" });
      for (const hidden of ["[data-selection]", ".intro", "button"])
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);

      const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, format: "A4", tagged: true, outline: true }));
      const plain = (text: string): string => text.replace(/\s+/g, " ");
      const starts = ids.map((id) => pdf.destinations.get(`sheet-${id}`) ?? 0);
      const contents = plain(
        pdf.pages
          .slice(0, (starts[0] ?? 1) - 1)
          .map(pageText)
          .join(" "),
      );
      expect(contents).toContain("Избрано за печат");
      expect(contents).toContain("40 практики");
      expect(contents).toMatch(/Разпечатано от \S.* – Printed from \S/);
      let last = 0;
      for (const title of titles) {
        const found = contents.indexOf(plain(title), last);
        expect.soft(found, title).toBeGreaterThanOrEqual(last);
        last = found;
      }
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      // In which order a sheet draws its parts is its own affair.
      for (const [index, start] of starts.entries()) {
        const text = plain(pageText(pdf.pages[start - 1] ?? { text: [] }));
        for (const part of [`Практика ${index + 1} от 40 `, plain(titles[index] ?? "?")])
          expect.soft(text, `page ${start}`).toContain(part);
      }
      expect(pdf).toMatchObject({ isTagged: true, language: "bg" });
      expect(pdf.outline.length).toBeGreaterThan(0);
      // The estimate is of use only if it is near.
      expect(Number(estimated)).toBeGreaterThan(pdf.pages.length * 0.9);
      expect(Number(estimated)).toBeLessThan(pdf.pages.length * 1.1);
      expect(reader.faults).toEqual([]);
      await reader.session.close();
    },
  );

  testOnce("by keyboard alone: chosen, put in order, removed, brought back, cleared", async () => {
    const { page, faults, address, session } = await visit(browser, site, style);
    const tabTo = async (name: string): Promise<void> => {
      for (let stop = 0; !(await focusOf(page)).startsWith(name); stop++) {
        expect(stop, name).toBeLessThan(120);
        await page.keyboard.press("Tab");
      }
      expect(await page.evaluate(() => document.activeElement?.matches(":focus-visible"))).toBe(true);
    };
    await page.goto(address("bg/years/2007/"));
    const titles = (await page.locator(".row-title").allTextContents()).slice(0, 3);
    const [first = "", second = "", third = ""] = titles;
    for (const title of titles) {
      await tabTo(`Добави за печат: ${title}`);
      await page.keyboard.press("Space");
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await tabTo("Избрано за печат: 3");
    await page.keyboard.press("Enter");
    await settled(page);

    await tabTo(`Надолу: ${first}`);
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe(`„${first}“ вече е на място 2 от 3.`);
    expect(await focusOf(page)).toBe(`Надолу: ${first}`);
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe(`„${first}“ вече е на място 3 от 3.`);
    expect(await rowAction(page, 2, "down").getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Enter");
    expect(await page.locator(".selection-row .row-title").allTextContents()).toEqual([second, third, first]);
    expect(await focusOf(page)).toBe(`Надолу: ${first}`);

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe(`„${first}“ е махната.`);
    expect(await focusOf(page)).toBe(`Махни: ${third}`);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focusOf(page)).toBe(`Нагоре: ${third}`);
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe(`„${third}“ вече е на място 1 от 2.`);
    expect(await sumOf(page)).toMatch(/^2\u00a0практики/);

    await action(page, "clear").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe("Подборката е изчистена.");
    expect(await focusOf(page)).toBe("Върни");
    expect(idsIn(page.url())).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => statusOf(page)).toBe("Подборката е върната.");
    expect(await page.locator(".selection-row .row-title").allTextContents()).toEqual([third, second]);
    for (let rows = 2; rows > 0; rows--) {
      await rowAction(page, 0, "remove").press("Enter");
      await expect.poll(() => rowsOf(page)).toHaveLength(rows - 1);
    }
    expect(await focusOf(page)).toMatch(/^Още нищо не е избрано/);
    expect(faults).toEqual([]);
    await session.close();
  });

  test("Print opens the print dialog once everything is there", async () => {
    const reader = await visit(browser, site, style);
    const { page } = reader;
    await page.addInitScript(() => {
      window.print = () => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>(".selection-paper img")];
        document.body.dataset.printed = JSON.stringify({
          pictures: pictures.length,
          missing: pictures.filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0).length,
          loading: [...document.fonts].filter(({ status }) => status === "loading").length,
          // Emphasis and foreign words, which the page itself does not show.
          italics: [...document.fonts].filter(({ status, style }) => status === "loaded" && style === "italic").length,
        });
      };
    });
    await openSelection(reader, practicesOf(site, "bg").slice(0, 40));
    // What is seen on paper alone is fetched for printing, not before.
    const faces = (style: string) =>
      page.evaluate(
        (wanted) =>
          [...document.fonts].filter((font) => font.status !== "unloaded" && font.style.includes(wanted)).length,
        style,
      );
    expect(await faces("italic")).toBe(0);
    await action(page, "print").click();
    await expect.poll(() => page.locator("body").getAttribute("data-printed")).not.toBeNull();
    const all = await page.evaluate(() => [...document.fonts].filter(({ family }) => /Source/.test(family)).length);
    expect(await faces("")).toBeLessThan(all);
    const printed = JSON.parse((await page.locator("body").getAttribute("data-printed")) ?? "");
    expect(printed).toMatchObject({ missing: 0, loading: 0 });
    expect(printed.italics).toBeGreaterThan(0);
    expect(printed.pictures).toBeGreaterThan(5);
    expect(reader.faults).toEqual([]);
    await reader.session.close();
  });
});

describe("on a host and on a disk", () => {
  const sites: Partial<Record<LinkStyle, Site>> = {};

  beforeAll(async () => {
    for (const style of ["pretty", "files"] as const) sites[style] = await openSite(style);
  });

  afterAll(async () => {
    for (const site of Object.values(sites)) await site.close();
  });

  /** What a practice for print is, element by element, with addresses as seen from the top of the site. */
  async function partsOn(style: LinkStyle, ids: readonly string[]): Promise<readonly string[]> {
    const reader = await visit(browser, sites[style] as Site, style);
    await openSelection(reader, ids);
    const root = reader.address("").replace(/index\.html$/, "");
    const parts = await reader.page.locator(".selection-paper article *, .selection-paper article").evaluateAll(
      (elements, top) =>
        elements.map((element) => {
          const attributes = [...element.attributes].map(({ name, value }) => {
            const plain = value
              .replaceAll(top, "")
              .replace(/^(?:\.\.\/)+/, "")
              .replace(/index\.html/, "");
            return `${name}=${name === "class" ? value.split(/\s+/).sort().join(" ") : plain}`;
          });
          const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
          const words = text.map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim()).filter(Boolean);
          return [element.tagName, ...attributes.sort(), ...words].join(" | ");
        }),
      root,
    );
    await reader.session.close();
    return parts.map((part) => part.replace(/ \| data-(?:detail|sides)=[^|]*(?= \||$)/g, ""));
  }

  test("a practice is printed alike: made of its page, or brought by its script", async () => {
    const ids = practicesOf(sites.pretty as Site, "bg").slice(0, 200);
    const [made, brought] = [await partsOn("pretty", ids), await partsOn("files", ids)];
    expect(made.length).toBeGreaterThan(1_000);
    expect(made).toEqual(brought);
  });
});

test("a practice is cited by a file of its own, which the page makes", async () => {
  const site = await openSite("pretty");
  const reader = await visit(browser, site, "pretty");
  await reader.page.goto(reader.address("bg/practices/srednogorie-2020/"));
  const [download] = await Promise.all([
    reader.page.waitForEvent("download"),
    reader.page.locator(".cite-files a").first().click(),
  ]);
  expect(download.suggestedFilename()).toBe("srednogorie-2020.bib");
  const text = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(text).toString()).toMatch(/^@techreport\{srednogorie-2020,[\s\S]+\n\}\n$/);
  expect(reader.faults).toEqual([]);
  await reader.session.close();
  await site.close();
});
