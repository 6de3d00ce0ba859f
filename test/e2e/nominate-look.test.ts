import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNoAxeFindings, runAxe } from "./axe.ts";
import { byCode, openDialog, openPractice, problemOf, type Reader, submit, success, typeCode } from "./dialog.ts";
import { filesOf, openPage, openSite, readSite, type Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

const id = "informatsionen-tsentar-na-edno-gishe";

test("the script of every page weighs at most a kilobyte, that of the dialog five", () => {
  const weigh = (name: RegExp): number => {
    const [file = ""] = filesOf(site, ".js").filter((path) => name.test(path));
    return gzipSync(readSite(site, file), { level: 9 }).length;
  };
  expect(weigh(/\/nominations\.\w{10}\.js$/)).toBeLessThanOrEqual(1_024);
  expect(weigh(/\/nominate-dialog\.\w{10}\.js$/)).toBeLessThanOrEqual(5_120);
});

test.each([
  ["bg/about/index.html", ["offline"]],
  ["index.html", []],
  ["bg/themes/index.html", ["offline"]],
  // The page for what is not there looks whether an address of the old archive was meant.
  ["404.html", ["offline", "old-addresses"]],
])("%s has no count, no link to nominate, and no script for them", (page, names) => {
  const scripts = [...readSite(site, page).matchAll(/<script[^>]* src="[^"]*\/([\w-]+)\.\w+\.js"/g)];
  expect(scripts.map(([, name]) => name)).toEqual(names);
  expect(readSite(site, page).match(/<script/g) ?? []).toHaveLength(names.length);
});

/** What a reader may see, each with the way there. */
const views: readonly { readonly name: string; readonly open: (reader: Reader) => Promise<void> }[] = [
  { name: "the dialog", open: openDialog },
  {
    name: "the dialog with a problem",
    open: async (reader) => {
      await openDialog(reader);
      await reader.page.locator("[name=answer]").fill("1");
      await submit(reader.page).click();
      await problemOf(reader.page).filter({ hasText: "." }).waitFor();
    },
  },
  {
    name: "the dialog after the vote",
    open: async (reader) => {
      await openDialog(reader);
      await typeCode(reader);
      await submit(reader.page).click();
      await success(reader.page).waitFor();
    },
  },
  {
    name: "the form as a page",
    open: async ({ page }) => {
      await page.goto(new URL(`/nominate/${id}?lang=bg`, page.url()).href);
    },
  },
  {
    name: "the receipt's page",
    open: async ({ page }) => {
      await page.goto(new URL("/nominate?lang=en&receipt=AAAAAAAAAAAAAAAAAAAAAA", page.url()).href);
    },
  },
];

describe.each(views)("$name", ({ open }) => {
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    reader = await openPractice(browser, site, id);
    page = reader.page;
    await open(reader);
  });

  afterAll(() => page?.close());

  test("axe finds nothing, light or dark, on a phone or a desk", async () => {
    await expectNoAxeFindings(page);
  });

  test("colours chosen by the reader leave all text readable", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await runAxe(page, { type: "rule", values: ["color-contrast"] })).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
  });

  test("fits a window of 320 px, also with text twice as large", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const beyond = () =>
      page.evaluate(() => {
        const frame = document.querySelector("dialog") ?? document.documentElement;
        const parts = [...frame.querySelectorAll("h1, p, a, img, audio, input, button, code")];
        const { right } = frame.getBoundingClientRect();
        return {
          overhang: frame.scrollWidth - frame.clientWidth,
          parts: parts.filter((part) => part.getBoundingClientRect().right > right).map((part) => part.outerHTML),
        };
      });
    expect(await beyond()).toEqual({ overhang: 0, parts: [] });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await beyond()).toEqual({ overhang: 0, parts: [] });
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  });

  test("what is pressed is 44 px high, and nothing of it is printed over the practice", async () => {
    const low = await page.evaluate(() =>
      [...(document.querySelector("dialog") ?? document).querySelectorAll("button, input:not([type=hidden]), audio")]
        .filter((element) => element.checkVisibility())
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML),
    );
    expect(low).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("dialog").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(
      0,
    );
    await page.emulateMedia({ media: null });
  });

  test("is there without a complaint of the browser or a request elsewhere", () => {
    expect(reader.faults()).toEqual([]);
  });
});

test("on a phone, by touch", async () => {
  const touch = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, language: "en" } as const;
  const reader = await openPractice(browser, site, id, touch);
  const { page, faults } = reader;
  const before = await site.votes(id);
  await page.locator("a[data-nominate]").tap();
  await page.locator("dialog[open] h1").waitFor();
  // The heading has the focus: a keyboard would hide the picture.
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("h1");
  await byCode(page).tap();
  expect(await page.locator("[data-picture]").isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("div");
  await typeCode(reader);
  await submit(page).tap();
  await success(page).waitFor();
  expect(await site.votes(id)).toBe(before + 1);
  expect(faults()).toEqual([]);
  await page.close();
});

test("the picture stands on paper of its own on a dark page", async () => {
  const reader = await openPractice(browser, site, id, { colorScheme: "dark" });
  await openDialog(reader);
  const { page } = reader;
  const ground = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground("[data-picture]")).toBe("rgb(253, 252, 249)");
  expect(await ground("dialog")).toBe("rgb(23, 24, 21)");
  await page.close();
});

test("a copy for the disk has no script for nominating, and its link leads to the published site", async () => {
  const copy = await openSite("files");
  try {
    expect(filesOf(copy, ".js").filter((file) => /nominat/.test(file))).toEqual([]);
    const { page } = await openPage(browser, copy, `/bg/practices/${id}/index.html`);
    expect(await page.locator('script[src*="nominat"]').count()).toBe(0);
    const link = page.locator("a[data-nominate]");
    expect(await link.getAttribute("href")).toBe(`https://praktiki.example.org/nominate/${id}?lang=bg`);
    await page.close();
  } finally {
    await copy.close();
  }
});
