import type { Browser } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { filesOf, openPage, openWindow, practicePages, representativePages, type Site, withoutWorker } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

describe("letters", () => {
  const fonts = [
    { font: '40px "Source Serif 4"', whole: "serif-cyrillic" },
    { font: 'italic 40px "Source Serif 4"', whole: "serif-cyrillic-italic" },
    { font: '40px "Source Sans 3"', whole: "sans-cyrillic" },
  ] as const;
  const bulgarian = [..."вгджзиклптцшщю"];
  const common = [..."аеосрх"];
  const letters = [...bulgarian, ...common];
  const cellSize = 64;
  /** Pictures of letters by font, language and letter. */
  const pictures = new Map<string, Uint8Array>();

  /** A picture of a letter as pages set it, or as the package's whole font has it in a language. */
  const look = (letter: string, font: string, lang = "bg"): Uint8Array => {
    const picture = pictures.get([font, lang, letter].join());
    if (picture === undefined) throw new Error(`no picture of ${letter}`);
    return picture;
  };

  // All stand in one picture, each in its own square: a picture of each would take long.
  beforeAll(async () => {
    const { page } = await openPage(browser, site, "/bg/", { viewport: { width: 1280, height: 800 } });
    const files = filesOf(site, ".woff2");
    const wholes = fonts.map(({ whole }) => ({
      family: whole,
      url: `/${files.find((file) => file.startsWith(`assets/fonts/${whole}.`))}`,
    }));
    const rows = fonts.flatMap(({ font, whole }) => [
      { font, lang: "bg" },
      { font: `40px ${whole}`, lang: "bg" },
      { font: `40px ${whole}`, lang: "ru" },
    ]);
    await page.evaluate(
      async ({ rows, wholes, letters, cellSize }) => {
        for (const { family, url } of wholes) document.fonts.add(await new FontFace(family, `url(${url})`).load());
        const specimen = document.createElement("div");
        specimen.id = "specimen";
        specimen.style.cssText = `position: absolute; inset: 0 auto auto 0; display: grid; background: white;
          grid-template-columns: repeat(${letters.length}, ${cellSize}px); grid-auto-rows: ${cellSize}px`;
        for (const { font, lang } of rows)
          for (const letter of letters) {
            const cell = document.createElement("span");
            cell.lang = lang;
            cell.style.font = font;
            cell.textContent = letter;
            specimen.append(cell);
          }
        document.body.append(specimen);
        for (const { font } of rows) {
          const faces = await document.fonts.load(font, letters.join(""));
          if (faces.length === 0) throw new Error(`no font face for ${font}`);
        }
      },
      { rows, wholes, letters, cellSize },
    );
    const sheet = sharp(await page.locator("#specimen").screenshot());
    await page.close();
    for (const [row, { font, lang }] of rows.entries())
      for (const [column, letter] of letters.entries()) {
        const square = { left: column * cellSize, top: row * cellSize, width: cellSize, height: cellSize };
        pictures.set([font, lang, letter].join(), await sheet.clone().extract(square).greyscale().raw().toBuffer());
      }
  });

  /** How much of the ink of two letters does not lie upon each other, from 0 to 1: what is cut out is rounded a little differently. */
  const apart = (letter: string, font: string, whole: string, lang: string): number => {
    const [one, other] = [look(letter, font), look(letter, `40px ${whole}`, lang)];
    const ink = (at: number): number => 255 - (one[at] ?? 0) + 255 - (other[at] ?? 0);
    const both = one.reduce((sum, _, at) => sum + ink(at), 0);
    return one.reduce((sum, shade, at) => sum + Math.abs(shade - (other[at] ?? 0)), 0) / both;
  };

  describe.each(fonts)("in $font", ({ font, whole }) => {
    test("letters have the Bulgarian form of the package's font", () => {
      for (const letter of letters) expect.soft(apart(letter, font, whole, "bg"), letter).toBeLessThan(0.02);
    });

    test("which differs from the Russian one where Bulgarian has one of its own", () => {
      const differing = letters.filter((letter) => apart(letter, font, whole, "ru") > 0.04);
      // Russian italics have most of these forms, too.
      expect(differing).toEqual(whole.endsWith("italic") ? [..."вджзклю"] : bulgarian);
    });
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

test("every kind of page shows its title without script", async () => {
  const { page, go } = await openWindow(browser, site, { javaScriptEnabled: false });
  for (const permalink of representativePages) {
    await go(permalink);
    expect.soft(await page.locator("h1").isVisible(), permalink).toBe(true);
    expect.soft((await page.locator("h1").textContent())?.trim(), permalink).toBeTruthy();
  }
  await page.close();
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

test.each([
  "/bg/",
  practicePages.typical,
  "/bg/search/?q=%D0%B1%D1%8E%D0%B4%D0%B6%D0%B5%D1%82",
  "/bg/offline/",
  "/bg/compare/",
])("nothing on %s jumps while it loads", async (permalink) => {
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
});

describe("on a phone", () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  /** Says so beside the name of the site. */
  const untranslated = practicePages.short;

  test("no field is so small that an iPhone enlarges the page for it, and the head is two lines on inner pages", async () => {
    const { page, go } = await openWindow(browser, site, phone);
    for (const permalink of [...representativePages, untranslated]) {
      await go(permalink);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("input:not([type=checkbox], [type=hidden]), select, textarea")]
          .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
          .map((field) => field.outerHTML),
      );
      expect.soft(small, permalink).toEqual([]);
      const head = page.locator(".site-header");
      if (permalink === "/bg/" || (await head.count()) === 0) continue;
      const height = await head.evaluate((element) => element.getBoundingClientRect().height);
      expect.soft(height, permalink).toBeLessThanOrEqual(150);
    }
    await page.close();
  });

  test("letters of twice the size stay within 320 px, beside nothing that they overlap", async () => {
    const { page } = await openPage(browser, site, practicePages.typical, { viewport: { width: 320, height: 740 } });
    const { over, cut } = await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      const name = document.querySelector(".site-name") as HTMLElement;
      return {
        over: document.documentElement.scrollWidth - innerWidth,
        cut: name.scrollWidth - name.clientWidth,
      };
    });
    expect({ over, cut }).toEqual({ over: 0, cut: 0 });
    await page.close();
  });

  test("no line of a row begins with a dot, and the menu is seen to go on beside the selection", async () => {
    const { page, go } = await openWindow(browser, site, phone);
    await go("/bg/practices/");
    const dots = await page.evaluate(() =>
      [...document.querySelectorAll(".row-size + *")].map((element) => getComputedStyle(element, "::before").content),
    );
    expect(dots.length).toBeGreaterThan(5);
    expect(dots.filter((content) => content.includes("·"))).toEqual([]);
    await page.locator("[data-print] button").first().click();
    const menu = await page.locator(".site-navigation li:nth-child(2)").boundingBox();
    const link = await page.locator(".site-menus .selection-link").boundingBox();
    expect((menu?.x ?? 999) + (menu?.width ?? 999)).toBeLessThan(link?.x ?? 0);
    await page.close();
  });

  test.each([practicePages.typical, "/bg/themes/energy/print/"])(
    "%s is printed by a button, not by keys",
    async (permalink) => {
      const { page } = await openPage(browser, site, permalink, phone);
      await page.evaluate(() => {
        window.print = () => {
          document.body.dataset.printed = "yes";
        };
      });
      expect(await page.locator(".print-keys").first().isVisible()).toBe(false);
      expect(await page.locator(".print-touch").first().isVisible()).toBe(true);
      await page.locator("[data-print-page]").first().click();
      expect(await page.locator("body").getAttribute("data-printed")).toBe("yes");
      await page.close();
    },
  );

  test.each([practicePages.long, practicePages.rich])("the keyboard goes down %s as it is read", async (permalink) => {
    const { page } = await openPage(browser, site, permalink, { viewport: { width: 500, height: 800 } });
    // No property of one browser alone may put it right.
    const flow = await page
      .locator("article.practice")
      .evaluate((practice) => getComputedStyle(practice).getPropertyValue("reading-flow"));
    expect(flow).toMatch(/^(?:|normal)$/);
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("article a[href], article button")]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => element.getBoundingClientRect().top),
    );
    const jumps = tops.filter((top, at) => at > 0 && top < (tops[at - 1] ?? 0) - 150);
    expect(jumps).toEqual([]);
    await page.close();
  });
});

test("the citation and the address of a section are copied by a button", async () => {
  const options = { permissions: ["clipboard-read", "clipboard-write"] };
  const { page } = await openPage(browser, site, practicePages.long, options);
  const copied = async (button: string): Promise<string> => {
    await page.locator(button).first().click();
    await page.locator(button, { hasText: "Копирано" }).first().waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied(".cite .copy")).toMatch(/„Квартален бюджет“.*2013\sг\.\shttps:.*\/kvartalen-byudzhet\/$/);
  expect(await copied("h2 .copy")).toMatch(/\/bg\/practices\/kvartalen-byudzhet\/#background$/);
  await page.close();
});
