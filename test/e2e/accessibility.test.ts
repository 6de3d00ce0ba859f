import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNoAxeFindings, runAxe } from "./axe.ts";
import { filesOf, openPage, practicePages, readSite, type Site, samplePages } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

/** How many pixels the page is wider than the window. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test("the sample has every kind of page in every language that the site has", () => {
  const kindOf = (file: string): string => {
    const html = readSite(site, file);
    return `${/<html lang="(\w+)"/.exec(html)?.[1]} ${/<body class="page-([\w-]+)/.exec(html)?.[1]}`;
  };
  const sampled = samplePages.map((permalink) => permalink.slice(1).replace(/(^|\/)$/, "$1index.html"));
  const missing = new Set(filesOf(site, ".html").map(kindOf)).difference(new Set(sampled.map(kindOf)));
  expect([...missing]).toEqual([]);
});

describe.each(samplePages)("%s", (permalink) => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await openPage(browser, site, permalink));
  });

  afterAll(() => page?.close());

  test("axe finds nothing, light or dark, on a phone or a desk", async () => {
    await expectNoAxeFindings(page);
  });

  test("no window from 320 to 1280 px makes it scroll sideways", async () => {
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await overhang(page), `${width} px`).toBeLessThanOrEqual(0);
    }
  });

  test("colours chosen by the reader leave all text readable", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    expect(await runAxe(page, { type: "rule", values: ["color-contrast"] })).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("targets are 24 px high, but for links in running text", async () => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
          // Links in running text; signs on a drawing, which the list below it repeats (WCAG 2.2, 2.5.8: inline, equivalent).
          .filter((element) => !element.closest(".prose, svg"))
          .map((element) => ({ element, heights: [...element.getClientRects()].map(({ height }) => height) }))
          .filter(({ heights }) => heights.length > 0 && Math.min(...heights) < 24)
          .map(({ element, heights }) => `${element.textContent?.trim()}: ${Math.min(...heights)} px`),
      );
      expect.soft(small, `${width} px`).toEqual([]);
    }
  });

  test("text twice as large fits on a phone", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});

describe.each(["/bg/", "/en/practices/", practicePages.rich, "/bg/issues/"])("%s by keyboard", (permalink) => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await openPage(browser, site, permalink, { viewport: { width: 1280, height: 800 } }));
  });

  afterAll(() => page?.close());

  /** Where the focus is, what it looks like there, and whether it can be seen. */
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return {
        name: `${element.localName} ${element.textContent?.trim().slice(0, 40)}`,
        isSkipLink: element.getAttribute("href") === "#page-text",
        isInMain: element.closest("main") !== null,
        isBody: element === document.body,
        outlined: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 3,
        inView: bottom > top && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      };
    });

  test("the first Tab reaches a link, then visible, that skips to the text", async () => {
    const hiddenAt = await page.evaluate(() => document.querySelector(".skip-link")?.getBoundingClientRect().bottom);
    expect(hiddenAt).toBeLessThanOrEqual(0);
    await page.keyboard.press("Tab");
    expect(await focus()).toMatchObject({ isSkipLink: true, inView: true, outlined: true });
    await page.keyboard.press("Enter");
    await page.waitForURL(({ hash }) => hash === "#page-text");
    await page.keyboard.press("Tab");
    expect(await focus()).toMatchObject({ isInMain: true });
  });

  test("every stop of the Tab key is in view and outlined", async () => {
    await page.goto(page.url().replace(/#.*/, ""));
    const stops = await page.locator("a[href], button, input, select, textarea, summary, [tabindex='0']").count();
    expect(stops).toBeGreaterThan(15);
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press("Tab");
      expect(await focus()).toMatchObject({ isBody: false, inView: true, outlined: true });
    }
  });
});
