import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { action, idsIn, openSelection, practicesOf, rowsOf, settled, statusOf, visit } from "./selection-site.ts";
import { baseUrl, type LinkStyle, openSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const notice = (page: Page, name: string) => page.locator(`[data-notice=${name}]`);
const headerLink = (page: Page) => page.locator(".site-menus [data-selection-link] a");

describe.each<LinkStyle>(["pretty", "files"])("with --links %s", (style) => {
  let site: Site;
  let all: string[];

  beforeAll(async () => {
    site = await openSite(style);
    all = practicesOf(site, "bg");
  });

  afterAll(() => site?.close());

  test("practices that do not exist are named and left out, and can be removed", async () => {
    const reader = await visit(browser, site, style);
    const { page } = reader;
    const unknown = ["no-such", "nor-this"];
    await openSelection(reader, [unknown[0] ?? "", ...all.slice(0, 2), unknown[1] ?? ""]);
    expect(await rowsOf(page)).toEqual(all.slice(0, 2));
    expect(await notice(page, "missing").textContent()).toContain("no-such, nor-this");
    expect(await page.locator(".selection-paper article").count()).toBe(2);
    await page.locator(".selection-row [data-do=down]").first().click();
    // They stay in the address: the network may have been the reason.
    await expect.poll(() => idsIn(page.url())).toEqual([all[1], all[0], ...unknown]);
    await action(page, "drop").click();
    await expect.poll(() => idsIn(page.url())).toEqual([all[1], all[0]]);
    expect(await notice(page, "missing").isVisible()).toBe(false);
    await reader.session.close();
  });

  // What an address says is read alike, wherever the page comes from.
  const testOnce = style === "pretty" ? test : test.skip;

  testOnce.each([
    [
      "scripts",
      (known: string) => `#ids=<script>alert(1)</script>,${known},<img src=x onerror=alert(1)>,javascript:alert(1)`,
    ],
    ["codes", (known: string) => `#ids=%00,%3Cscript%3E,${known},%,..%2F..%2Fx,../../assets/js/x,//evil.example/x`],
    ["a wrong beginning", () => "#idz=a,b"],
    ["nothing", () => "#ids="],
  ])("an address with %s does no harm", async (_, hashWith) => {
    const reader = await visit(browser, site, style);
    const { page, faults, address } = reader;
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    const hash = hashWith(all[0] ?? "");
    await page.goto(address("bg/print/") + hash);
    await settled(page);
    const expected = hash.includes(all[0] ?? "") ? [all[0]] : [];
    expect(await rowsOf(page)).toEqual(expected);
    expect(await page.locator("[data-empty]").isVisible()).toBe(expected.length === 0);
    expect(await page.locator("main script, main img[src=x]").count()).toBe(0);
    expect(faults).toEqual([]);
    await reader.session.close();
  });

  testOnce("an address with 10,000 practices is cut, and says so", async () => {
    const reader = await visit(browser, site, style);
    const { page } = reader;
    const asked: string[] = [];
    page.on("request", (request) => /\/practices\/./.test(request.url()) && asked.push(request.url()));
    const ids = [...all, ...Array.from({ length: 10_000 }, (_, index) => `p${index}`)];
    await openSelection(reader, ids);
    expect(await rowsOf(page)).toEqual(all);
    expect(asked.length).toBe(200);
    expect(await notice(page, "too-many").textContent()).toContain("първите 200");
    expect((await notice(page, "missing").textContent())?.length).toBeLessThan(200);
    expect(idsIn(page.url())).toHaveLength(200);
    await reader.session.close();
  });

  testOnce("an address of others leaves the reader's own selection alone, until they add to it", async () => {
    const reader = await visit(browser, site, style);
    const { page, address } = reader;
    const [own, theirs] = [all.slice(0, 2), all.slice(1, 4)];
    await openSelection(reader, own);
    await openSelection(reader, theirs);
    expect(await rowsOf(page)).toEqual(theirs);
    expect(await notice(page, "foreign").textContent()).toContain("(2\u00a0практики)");
    await page.locator(".selection-row [data-do=remove]").last().click();
    await expect.poll(() => rowsOf(page)).toEqual(theirs.slice(0, 2));
    await page.reload();
    await settled(page);
    expect(await rowsOf(page)).toEqual(theirs.slice(0, 2));
    await page.goto(address("bg/practices/"));
    expect(idsIn((await headerLink(page).getAttribute("href")) ?? "")).toEqual(own);
    await openSelection(reader, theirs);
    await notice(page, "foreign").locator("[data-own]").click();
    await settled(page);
    await expect.poll(() => rowsOf(page)).toEqual(own);
    await openSelection(reader, theirs);
    await notice(page, "foreign").locator("[data-do=add]").click();
    await expect.poll(() => rowsOf(page)).toEqual(all.slice(0, 4));
    expect(await notice(page, "foreign").isVisible()).toBe(false);
    await openSelection(reader, []);
    expect(await rowsOf(page)).toEqual(all.slice(0, 4));
    expect(reader.faults).toEqual([]);
    await reader.session.close();
  });

  testOnce("where the browser stores nothing, the page says so, and its link carries the selection on", async () => {
    const { page, faults, address, session } = await visit(browser, site, style);
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    await page.goto(address("bg/practices/"));
    const buttons = page.locator(".rows .to-print button");
    for (const index of [1, 0, 2]) await buttons.nth(index).click();
    await buttons.nth(2).click();
    const chosen = await page
      .locator(".rows .to-print")
      .evaluateAll((places) => [1, 0].map((index) => (places[index] as HTMLElement).dataset.print));
    expect(await page.locator(".site-menus [data-selection-link]").textContent()).toBe(
      "Избрано за печат: 2 Браузърът не пази подборката между страниците: отворете я оттук, преди да продължите.",
    );
    await headerLink(page).click();
    await settled(page);
    expect(await rowsOf(page)).toEqual(chosen);
    await page.locator(".selection-row [data-do=down]").first().click();
    await expect.poll(() => rowsOf(page)).toEqual(chosen.toReversed());
    await page.reload();
    await settled(page);
    expect(await rowsOf(page)).toEqual(chosen.toReversed());
    expect(faults).toEqual([]);
    await session.close();
  });

  test("a second window follows the first", async () => {
    const { page, address, session } = await visit(browser, site, style);
    await page.goto(address("bg/practices/"));
    const other = await session.newPage();
    await other.goto(address("bg/practices/"));
    await other.locator(".rows .to-print button").first().click();
    await expect.poll(() => page.locator(".rows .to-print [aria-pressed=true]").count()).toBe(1);
    await page.locator(".rows .to-print button").nth(1).click();
    await expect.poll(() => headerLink(other).textContent()).toBe("Избрано за печат: 2");
    await session.close();
  });

  test("the address is copied; if that is refused, it stands in a field, ready to be copied by hand", async () => {
    const reader = await visit(browser, site, style);
    const { page, address } = reader;
    const ids = all.slice(0, 2);
    // From a disk, the path on this machine would be of no use to anybody else.
    const shared = `${style === "files" ? `${baseUrl}/bg/print/` : address("bg/print/")}#ids=${ids.join()}`;
    await page.addInitScript(() => {
      const clipboard = {
        writeText: async (text: string) => {
          if (document.body.dataset.refused) throw new DOMException("refused", "NotAllowedError");
          document.body.dataset.copied = text;
        },
      };
      Object.defineProperty(navigator, "clipboard", { value: clipboard });
    });
    await openSelection(reader, ids);
    await action(page, "copy").click();
    await expect.poll(() => statusOf(page)).toMatch(/^Адресът е копиран/);
    expect(await page.locator("body").getAttribute("data-copied")).toBe(shared);
    await page.evaluate(() => {
      document.body.dataset.refused = "yes";
    });
    await action(page, "copy").click();
    await expect.poll(() => statusOf(page)).toMatch(/Ctrl\+C/);
    const field = page.locator("[data-address] input");
    expect(await field.inputValue()).toBe(shared);
    expect(
      await field.evaluate((input: HTMLInputElement) => [
        document.activeElement === input,
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
      ]),
    ).toEqual([true, shared]);
    await reader.session.close();
  });

  test("in the other language it is the same selection, without what is not there", async () => {
    const english = practicesOf(site, "en");
    const [both = "", only = ""] = [all.find((id) => english.includes(id)), all.find((id) => !english.includes(id))];
    const reader = await visit(browser, site, style);
    const { page } = reader;
    await openSelection(reader, [only, both]);
    await page.locator(".languages a[lang=en]").click();
    await page.waitForURL(/\/en\/print\//);
    await settled(page);
    expect(await rowsOf(page)).toEqual([both]);
    expect(await notice(page, "missing").textContent()).toContain(only);
    await openSelection(reader, []);
    expect(await rowsOf(page)).toEqual([only, both]);
    await reader.session.close();
  });

  test("without script nothing is there that does nothing, and the page says how to print", async () => {
    const { page, address, session, faults } = await visit(browser, site, style, { javaScriptEnabled: false });
    for (const path of ["bg/practices/", "bg/practices/srednogorie-2020/"]) {
      await page.goto(address(path));
      for (const place of await page.locator(".to-print, [data-selection-link]").all()) {
        const box = await place.boundingBox();
        expect(box?.height ?? 0, path).toBe(0);
      }
    }
    await page.goto(address("bg/print/"));
    expect(await page.locator("[data-unscripted]").isVisible()).toBe(true);
    expect(await page.locator("main :is(button, input, ol, nav)").filter({ visible: true }).count()).toBe(0);
    await page.locator("[data-unscripted] a").click();
    expect(await page.locator("h1").textContent()).toBe("Практики");
    expect(faults).toEqual([]);
    await session.close();
  });
});

test("a practice that is lost in between is brought when it is there again", async () => {
  const site = await openSite("pretty");
  try {
    const [first = "", second = ""] = practicesOf(site, "bg");
    const reader = await visit(browser, site, "pretty");
    const { page } = reader;
    await page.route(`**/practices/${second}/`, (route) => route.abort());
    await openSelection(reader, [first, second]);
    expect(await rowsOf(page)).toEqual([first]);
    await page.unroute(`**/practices/${second}/`);
    await page.reload();
    await settled(page);
    expect(await rowsOf(page)).toEqual([first, second]);
    await reader.session.close();
  } finally {
    await site.close();
  }
});
