import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { expectNoAxeFindings } from "./axe.ts";
import { type Visit, visit } from "./selection-site.ts";
import { type LinkStyle, openSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const status = (page: Page) => page.locator("[data-status]");
const titles = (page: Page) => page.locator("[data-results] .row-title a");
const marks = (page: Page) => page.locator("[data-results] mark").allTextContents();
const notes = (page: Page) => page.locator("[data-notes]");

/** The address of the search with a query. */
function asking({ address }: Visit, query: Readonly<Record<string, string>>, language = "bg"): string {
  return `${address(`${language}/search/`)}?${new URLSearchParams(query)}`;
}

async function ask(reader: Visit, query: Readonly<Record<string, string>>, language = "bg"): Promise<void> {
  await reader.page.goto(asking(reader, query, language));
  await answered(reader.page);
}

async function answered(page: Page): Promise<void> {
  await page.locator("[data-search][aria-busy=false]").waitFor();
}

describe.each<LinkStyle>(["pretty", "files"])("with --links %s", (style) => {
  let site: Site;
  let reader: Visit;
  let page: Page;

  beforeAll(async () => {
    site = await openSite(style);
    reader = await visit(browser, site, style);
    ({ page } = reader);
  });

  afterAll(async () => {
    await reader?.session.close();
    await site?.close();
  });

  // The engine is the same wherever its parts come from.
  const testOnce = style === "pretty" ? test : test.skip;

  test("finds words in other forms, in both alphabets, and marks them", async () => {
    await ask(reader, { q: "библиотеките " });
    expect(await titles(page).first().textContent()).toBe("Библиотека на колела");
    expect(await marks(page)).toContain("Библиотека");
    const cyrillic = await titles(page).allTextContents();
    await ask(reader, { q: "biblioteka " });
    expect(await titles(page).allTextContents()).toEqual(cyrillic);
    await ask(reader, { q: "libraries" }, "en");
    expect(await titles(page).first().textContent()).toBe("A library on wheels");
  });

  test.each([
    ["bg/", "#home-words"],
    ["bg/themes/", ".site-search input"],
  ])("is reached from %s, with the keyboard alone", async (start, words) => {
    await page.goto(reader.address(start));
    await page.locator(words).focus();
    await page.keyboard.type("пазар");
    await page.keyboard.press("Enter");
    await answered(page);
    expect(page.url()).toContain("/bg/search/");
    expect(await page.locator("#search-words").inputValue()).toBe("пазар");
    await titles(page).first().waitFor();
    expect(await titles(page).allTextContents()).toContain("Пазар от първа ръка");
  });

  testOnce("answers while the reader types, and keeps the question in the address", async () => {
    await ask(reader, {});
    const all = await status(page).textContent();
    await page.locator("#search-words").pressSequentially("електрон", { delay: 20 });
    await expect.poll(() => status(page).textContent()).not.toBe(all);
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("електрон");
    await answered(page);
    const found = await titles(page).allTextContents();
    expect(found).toContain("Електронен регистър на общинските имоти");
    await page.reload();
    await answered(page);
    expect(await titles(page).allTextContents()).toEqual(found);
  });

  testOnce("narrows down by what found practices have, with true numbers", async () => {
    await ask(reader, { q: "община " });
    const menu = page.locator("#search-theme");
    const option = menu.locator("option").nth(1);
    const [, count] = /\((\d+)\)$/.exec((await option.textContent()) ?? "") ?? [];
    await menu.selectOption({ index: 1 });
    await answered(page);
    await expect.poll(() => status(page).textContent()).toMatch(new RegExp(`^${count}\\sпрактик`));
    expect(new URL(page.url()).searchParams.get("theme")).toBe(await option.getAttribute("value"));
    // Other restrictions now count within this one.
    const years = await page.locator("#search-year option:not([value=''])").allTextContents();
    const sum = years.reduce((total, text) => total + Number(/\((\d+)\)/.exec(text)?.[1]), 0);
    expect(sum).toBe(Number(count));
    await page.locator("[data-do=clear]").click();
    await answered(page);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator("#search-words").evaluate((field) => field === document.activeElement)).toBe(true);
  });

  testOnce("says when a word is replaced or not there, and when no practice has all words", async () => {
    await ask(reader, { q: "библитека " });
    expect(await notes(page).textContent()).toBe("„библитека“ не се среща; показано е най-близкото.");
    expect(await titles(page).first().textContent()).toBe("Библиотека на колела");
    await ask(reader, { q: "библиотека ххххх " });
    expect(await notes(page).textContent()).toContain("„ххххх“ не се среща.");
    expect(await titles(page).count()).toBeGreaterThan(0);
    await ask(reader, { q: "ххххх " });
    expect(await status(page).textContent()).toBe("Няма такива практики.");
    expect(await page.locator("[data-empty]").isVisible()).toBe(true);
  });

  testOnce("looks for a phrase as it stands, in any form", async () => {
    await ask(reader, { q: "„общински съвет“ " });
    const together = await titles(page).allTextContents();
    expect(together).toContain("Общински съвет на път");
    await ask(reader, { q: "„съвет общински“ " });
    expect(await titles(page).allTextContents()).not.toContain("Общински съвет на път");
  });

  testOnce("shows ten at a time, and the next ten where the reader is", async () => {
    await ask(reader, {});
    expect(await titles(page).count()).toBe(10);
    const eleventh = titles(page).nth(10);
    await page.locator("[data-do=more]").click();
    await eleventh.waitFor();
    expect(await eleventh.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  testOnce("says of a year without practices which are the nearest, and leads there", async () => {
    await ask(reader, { q: "2025" });
    expect(await notes(page).textContent()).toMatch(
      /^От 2025\sг\. няма практики\.\sНай-близките години:\s2019\s\(\d\sпрактики\)$/,
    );
    await ask(reader, { q: "libraries 2006" }, "en");
    const neighbours = notes(page).locator("a");
    expect(await neighbours.count()).toBe(2);
    const [, year, count] = /^(\d{4})\s\((\d+)\s/.exec((await neighbours.last().textContent()) ?? "") ?? [];
    expect(Number(year)).toBeGreaterThan(2006);
    await neighbours.last().click();
    await answered(page);
    expect(new URL(page.url()).searchParams.get("year")).toBe(year);
    expect(await status(page).textContent()).toContain(count);
  });

  testOnce("says what can be done where nothing is found: lists, other words, no filters", async () => {
    await ask(reader, { q: "вода", award: "yes", year: "1998" });
    const without = notes(page).locator("a");
    expect(await without.textContent()).toContain("без филтри");
    expect(await page.locator("[data-empty] a").allTextContents()).toContain("Азбучен показалец");
    await without.click();
    await answered(page);
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: "вода" })}`);
    expect(await titles(page).count()).toBeGreaterThan(0);
    await ask(reader, { q: "и на за" });
    expect(await notes(page).textContent()).toContain("в почти всички текстове");
    await ask(reader, { q: "община" });
    expect(await notes(page).textContent()).toContain("в почти всички текстове");
    await ask(reader, { q: "вода" });
    expect(await notes(page).textContent()).not.toContain("в почти всички текстове");
  });

  testOnce("comes back to the place in the list that the reader had reached", async () => {
    await ask(reader, { q: "община" });
    await page.locator("[data-do=more]").click();
    await titles(page).nth(15).waitFor();
    await titles(page).nth(15).click();
    await page.locator("article.practice").waitFor();
    await page.goBack();
    await answered(page);
    await titles(page).nth(15).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  });

  testOnce("shows passages that are sentences, not names of organisations", async () => {
    await ask(reader, { q: "община" });
    const passages = await page.locator("[data-passage]").allTextContents();
    expect(passages.filter((passage) => passage.length < 40)).toEqual([]);
  });

  test("puts what is found in another order, which the address keeps", async () => {
    await ask(reader, { theme: "finance", sort: "title" });
    const byTitle = await titles(page).allTextContents();
    expect(byTitle).toEqual(byTitle.toSorted(new Intl.Collator("bg").compare));
    await page.locator("[name=sort]").selectOption("-budget");
    await answered(page);
    await page.waitForURL(/theme=finance&sort=-budget/);
    await expect.poll(() => titles(page).first().textContent()).toBe("Осветление с гарантиран резултат");
    await titles(page).first().click();
    await page.goBack();
    await answered(page);
    expect(await page.locator("[name=sort]").inputValue()).toBe("-budget");
    expect(await titles(page).first().textContent()).toBe("Осветление с гарантиран резултат");
    // Rows show what puts them there, those that come later as well.
    const figures = page.locator("[data-results] [data-figure]");
    expect(await figures.first().textContent()).toMatch(/^Общ разход: .*лв\./);
    await ask(reader, { sort: "-budget" });
    await page.locator("[data-do=more]").click();
    await titles(page).nth(19).waitFor();
    expect(await figures.count()).toBe(20);
    await page.locator("[name=sort]").selectOption("title");
    await answered(page);
    await expect.poll(() => figures.count()).toBe(0);
    // The least first; those without a sum stand behind those with one.
    await ask(reader, { sort: "budget" });
    expect(await titles(page).first().textContent()).toBe("Музейна раница");
    await ask(reader, { sort: "adopted" });
    expect(await titles(page).first().textContent()).toBe("Квартален бюджет");
    // An order that there is not is none.
    await ask(reader, { sort: "no-such" });
    expect(await titles(page).count()).toBe(10);
  });

  test("is where the filters and the order of a list lead", async () => {
    await page.goto(reader.address("bg/themes/finance/"));
    const link = page.locator("[data-facet=status] a", { hasText: "действа" });
    const count = await link.locator("+ .count").textContent();
    await link.click();
    await answered(page);
    expect(new URL(page.url()).search).toBe("?theme=finance&status=active");
    expect(await status(page).textContent()).toMatch(new RegExp(`^${count}\\s`));
    await page.goto(reader.address("bg/themes/finance/"));
    await page.locator(".sort select").selectOption("title");
    await page.locator(".sort button").click();
    await answered(page);
    expect(new URL(page.url()).search).toBe("?theme=finance&sort=title");
  });

  test("leads to practices, which can be chosen for print", async () => {
    await ask(reader, { q: "библиотека " });
    await page.locator("[data-results] .to-print button").first().click();
    expect(await page.locator("[data-results] .to-print button").first().getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".site-menus [data-selection-link] a").textContent()).toContain("1");
    await titles(page).first().click();
    await page.locator("article.practice").waitFor();
    expect(await page.locator("h1").textContent()).toContain("Библиотека на колела");
  });

  test("keeps the question when the reader changes the language", async () => {
    await ask(reader, { q: "internet" });
    await page.locator(".languages a").click();
    await answered(page);
    expect(page.url()).toMatch(/\/en\/search\/(index\.html)?\?q=internet$/);
    await titles(page).first().waitFor();
  });

  testOnce.each([
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "%00 \\ ( [ *",
    "__proto__ constructor",
  ])("does no harm with %j", async (words) => {
    page.on("dialog", (dialog) => {
      reader.faults.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    await ask(reader, { q: words, theme: words });
    expect(await page.locator("main img, main script").count()).toBe(0);
  });

  test("asks no other host, breaks no policy, and fails nowhere", () => {
    expect(reader.faults).toEqual([]);
  });
});

describe("the page of the search", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite("pretty");
  });

  afterAll(() => site?.close());

  test("is accessible with results, on a phone and a desk, light and dark", async () => {
    const reader = await visit(browser, site, "pretty");
    await ask(reader, { q: "община" });
    await expectNoAxeFindings(reader.page);
    await reader.session.close();
  });

  test.each([320, 360, 390])(
    "shows the first practice found on the first screen of a phone of %i px",
    async (width) => {
      const reader = await visit(browser, site, "pretty", { viewport: { width, height: 740 } });
      const { page } = reader;
      await ask(reader, { q: "община" });
      const bottom = await titles(page)
        .first()
        .evaluate((title) => title.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThan(740);
      // Filters open with the keyboard, say how many are on, and never take the results away by themselves.
      expect(await page.locator("#search-theme").isVisible()).toBe(false);
      await page.locator("[data-filters] summary").focus();
      await page.keyboard.press("Enter");
      await page.locator("#search-theme").selectOption({ index: 1 });
      await answered(page);
      await expect.poll(() => page.locator("[data-filters] summary").textContent()).toBe("Филтри (1)");
      await reader.session.close();
    },
  );

  test("has all filters in view on a desk, also by keyboard", async () => {
    const reader = await visit(browser, site, "pretty", { viewport: { width: 1280, height: 900 } });
    await ask(reader, { q: "община" });
    expect(await reader.page.locator("#search-theme").isVisible()).toBe(true);
    await reader.page.locator("[data-do=clear]").focus();
    for (const menu of ["#search-sort", "#search-theme"]) {
      await reader.page.keyboard.press("Tab");
      expect(await reader.page.locator(menu).evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await reader.session.close();
  });

  test("marks found words in the colours of the system where those are forced", async () => {
    const reader = await visit(browser, site, "pretty", { forcedColors: "active", colorScheme: "dark" });
    await ask(reader, { q: "бюджет" });
    const [text, ground] = await reader.page
      .locator("mark")
      .first()
      .evaluate((mark) => {
        const { color, backgroundColor } = getComputedStyle(mark);
        return [color, backgroundColor];
      });
    expect(ground).not.toBe(text);
    expect(ground).not.toMatch(/^rgba\(.*, 0\)$/);
    await reader.session.close();
  });

  test("brings the lists back where its script fails", async () => {
    const reader = await visit(browser, site, "pretty");
    await reader.page.addInitScript(() => {
      // As in a browser that does not know it.
      Reflect.deleteProperty(Element.prototype, "replaceChildren");
    });
    await reader.page.goto(asking(reader, { q: "вода" }));
    await reader.page.locator("[data-unscripted]").waitFor();
    expect(await reader.page.locator("[data-search]").isVisible()).toBe(false);
    await reader.session.close();
  });

  test("without script leads to the lists and shows no form that does nothing", async () => {
    const reader = await visit(browser, site, "pretty", { javaScriptEnabled: false });
    await reader.page.goto(asking(reader, { q: "вода" }));
    expect(await reader.page.locator(".search-form").isVisible()).toBe(false);
    const lists = reader.page.locator("[data-unscripted] a");
    expect(await lists.allTextContents()).toContain("Азбучен показалец");
    await lists.getByText("Азбучен показалец").click();
    const letter = reader.page.locator(".titles", { has: reader.page.locator("h2", { hasText: /^Б$/ }) });
    expect(await letter.locator("a").allTextContents()).toContain("Библиотека на колела");
    await reader.session.close();
  });

  test("says that the index did not come, and works when it is asked again", async () => {
    const reader = await visit(browser, site, "pretty");
    const { page } = reader;
    await page.route("**/search/index/head.js*", (route) => route.abort());
    await ask(reader, { q: "вода" });
    expect(await status(page).textContent()).toContain("не се зареди");
    await page.unroute("**/search/index/head.js*");
    await page.locator(".search-line .button").click();
    await titles(page).first().waitFor();
    await reader.session.close();
  });

  // 10 KB without synonyms, the way back to a place, and what can be done next; words of irregular forms are 0.5 KB.
  test("costs little beside a practice's page: its script is under 12.6 KB compressed", async () => {
    const reader = await visit(browser, site, "pretty");
    const { page } = reader;
    const response = page.waitForResponse(/\/js\/search\.[^/]*\.js$/);
    await ask(reader, {});
    expect(gzipSync(await (await response).body()).length).toBeLessThan(12_600);
    await reader.session.close();
  });
});
