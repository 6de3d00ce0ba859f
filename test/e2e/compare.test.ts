import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { expectNoAxeFindings } from "./axe.ts";
import { openSelection, visit } from "./selection-site.ts";
import { type LinkStyle, openSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** A text as it is read aloud: a space that holds a number and its unit together is a space. */
const spaced = (text: string | null): string => (text ?? "").replace(/[\u00a0\u202f]/g, " ");

const chosen = ["slanchevi-pokrivi", "energien-dnevnik-na-sgradite", "osvetlenie-s-garantiran-rezultat"];

describe.each<LinkStyle>(["pretty", "files"])("with --links %s", (style) => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(style);
  });

  afterAll(() => site?.close());

  test("the selection leads to its practices side by side, each in a column that its title heads", async () => {
    const reader = await visit(browser, site, style);
    const { page, faults } = reader;
    await openSelection(reader, chosen.slice(0, 1));
    expect(await page.locator("[data-compare]").isVisible()).toBe(false);
    await openSelection(reader, chosen);
    await page.locator("[data-compare]").click();
    await page.locator("[data-table]").waitFor();
    expect(await page.locator("[data-titles] > th > a").allTextContents()).toEqual([
      "Слънчеви покриви",
      "Енергиен дневник на сградите",
      "Осветление с гарантиран резултат",
    ]);
    const results = page.locator("[data-row=results] > td");
    expect(await results.count()).toBe(3);
    expect(spaced(await results.first().textContent())).toContain("186 MWh");
    expect(spaced(await page.locator("[data-row=cost] > td").first().textContent())).toContain("312 000 лв.");
    // No anchor may be there twice.
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    if (style === "pretty") await expectNoAxeFindings(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    expect(faults).toEqual([]);
    await reader.session.close();
  });

  test("figures stand in columns of one unit, which their heads sort; the order is in the address", async () => {
    const reader = await visit(browser, site, style);
    const { page, address, faults } = reader;
    await page.goto(`${address("bg/compare/")}#ids=${[...chosen, "biblioteka-na-kolela"].join()}`);
    const head = page.locator("[data-sort=budget]");
    await head.waitFor();
    expect(spaced(await head.textContent())).toBe("Общ разход, €");
    // Columns that nobody states are left out, and what nobody states is never a zero.
    expect(await page.locator("[data-sort=staff]").isVisible()).toBe(false);
    const names = page.locator("[data-figures] tbody th");
    const sums = async () => (await page.locator("[data-figures] tbody td:nth-child(2)").allInnerTexts()).map(spaced);
    expect(await sums()).toEqual(["159 523", "3 784", "349 724", "12 476"]);
    // In the words of its time a sum stands below.
    const said = page.locator("[data-row=budget] > td");
    expect(spaced(await said.first().textContent())).toBe("312 000 лв. (159 523,07 €), 2018");
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await names.allTextContents()).toEqual([
      "Енергиен дневник на сградите",
      "Библиотека на колела",
      "Слънчеви покриви",
      "Осветление с гарантиран резултат",
    ]);
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    expect(await page.locator("[data-titles] > th").first().textContent()).toBe("Енергиен дневник на сградите");
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    await page.reload();
    await head.waitFor();
    expect(await names.first().textContent()).toBe("Осветление с гарантиран резултат");
    // Last, whichever way: those that say nothing.
    await page.locator("[data-sort=duration] button").click();
    await page.locator("[data-sort=duration] button").click();
    expect(await names.first().textContent()).toBe("Осветление с гарантиран резултат");
    if (style === "pretty") await expectNoAxeFindings(page);
    expect(faults).toEqual([]);
    await reader.session.close();
  });

  test("shows four at the most, names what is not there, and takes only ids from an address", async () => {
    const reader = await visit(browser, site, style);
    const { page, address, faults } = reader;
    await page.goto(`${address("bg/compare/")}#ids=${[...chosen, "no-such", "kvartalen-byudzhet"].join()}`);
    await page.locator("[data-table]").waitFor();
    expect(await page.locator("[data-titles] > th").count()).toBe(3);
    expect(await page.locator("[data-status]").textContent()).toContain("no-such");
    await page.goto("about:blank");
    await page.goto(`${address("bg/compare/")}#ids=../../x,%3Cscript%3E,//evil.example`);
    await page.locator("[data-empty]").waitFor();
    expect(await page.locator("[data-figures]").isVisible()).toBe(false);
    expect(faults.filter((fault) => !fault.includes("no-such") && !/ERR_FILE_NOT_FOUND|404/.test(fault))).toEqual([]);
    await reader.session.close();
  });
});
