import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { formatCount } from "../../src/core/language/format.ts";
import {
  byCode,
  countOf,
  focusOf,
  openDialog,
  openPractice,
  problemOf,
  submit,
  success,
  tokenOf,
  typeCode,
  workButton,
} from "./dialog.ts";
import { serveNominations } from "./endpoint.ts";
import { openWindow, type Site, type Window } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

const id = "srednogorie-2020";
const closed = "В момента не се приемат номинации.";

type Answer = (route: Route) => Promise<void> | void;

describe("the counts", () => {
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    window = await openWindow(browser, site);
    page = window.page;
  });
  afterEach(() => page.unrouteAll({ behavior: "ignoreErrors" }));
  afterAll(() => page?.close());

  /** Opens the practice, and answers its request for the counts in some way. */
  async function openWithTally(answer: Answer, language = "bg"): Promise<void> {
    await page.route("**/api/tally*", answer);
    await window.go(`/${language}/practices/${id}/`);
  }

  const text = { contentType: "text/html", body: "<!doctype html><title>404</title>" };
  const log = { size: 1, root: "0".repeat(64) };

  test.each<{ what: string; answer: Answer }>([
    { what: "is absent", answer: (route) => route.fulfill({ ...text, status: 404 }) },
    { what: "answers everything with a page", answer: (route) => route.fulfill(text) },
    { what: "cannot be reached", answer: (route) => route.abort() },
    { what: "is another program's", answer: (route) => route.fulfill({ json: { counts: { [id]: 7 } } }) },
    { what: "counts in words", answer: (route) => route.fulfill({ json: { counts: { [id]: "<b>7</b>" }, log } }) },
  ])("stay as built, and nobody is asked for a nomination, when the endpoint $what", async ({ answer }) => {
    await openWithTally(answer);
    await page.locator("[data-closed]").waitFor();
    expect(await page.locator("[data-closed]").textContent()).toBe(closed);
    expect(await page.locator("a[data-nominate]").isVisible()).toBe(false);
    expect(await countOf(page)).toEqual({ value: "0", text: "0" });
  });

  test("stay as built, and nobody is asked for a nomination, when the endpoint never answers", async () => {
    const { page: hasty, go } = await openWindow(browser, site);
    // The deadline is one of seconds.
    await hasty.addInitScript(() => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      AbortSignal.timeout = (ms) => timeout(ms / 20);
    });
    await hasty.route("**/api/tally*", () => undefined);
    await go(`/bg/practices/${id}/`);
    await hasty.locator("[data-closed]").waitFor();
    expect(await hasty.locator("a[data-nominate]").isVisible()).toBe(false);
    expect(await countOf(hasty)).toEqual({ value: "0", text: "0" });
    await hasty.close();
  });

  test.each([503, 502, 429])("stay as built, and the link as well, when the endpoint is busy (%i)", async (status) => {
    await openWithTally((route) => route.fulfill({ status, json: { code: "store-down" } }));
    await page.waitForTimeout(500);
    expect(await page.locator("a[data-nominate]").isVisible()).toBe(true);
    expect(await page.locator("[data-closed]").isVisible()).toBe(false);
    expect(await countOf(page)).toEqual({ value: "0", text: "0" });
  });

  test.each(["bg", "en"] as const)("are written as the build writes them (%s)", async (language) => {
    for (const count of [999, 1_234, 1_234_567]) {
      await page.unrouteAll();
      await openWithTally((route) => route.fulfill({ json: { counts: { [id]: count }, log } }), language);
      const value = String(count);
      await expect.poll(() => countOf(page)).toEqual({ value, text: formatCount(count, language) });
    }
  });

  test("take one request, for the one practice that the page shows", async () => {
    const asked: string[] = [];
    await openWithTally((route) => {
      asked.push(new URL(route.request().url()).search);
      return route.continue();
    });
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([`?practice=${id}`]);
  });

  test("are true again when the page comes back out of the browser's memory", async () => {
    let absent = true;
    await openWithTally((route) => (absent ? route.abort() : route.fulfill({ json: { counts: { [id]: 8 }, log } })));
    await page.locator("[data-closed]").waitFor();
    absent = false;
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await page.locator("a[data-nominate]").waitFor();
    expect(await page.locator("[data-closed]").isVisible()).toBe(false);
    expect((await countOf(page)).value).toBe("8");
  });
});

describe("the link leads to the form as a page", () => {
  test.each([
    { what: "the dialog's script does not come", path: "**/nominate-dialog*.js" },
    { what: "the form cannot be fetched", path: "**/nominate/*" },
  ])("when $what", async ({ path }) => {
    const { page } = await openPractice(browser, site, id);
    await page.route(path, (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    await page.locator("a[data-nominate]").click();
    await page.waitForURL(`${site.url}nominate/${id}?lang=bg`);
    expect(await page.locator("form[data-ballot]").isVisible()).toBe(true);
    await page.close();
  });

  test("when another page comes in its place", async () => {
    const { page } = await openPractice(browser, site, id);
    await page.route("**/nominate/*", (route) =>
      route.request().isNavigationRequest()
        ? route.continue()
        : route.fulfill({ contentType: "text/html", body: "<p>?" }),
    );
    await page.locator("a[data-nominate]").click();
    await page.waitForURL(`${site.url}nominate/${id}?lang=bg`);
    await page.close();
  });
});

test.each(["ctrlKey", "metaKey", "shiftKey"])("a link that is clicked with %s is left to the browser", async (key) => {
  const { page } = await openPractice(browser, site, id);
  // Whether the browser then opens a tab is the browser's affair, and takes long on a busy machine.
  const prevented = await page.locator("a[data-nominate]").evaluate((link, pressed) => {
    const seen = Promise.withResolvers<boolean>();
    addEventListener("click", (event) => {
      seen.resolve(event.defaultPrevented);
      event.preventDefault();
    });
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, [pressed]: true }));
    return seen.promise;
  }, key);
  expect(prevented).toBe(false);
  expect(await page.locator("dialog").count()).toBe(0);
  await page.close();
});

test("a reply that was lost: the button sends the same ballot again, which counts once", async () => {
  const practice = "kvartalen-byudzhet";
  const reader = await openPractice(browser, site, practice);
  const { page } = reader;
  let lost = 0;
  await page.route("**/api/nominations*", async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await openDialog(reader);
  await typeCode(reader);
  const token = await tokenOf(page);
  await submit(page).click();
  await page.locator("[role=alert]", { hasText: "гласът ви се брои само веднъж" }).waitFor();
  expect(await site.votes(practice)).toBe(1);
  expect(await tokenOf(page)).toBe(token);
  await submit(page).click();
  await success(page).waitFor();
  expect(await site.votes(practice)).toBe(1);
  expect((await countOf(page)).value).toBe("1");
  await page.close();
});

test("the same for work without a code, whichever button is pressed", async () => {
  const practice = "biblioteka-na-kolela";
  const reader = await openPractice(browser, site, practice);
  const { page } = reader;
  let lost = 0;
  await page.route("**/api/nominations*", async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await openDialog(reader, "work");
  await workButton(page).click();
  await page.locator("[role=alert]", { hasText: "гласът ви се брои само веднъж" }).waitFor();
  await byCode(page).click();
  await submit(page).click();
  await success(page).waitFor();
  expect(await site.votes(practice)).toBe(1);
  await page.close();
});

test("no more for today: the problem is the server's own sentence, and what was typed stays", async () => {
  const reader = await openPractice(browser, site, id);
  const { page } = reader;
  const title = "От вашата мрежа днес не се приемат повече номинации с код.";
  await page.route("**/api/nominations*", (route) => route.fulfill({ status: 429, json: { code: "quota", title } }));
  await openDialog(reader);
  await typeCode(reader);
  await submit(page).click();
  await problemOf(page).filter({ hasText: title }).waitFor();
  expect(await page.locator("[name=answer]").inputValue()).not.toBe("");
  // The way that is never refused is in view again.
  expect([await workButton(page).isVisible(), await focusOf(page)]).toEqual([true, "button Номинирай"]);
  await page.close();
});

test("work that took longer than its token was good for: the problem speaks of a new picture, which is in view", async () => {
  const reader = await openPractice(browser, site, id);
  const { page } = reader;
  const title = "Времето изтече. Опитайте с новата картинка.";
  await page.route("**/api/nominations*", (route) => route.fulfill({ status: 410, json: { code: "expired", title } }));
  await openDialog(reader, "work");
  await workButton(page).click();
  await problemOf(page).filter({ hasText: title }).waitFor();
  await expect.poll(() => focusOf(page)).toBe("input answer");
  expect(await page.locator("[data-picture]").isVisible()).toBe(true);
  await page.close();
});

test("an endpoint that is stopped while the dialog is open and started again gets the ballot once", async () => {
  const state = mkdtempSync(join(tmpdir(), "praktika-stopped-"));
  let server = await serveNominations(site.folder, state);
  const port = Number(new URL(server.url).port);
  try {
    const reader = await openPractice(browser, { ...site, url: server.url }, id);
    const { page } = reader;
    await openDialog(reader);
    await typeCode(reader);
    await server.close();
    await submit(page).click();
    await page.locator("[role=alert]", { hasText: "не отговаря" }).waitFor();
    server = await serveNominations(site.folder, state, { port });
    expect(await server.votes(id)).toBe(0);
    await submit(page).click();
    await success(page).waitFor();
    expect(await server.votes(id)).toBe(1);
    await page.close();
  } finally {
    await server.close();
    rmSync(state, { recursive: true, force: true });
  }
});

test("a challenge that has expired while the dialog stood open is replaced, and the reader told why", async () => {
  const reader = await openPractice(browser, site, id);
  const { page } = reader;
  await openDialog(reader);
  await typeCode(reader);
  const token = await tokenOf(page);
  const title = "Времето изтече или кодът вече е използван. Опитайте с новата картинка.";
  await page.route("**/api/nominations*", (route) => route.fulfill({ status: 410, json: { code: "expired", title } }), {
    times: 1,
  });
  await submit(page).click();
  await problemOf(page).filter({ hasText: title }).waitFor();
  await expect.poll(() => tokenOf(page)).not.toBe(token);
  await expect.poll(() => page.locator("[name=answer]").inputValue()).toBe("");
  await page.close();
});

test("a browser that keeps nothing nominates all the same", async () => {
  const practice = "muzey-v-kufar";
  const reader = await openPractice(browser, site, practice);
  const { page, faults } = reader;
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.reload();
  await openDialog(reader);
  await typeCode(reader);
  await submit(page).click();
  await success(page).waitFor();
  expect(await site.votes(practice)).toBe(1);
  expect(faults()).toEqual([]);
  await page.close();
});
