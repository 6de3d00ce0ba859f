import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { openSelection, visit } from "./selection-site.ts";
import { type LinkStyle, openSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Practices whose places have over 100,000 inhabitants, as many as Sliven's. */
const likeSliven = ["Квартален бюджет", "Регистър на градските дървета", "Библиотека на колела"];

describe.each<LinkStyle>(["pretty", "files"])("places like the reader's own, with --links %s", (style) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(style);
  });

  afterAll(() => site?.close());

  test("are chosen once by the keyboard and marked with the reason in lists, in the search and on the map, in both languages", async () => {
    const { page, session, address, faults } = await visit(browser, site, style);
    await page.goto(address("bg/sizes/"));
    const choice = page.getByLabel("Вашата община");
    await choice.focus();
    await page.keyboard.press("End");
    expect(await choice.evaluate((select: HTMLSelectElement) => select.selectedIndex)).toBe(265);
    expect(await page.getByRole("status").textContent()).toMatch(/хил\.\u00a0жители\./);
    await choice.selectOption({ label: "Сливен" });
    await page.getByRole("status").getByText("Сливен: над 100 хил. жители.").waitFor();
    await page.getByRole("link", { name: "Всички практики от такива места" }).click();
    const marked = page.locator(".row:has(.is-like) .row-title");
    await page.locator(".like-mark").first().waitFor();
    expect((await marked.allTextContents()).map((title) => title.trim())).toEqual(likeSliven);
    expect(await page.locator(".is-like").first().textContent()).toBe("над 100\u00a0хил.\u00a0жители като Сливен");

    await page.goto(`${address("bg/search/")}?q=библиотека`);
    await page.locator("[data-results] .like-mark").first().waitFor();
    expect(await marked.allTextContents()).toContain("Библиотека на колела");
    const filter = page.getByLabel("Големина на мястото");
    expect(await filter.locator("option.is-like").textContent()).toMatch(
      /^над 100\u00a0хил\.\u00a0жители \(\d\), като Сливен$/,
    );
    await filter.selectOption("over-100");
    await page.waitForURL(/size=over-100/);
    await page.locator("[data-results] .row").first().waitFor();
    expect(await page.locator("[data-results] .row:not(:has(.is-like))").count()).toBe(0);

    await page.goto(address("en/municipalities/"));
    await page.locator(".figure-map .is-like").first().waitFor();
    const sign = page.getByRole("link", { name: "Plovdiv: 1 practice, like Sliven" });
    expect(await sign.evaluate((element) => element.closest("svg") !== null)).toBe(true);
    expect(await page.locator(".like-place").textContent()).toContain("Places of the size of Sliven are marked.");
    expect(faults).toEqual([]);
    await session.close();
  });

  test("can be chosen anew, and no longer", async () => {
    const { page, session, address } = await visit(browser, site, style);
    await page.goto(address("bg/sizes/"));
    const choice = page.getByLabel("Вашата община");
    await choice.selectOption({ label: "Белене" });
    await page.goto(address("bg/practices/"));
    await page.getByRole("link", { name: "Друга община" }).click();
    expect(await choice.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe("Белене");
    await choice.selectOption("");
    await page.goto(address("bg/practices/"));
    expect(await page.locator(".is-like").count()).toBe(0);
    expect(await page.locator(".like-place").textContent()).toBe("Места като вашето");
    await session.close();
  });

  test("do no harm where something else was kept, or nothing can be", async () => {
    const { page, session, address, faults } = await visit(browser, site, style);
    await page.goto(address("bg/sizes/"));
    await page.getByLabel("Вашата община").selectOption({ label: "Белене" });
    const keys = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith("praktika:place:")),
    );
    expect(keys).toHaveLength(1);
    for (const kept of ["", "null", "[]", "{", '{"code":"X","size":"5-10"}', '{"code":1,"size":"5-10","names":{}}']) {
      await page.evaluate(([key, value]) => localStorage.setItem(key ?? "", value ?? ""), [keys[0], kept]);
      await page.goto(address("bg/practices/"));
      expect(await page.locator(".is-like").count(), kept).toBe(0);
      expect(await page.locator(".like-place a").textContent(), kept).toBe("Места като вашето");
    }
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => undefined }));
    await page.goto(address("bg/sizes/"));
    await page.getByLabel("Вашата община").selectOption({ label: "Белене" });
    expect(await page.getByRole("status").textContent()).toContain("Браузърът не пази избора");
    expect(faults).toEqual([]);
    await session.close();
  });

  test("are found without script, on a narrow screen: by the names below each size, and by the name of the place", async () => {
    const { page, session, address, faults } = await visit(browser, site, style, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    await page.goto(address("bg/practices/"));
    await page.getByRole("link", { name: "Места като вашето" }).click();
    expect(await page.locator("[data-choose-place]").isVisible()).toBe(false);
    await page.getByText("75 общини с тази големина").click();
    expect(
      await page
        .getByRole("listitem")
        .filter({ hasText: /^Белене$/ })
        .isVisible(),
    ).toBe(true);
    expect(await page.getByRole("link", { name: "5–10 хил. жители", exact: true }).isVisible()).toBe(true);
    await page.locator("noscript summary").click();
    await page.getByRole("link", { name: "Белене", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("5–10\u00a0хил.\u00a0жители");
    expect(await page.locator(".row").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await session.close();
  });

  test("stand beside each other in the comparison by their size and population", async () => {
    const reader = await visit(browser, site, style);
    await openSelection(reader, ["slanchevi-pokrivi", "kvartalen-byudzhet"]);
    await reader.page.locator("[data-compare]").click();
    await reader.page.locator("[data-table]").waitFor();
    const cells = await reader.page.locator("[data-row=size] > td").allTextContents();
    expect(cells.map((cell) => cell.replace(/\s+/g, " ").trim())).toEqual([
      expect.stringMatching(/^5–\u206010 хил\. жители \d+ през 2013 г\.$/),
      expect.stringMatching(/^над 100 хил\. жители \d{3} \d{3} през 2013 г\.$/),
    ]);
    await reader.session.close();
  });
});
