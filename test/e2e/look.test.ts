import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forwardingPages, openPage, practicePages, type Site, samplePages, withoutWorker } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

describe("letters", () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await openPage(browser, site, "/bg/"));
    await page.evaluate(() => {
      const specimen = document.createElement("p");
      specimen.id = "specimen";
      document.querySelector("main")?.prepend(specimen);
    });
  });

  afterAll(() => page?.close());

  /** A picture of letters as set in a language. */
  const draw = async (text: string, lang: string, font: string): Promise<string> => {
    await page.evaluate(
      async ([text, lang, font]) => {
        const specimen = document.getElementById("specimen");
        if (!specimen) throw new Error("no specimen");
        specimen.lang = lang;
        specimen.style.font = font;
        specimen.textContent = text;
        const fonts = await document.fonts.load(font, text);
        if (fonts.length === 0) throw new Error(`no font face for ${font}`);
      },
      [text, lang, font] as const,
    );
    return (await page.locator("#specimen").screenshot()).toString("base64");
  };

  test.each([..."вгджзиклптцшщю"])("%s has its Bulgarian form in Source Serif 4", async (letter) => {
    const font = '40px "Source Serif 4"';
    const bulgarian = await draw(letter, "bg", font);
    expect(await draw(letter, "bg", font)).toBe(bulgarian);
    expect(await draw(letter, "ru", font)).not.toBe(bulgarian);
  });

  test.each(['italic 40px "Source Serif 4"', '40px "Source Sans 3"'])("%s has Bulgarian forms too", async (font) => {
    const text = "вгджзиклптцшщю";
    expect(await draw(text, "ru", font)).not.toBe(await draw(text, "bg", font));
  });

  test("letters common to both languages look alike", async () => {
    const font = '40px "Source Serif 4"';
    expect(await draw("аеосрх", "ru", font)).toBe(await draw("аеосрх", "bg", font));
  });
});

test.each([
  practicePages.long,
  practicePages.rich,
  "/bg/about/",
  "/en/practices/informatsionen-tsentar-na-edno-gishe/",
  "/en/about/",
])("a line of text on %s has 55 to 75 characters", async (permalink) => {
  const { page } = await openPage(browser, site, permalink, { viewport: { width: 1280, height: 800 } });
  const lengths = await page.evaluate(() =>
    [...document.querySelectorAll(".prose > p")].flatMap((paragraph) => {
      const lines = new Map<number, number>();
      const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        for (let index = 0; index < (node.textContent?.length ?? 0); index++) {
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const [box] = range.getClientRects();
          if (!box) continue;
          const line = Math.round((box.top + box.bottom) / 2 / 8);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      }
      return [...lines.values()].slice(0, -1);
    }),
  );
  await page.close();
  expect(lengths.length).toBeGreaterThan(10);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(average).toBeGreaterThanOrEqual(55);
  expect(average).toBeLessThanOrEqual(75);
});

test.each(samplePages)("%s loads without a complaint of the browser or a request elsewhere", async (permalink) => {
  const { page, faults } = await openPage(browser, site, permalink);
  expect(await page.locator("h1").count()).toBe(1);
  await page.close();
  expect(faults).toEqual([]);
});

test("every page shows its title without script", async () => {
  const hasTitle = async (page: Page, permalink: string): Promise<void> => {
    expect.soft(await page.locator("h1").isVisible(), permalink).toBe(true);
    expect.soft((await page.locator("h1").textContent())?.trim(), permalink).toBeTruthy();
  };
  // One page after the other in the same window, so that fonts are loaded once; those that forward stay where they are.
  const { page } = await openPage(browser, site, "/bg/", { javaScriptEnabled: false });
  for (const permalink of samplePages) {
    if (forwardingPages.includes(permalink)) continue;
    await page.goto(site.url + permalink.slice(1));
    await hasTitle(page, permalink);
  }
  await page.close();
  for (const permalink of forwardingPages) {
    const { page: forwarding } = await openPage(browser, site, permalink, { javaScriptEnabled: false });
    await hasTitle(forwarding, permalink);
    await forwarding.close();
  }
});

test("an address that does not exist, however deep, shows the page for it with its style", async () => {
  const page = await browser.newPage();
  const response = await page.goto(`${site.url}bg/practices/no-such/practice/`);
  expect(response?.status()).toBe(404);
  const family = await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily);
  expect(family).toMatch(/^"?Source Serif 4/);
  await page.locator('main a[href$="/bg/"]').click();
  expect(page.url()).toBe(`${site.url}bg/`);
  await page.close();
});

test("the page of the root forwards to the default language", async () => {
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForURL(`${site.url}bg/`);
  await page.close();
});

test.each(["/bg/", practicePages.typical, "/bg/search/", "/bg/offline/", "/bg/compare/"])(
  "nothing on %s jumps while it loads",
  async (permalink) => {
    for (const width of [412, 1280]) {
      const page = await browser.newPage({ ...withoutWorker, viewport: { width, height: 823 } });
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.url + permalink.slice(1), { waitUntil: "networkidle" });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      // Web Vitals calls 0.1 good.
      expect
        .soft(
          shifts.reduce((sum, shift) => sum + shift, 0),
          `${width} px`,
        )
        .toBeLessThan(0.02);
      await page.close();
    }
  },
);
