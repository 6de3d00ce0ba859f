import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNoAxeFindings, runAxe } from "./axe.ts";
import { openSelection, practicesOf, type Visit, visit } from "./selection-site.ts";
import { filesOf, readSite, type Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

test("the script of every page weighs at most 2 KB, that of the selection 5, and no page has more than 10", () => {
  const weigh = (name: string): number => {
    const file = filesOf(site, ".js").find((path) => path.startsWith(`assets/js/${name}.`)) ?? "";
    return gzipSync(readSite(site, file), { level: 9 }).length;
  };
  const [basket, selection] = [weigh("selection-buttons"), weigh("print-selection")];
  expect(basket).toBeLessThanOrEqual(2_048);
  expect(selection).toBeLessThanOrEqual(5_120);
  expect(basket + weigh("nominations") + weigh("nominate-dialog")).toBeLessThanOrEqual(10_240);
});

/** What a reader may see, each with the way there. */
const views: readonly { readonly name: string; readonly open: (reader: Visit) => Promise<void> }[] = [
  {
    name: "a selection",
    open: async (reader) => {
      await openSelection(reader, practicesOf(site, "bg").slice(0, 6));
      await reader.page.locator(".selection-row [data-do=remove]").first().click();
    },
  },
  {
    name: "a selection of others with practices that are not there",
    open: async (reader) => {
      await openSelection(reader, practicesOf(site, "en").slice(0, 1), "en");
      await openSelection(reader, ["x".repeat(100), ...practicesOf(site, "en").slice(1, 4)], "en");
    },
  },
  {
    name: "the address in its field",
    open: async (reader) => {
      await reader.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await openSelection(reader, practicesOf(site, "bg").slice(0, 3));
      await reader.page.locator("[data-do=copy]").click();
    },
  },
  { name: "nothing selected", open: (reader) => openSelection(reader, []) },
  {
    name: "a list with chosen practices",
    open: async ({ page, address }) => {
      await page.goto(address("bg/themes/energy/"));
      for (const button of (await page.locator(".to-print button").all()).slice(0, 2)) await button.click();
    },
  },
];

describe.each(views)("$name", ({ open }) => {
  let reader: Visit;
  let page: Page;

  beforeAll(async () => {
    reader = await visit(browser, site, "pretty");
    page = reader.page;
    await open(reader);
  });

  afterAll(() => reader?.session.close());

  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  test("axe finds nothing, light or dark, on a phone or a desk", async () => {
    await expectNoAxeFindings(page);
  });

  test("colours chosen by the reader leave all text readable", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await runAxe(page, { type: "rule", values: ["color-contrast"] })).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("fits a window of 320 px, and with text twice as large one of 360", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await overhang()).toBeLessThanOrEqual(0);
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  });

  test("what is pressed is 24 px high", async () => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const low = await page.evaluate(() =>
        [...document.querySelectorAll("main :is(button, input, .selection-button), [data-selection-link] a")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
          .map((element) => element.outerHTML),
      );
      expect.soft(low, `${width} px`).toEqual([]);
    }
  });

  test("nothing of it is printed", async () => {
    await page.emulateMedia({ media: "print" });
    const shown = await page
      .locator("button, input, .selection, .selection-link, .selection-spoken")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(shown).toBe(0);
    await page.emulateMedia({ media: null });
  });
});

test("by touch, what is pressed is 44 px high", async () => {
  const reader = await visit(browser, site, "pretty", {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const { page, address } = reader;
  const heights = (selector: string) =>
    page
      .locator(selector)
      .filter({ visible: true })
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  await page.goto(address("bg/practices/"));
  await page.locator(".to-print button").first().tap();
  expect(Math.min(...(await heights(".to-print button")))).toBeGreaterThanOrEqual(44);
  await page.locator("[data-selection-link] a").first().tap();
  await page.locator(".selection-row").waitFor();
  expect(Math.min(...(await heights(".selection button")))).toBeGreaterThanOrEqual(44);
  await reader.session.close();
});

test.each(["bg/practices/", "bg/practices/kvartalen-byudzhet/"])(
  "on %s nothing moves when the script arrives late",
  async (path) => {
    for (const width of [360, 1280]) {
      const { page, address, session } = await visit(browser, site, "pretty", { viewport: { width, height: 800 } });
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/selection-buttons.*.js", async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(address(path), { waitUntil: "commit" });
      await page.locator(".site-footer .licence").waitFor();
      // A font is asked for when something is laid out in it; before that, all that were asked for are there.
      const hasFonts = () =>
        page.evaluate(async () => {
          document.body.getBoundingClientRect();
          await document.fonts.ready;
          const faces = [...document.fonts];
          return faces.some(({ status }) => status === "loaded") && faces.every(({ status }) => status !== "loading");
        });
      await expect.poll(hasFonts).toBe(true);
      const tops = () =>
        page
          .locator("h1, main h2, .row, .practice-text p, .site-footer")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + scrollY));
      const before = await tops();
      expect(await page.locator(".to-print button").count()).toBe(0);
      release();
      await page.locator(".to-print button").first().waitFor();
      expect(await tops(), `${width} px`).toEqual(before);
      await session.close();
    }
  },
);
