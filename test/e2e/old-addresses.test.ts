import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSite, type Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;
let page: Page;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

/** A practice in both languages, one in Bulgarian alone. */
const [both, bulgarian] = [2143, 2166];
const registar = "practices/otvoren-registar-na-porachkite/";

describe("an address of the old archive leads to the practice", () => {
  test.each([
    ["in the language of its path", `en/innovations/open-register/?iid=${both}`, `en/${registar}`],
    ["whatever the order of its parameters", `bg/innovations/?page=2&iid=${both}`, `bg/${registar}`],
    [
      "in the language that there is",
      `en/innovations/?iid=${bulgarian}`,
      "bg/practices/rabotilnitsa-za-stari-zanayati/",
    ],
    ["in the site's own language if it names none", `innovations/?IID=0${both}`, `bg/${registar}`],
    ["from the page that lists them", `old/?iid=${both}`, `bg/${registar}`],
    ["or to the theme", "en/innovations/?catid=8&page=3", "en/themes/education-culture/"],
    ["or to the years", "bg/innovations/?subact=yearly", "bg/years/"],
  ])("%s", async (_, asked, expected) => {
    await page.goto(site.url + asked);
    await page.waitForURL(site.url + expected);
  });

  test("from a disk as well", async () => {
    const copy = await openSite("files");
    try {
      await page.goto(`${pathToFileURL(join(copy.folder, "old/index.html")).href}?iid=${both}`);
      await page.waitForURL(/bg\/practices\/otvoren-registar-na-porachkite\/index\.html$/);
    } finally {
      await copy.close();
    }
  });
});

test("a number that nobody knows is said to be unknown, above the list", async () => {
  await page.goto(`${site.url}old/?iid=999999`);
  await page.getByRole("alert").waitFor();
  expect(new URL(page.url()).pathname).toBe("/old/");
});

test("an address that is simply wrong stays one", async () => {
  await page.goto(`${site.url}bg/nyama/?q=5`);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(`${site.url}bg/nyama/?q=5`);
});

test("without script the list has every number with its practice", async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${site.url}old/?iid=${both}`);
  const row = plain.locator(`[data-old="iid-${both}"]`);
  await row.getByRole("link", { name: "Open" }).or(row.locator('a[hreflang="en"]')).first().click();
  expect(plain.url()).toBe(`${site.url}en/${registar}`);
  await plain.context().close();
});
