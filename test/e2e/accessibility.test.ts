import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleOf } from "../setup/soak.ts";
import { colourRules, layoutRules, runAxe, tags } from "./axe.ts";
import {
  fileOf,
  filesOf,
  openPage,
  openWindow,
  practicePages,
  readSite,
  representativePages,
  richPages,
  type Site,
  samplePages,
  unusedPreloads,
  type Window,
} from "./site.ts";
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

/** What is pressed and is less than 24 px high, but for links in running text. */
function lowTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      // Links in running text; signs on a drawing, which the list below it repeats (WCAG 2.2, 2.5.8: inline, equivalent).
      .filter((element) => !element.closest(".prose, svg"))
      .map((element) => ({ element, heights: [...element.getClientRects()].map(({ height }) => height) }))
      .filter(({ heights }) => heights.length > 0 && Math.min(...heights) < 24)
      .map(({ element, heights }) => `${element.textContent?.trim()}: ${Math.min(...heights)} px`),
  );
}

describe("the sample", () => {
  const templateOf = (file: string): string => /<body class="page-([\w-]+)/.exec(readSite(site, file))?.[1] ?? "";
  const languageOf = (file: string): string => /<html lang="(\w+)"/.exec(readSite(site, file))?.[1] ?? "";
  const missing = (kindOf: (file: string) => string, sample: readonly string[]): string[] => {
    const seen = new Set(sample.map((permalink) => kindOf(fileOf(permalink))));
    return [...new Set(filesOf(site, ".html").map(kindOf)).difference(seen)];
  };

  test("has every kind of page in every language that the site has", () => {
    expect(missing((file) => `${languageOf(file)} ${templateOf(file)}`, samplePages)).toEqual([]);
  });

  test("that axe looks at has every kind of page", () => {
    expect(missing(templateOf, representativePages)).toEqual([]);
    expect(samplePages).toEqual(expect.arrayContaining([...representativePages]));
    expect(representativePages).toEqual(expect.arrayContaining([...richPages]));
  });
});

describe("in one window, page after page", () => {
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    window = await openWindow(browser, site);
    page = window.page;
  });

  afterAll(() => page?.close());

  // Pages in the other language have other words, but no other parts.
  describe.each(sampleOf(representativePages, samplePages))("%s", (permalink) => {
    beforeAll(async () => {
      await page.setViewportSize({ width: 360, height: 800 });
      await window.go(permalink);
    });

    test("loads without a complaint of the browser or a request elsewhere", async () => {
      expect(await page.locator("h1").count()).toBe(1);
      expect(window.faults).toEqual([]);
      expect(await unusedPreloads(page)).toEqual([]);
    });

    test.runIf(representativePages.includes(permalink))("axe finds nothing on a phone", async () => {
      expect(await runAxe(page, { type: "tag", values: tags })).toEqual([]);
    });

    test.runIf(richPages.includes(permalink))("colours chosen by the reader leave all text readable", async () => {
      await page.emulateMedia({ forcedColors: "active" });
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
      expect(await runAxe(page, { type: "rule", values: ["color-contrast"] })).toEqual([]);
      await page.emulateMedia({ forcedColors: "none" });
    });

    test("nothing makes it scroll sideways, and targets are 24 px high", async () => {
      // Between these widths only representatives can differ: the other language has other words, but no other parts.
      const widths = representativePages.includes(permalink) ? [360, 320, 768, 1280] : [360, 320, 1280];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await overhang(page), `${width} px`).toBeLessThanOrEqual(0);
        expect.soft(await lowTargets(page), `${width} px`).toEqual([]);
      }
    });

    test.runIf(representativePages.includes(permalink))("axe finds nothing on a desk", async () => {
      expect(await runAxe(page, { type: "rule", values: layoutRules })).toEqual([]);
    });

    test.runIf(richPages.includes(permalink))("axe finds nothing in the dark", async () => {
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await runAxe(page, { type: "rule", values: colourRules })).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    });

    test("text twice as large fits on a phone", async () => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      expect(await overhang(page)).toBeLessThanOrEqual(0);
    });
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
    const stops = await page
      .locator("a[href], button, input, select, textarea, summary, [tabindex='0']")
      .filter({ visible: true })
      .count();
    expect(stops).toBeGreaterThan(15);
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press("Tab");
      expect(await focus()).toMatchObject({ isBody: false, inView: true, outlined: true });
    }
  });
});
