import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";
import { fixture, runPraktika } from "../run-praktika.ts";
import { launchBrowser } from "../setup/browser.ts";
import { pageTimeoutMs } from "../setup/shared.ts";
import { expectNoAxeFindings } from "./axe.ts";

/*
 * Reading without a network: the real service worker in the real browser, and a server that is really gone.
 */

/** Practices of the small site: a browser that keeps the whole demonstration is busy for long. */
const practice = "/bg/practices/edno-gishe/";
const another = "/bg/practices/mobilno-gishe/";
const text = "content/practices/2004/edno-gishe.bg.md";

let root: string;
let folder: string;
let browser: Browser;
let server: RunningServer;
let origin: string;
let session: BrowserContext;
let page: Page;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "praktika-offline-"));
  folder = join(root, "dist");
  cpSync(fixture("small-site"), root, { recursive: true });
  await build();
  server = await serveFolder(folder, 0);
  origin = server.url.slice(0, -1);
  // Of its own: where other tests use the browser at the same time, a page without a network sometimes never ended loading.
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (root) rmSync(root, { recursive: true, force: true });
});

beforeEach(async () => {
  session = await browser.newContext({ reducedMotion: "reduce" });
  session.setDefaultTimeout(pageTimeoutMs);
  page = await session.newPage();
});

afterEach(async () => {
  await session.close();
  await network(true);
});

async function build(): Promise<void> {
  const run = await runPraktika(["build", "--root", root]);
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}

let isUp = true;

/** Starts the server again at the same address, or takes it away. */
async function network(up: boolean): Promise<void> {
  if (up === isUp) return;
  if (up) server = await serveFolder(folder, Number(new URL(origin).port));
  else await server.close();
  isUp = up;
}

/** Opens a page and waits until the service worker has taken it over. */
async function read(permalink: string): Promise<void> {
  await page.goto(origin + permalink);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(async (address) => {
    const names = await caches.keys();
    const visited = names.find((name) => name.includes("-visited-"));
    return visited !== undefined && (await (await caches.open(visited)).match(address)) !== undefined;
  }, origin + permalink);
}

const title = (): Promise<string | null> => page.locator("h1").textContent();
const state = (): Promise<string | null> => page.locator("[data-state]").textContent();

async function keepAll(): Promise<void> {
  await page.goto(`${origin}/bg/offline/`);
  await page.locator("[data-do=keep]").click();
  await page.locator("[data-state]", { hasText: "Запазен е изцяло" }).waitFor();
}

describe("pages that were opened", () => {
  test("are read without a network, the first of them too, with their style", async () => {
    await read(practice);
    await network(false);
    await page.goto(origin + practice);
    expect(await title()).toBe("Едно гише");
    const seen = await page.evaluate(async () => {
      await document.fonts.ready;
      const fonts = [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
      return { fonts, rules: [...document.styleSheets].map(({ cssRules }) => cssRules.length) };
    });
    for (const family of ["Source Serif 4", "Source Sans 3"]) expect(seen.fonts.join()).toContain(family);
    expect(Math.min(...seen.rules)).toBeGreaterThan(10);
  });

  test("say from which day they are, unless that is today", async () => {
    await read(practice);
    expect(await page.locator(".saved-copy").count()).toBe(0);
    await page.evaluate(async (address) => {
      const visited = await caches.open((await caches.keys()).find((name) => name.includes("-visited-")) ?? "");
      const kept = await visited.match(address);
      const headers = new Headers(kept?.headers);
      headers.set("date", "Thu, 09 Jun 2016 09:00:00 GMT");
      await visited.put(address, new Response(await kept?.text(), { headers }));
    }, origin + practice);
    await network(false);
    await page.goto(origin + practice);
    await page.locator(".saved-copy", { hasText: "9 юни 2016" }).waitFor();
  });

  test("come from the network as long as there is one", async () => {
    await read(practice);
    const file = join(folder, practice, "index.html");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replaceAll("Едно гише", "Едно гише 2030"));
    try {
      await page.reload();
      expect(await title()).toBe("Едно гише 2030");
    } finally {
      writeFileSync(file, before);
    }
  });

  test("are listed, and forgotten at the reader's wish; what was not opened is not there, in words", async () => {
    await read(practice);
    await network(false);
    await page.goto(origin + another);
    expect(page.url()).toContain("/bg/offline/?missing=");
    await page.locator("[data-path]", { hasText: "/bg/practices/mobilno-gishe/" }).waitFor();
    expect(await page.locator("[data-again]").getAttribute("href")).toBe(origin + another);
    await page.locator("[data-visited] a").first().waitFor();
    expect(await page.locator("[data-visited] a").allTextContents()).toEqual(["Едно гише"]);
    await expectNoAxeFindings(page);
    await page.locator("[data-do=forget]").click();
    await page.locator("[data-visited-none]").waitFor();
    await page.goto(origin + practice);
    expect(page.url()).toContain("/bg/offline/?missing=");
  });

  test("keep their style when the site is renewed", async () => {
    await read(practice);
    const style = join(root, "templates/assets/css/nominate.css");
    mkdirSync(join(style, ".."), { recursive: true });
    const own = readFileSync(new URL("../../templates/assets/css/nominate.css", import.meta.url), "utf8");
    writeFileSync(style, `${own}\n.renewed {\n  color: red;\n}\n`);
    try {
      await build();
      await page.goto(`${origin}/bg/`);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
      });
      await page.waitForFunction(async () => {
        const { installing, waiting, active } = await navigator.serviceWorker.ready;
        return !installing && !waiting && active?.state === "activated";
      });
      // Pages that are seen from now on have the new one.
      await page.goto(`${origin}/bg/`);
      expect(await page.evaluate(() => document.styleSheets[0]?.href)).toMatch(/screen\./);
      await network(false);
      await page.goto(origin + practice);
      const rules = await page.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length));
      expect(Math.min(...rules)).toBeGreaterThan(10);
    } finally {
      rmSync(join(root, "templates"), { recursive: true });
      await build();
    }
  });

  test("are not hidden by an address that is none", async () => {
    for (const missing of ["bg%2F%25EF%25F0%2F", "http%3A%2F%2F%5B", "%2F%2Fevil.example%2F"]) {
      await page.goto(`${origin}/bg/offline/?missing=${missing}`);
      await page.locator("[data-do=keep]").waitFor();
      expect((await page.locator("[data-again]").getAttribute("href")) ?? origin).toContain(origin);
    }
  });

  test("in English lead to the page in English", async () => {
    await read("/en/practices/edno-gishe/");
    await network(false);
    await page.goto(`${origin}/en/themes/`);
    expect(await title()).toBe("The archive offline");
  });
});

describe("the whole archive", () => {
  test("is kept at the reader's wish: any page, the search, the comparison and the selection work without a network", async () => {
    await read("/bg/");
    await keepAll();
    await expectNoAxeFindings(page);
    await network(false);
    for (const permalink of [another, "/en/practices/edno-gishe/", "/bg/years/2016/"]) {
      await page.goto(origin + permalink);
      expect(page.url()).toBe(origin + permalink);
      expect(await page.locator("h1").count()).toBe(1);
    }
    await page.goto(origin + practice);
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>("main img")?.naturalWidth ?? 0) > 0);
    const attached = await page.evaluate(async (address) => (await fetch(address)).status, `${origin}/media/plan.csv`);
    expect(attached).toBe(200);
    await page.goto(`${origin}/bg/search/?q=мобилно`);
    await page.locator("[data-results] a", { hasText: "„Мобилно“ гише & <още>" }).waitFor();
    await page.goto(`${origin}/bg/print/#ids=edno-gishe,treta`);
    await page.locator("[data-list] > li").nth(1).waitFor();
    await page.goto(`${origin}/bg/compare/#ids=edno-gishe,treta`);
    await page.locator("[data-titles] > th").nth(1).waitFor();
    await page.goto(`${origin}/bg/offline/`);
    await page
      .locator("[data-state]", { hasText: /^Няма връзка с интернет\. На устройството са запазени \d+ файла/ })
      .waitFor();
  });

  test("fetches what has changed, and only that", async () => {
    await read("/bg/");
    await keepAll();
    const file = join(root, text);
    copyFileSync(file, join(root, "before.md"));
    writeFileSync(file, readFileSync(file, "utf8").replace("title: Едно гише", "title: Едно гише 2040"));
    try {
      await build();
      await page.goto(`${origin}/bg/offline/`);
      await page.locator("[data-do=keep]").waitFor();
      expect(await state()).toMatch(/^Запазен е, но оттогава сайтът се е променил/);
      const requests = { pages: 0, other: 0 };
      page.on("request", (request) => {
        if (request.url().includes("/practices/")) requests.pages += 1;
        else requests.other += 1;
      });
      await page.locator("[data-do=keep]").click();
      await page.locator("[data-state]", { hasText: "Запазен е изцяло" }).waitFor();
      expect(requests.pages).toBeGreaterThan(0);
      expect(requests.pages + requests.other).toBeLessThan(150);
      await network(false);
      await page.goto(origin + practice);
      expect(await title()).toBe("Едно гише 2040");
      await page.goto(`${origin}/bg/search/?q=2040`);
      await page.locator("[data-results] a", { hasText: "Едно гише 2040" }).waitFor();
    } finally {
      copyFileSync(join(root, "before.md"), file);
      await build();
    }
  });

  test("can be stopped, breaks off without a network, and goes on where it was; removed, it is gone", async () => {
    await read("/bg/");
    await page.goto(`${origin}/bg/offline/`);
    // After the first files the others hang, so that there is time to stop.
    const released = Promise.withResolvers<void>();
    let arrived = 0;
    await session.route("**/*", async (route) => {
      if (++arrived > 40) await released.promise;
      await route.continue().catch(() => undefined);
    });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-do"));
    await page.locator("[data-do=keep]").waitFor();
    await page.locator("[data-do=keep]").focus();
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("stop");
    await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 30);
    await page.keyboard.press("Enter");
    await page.locator("[data-status]", { hasText: "Спряно" }).waitFor();
    const [, kept = "0"] = /файлове: (\d+) от/.exec((await state()) ?? "") ?? [];
    expect(Number(kept)).toBeGreaterThan(30);
    await expect.poll(focused).toBe("keep");
    released.resolve();
    await session.unrouteAll();
    await network(false);
    await page.keyboard.press("Enter");
    await page.locator("[data-status]", { hasText: "Връзката прекъсна" }).waitFor();
    await network(true);
    await page.reload();
    await page.locator("[data-do=keep]", { hasText: "Довърши" }).click();
    await page.locator("[data-state]", { hasText: "Запазен е изцяло" }).waitFor();
    await page.locator("[data-do=remove]").click();
    await page.locator("[data-status]", { hasText: "премахнат" }).waitFor();
    expect(await state()).toMatch(/^Още не е запазен/);
    await network(false);
    await page.goto(origin + another);
    expect(page.url()).toContain("missing=");
  });
});

test("the service worker leaves the endpoint alone", async () => {
  await read(practice);
  await network(false);
  for (const path of ["nominate/edno-gishe", "nominate/", "api/tally", "admin/"])
    await expect(page.goto(`${origin}/${path}`)).rejects.toThrow("ERR_CONNECTION_REFUSED");
});

test("without a script the page says what is missing", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const unscripted = await plain.newPage();
  await unscripted.goto(`${origin}/en/offline/`);
  expect(await unscripted.locator("[data-unscripted]").isVisible()).toBe(true);
  expect(await unscripted.locator("[data-offline]").isVisible()).toBe(false);
  await plain.close();
});

test("a site that wants none takes it away with all that was kept", async () => {
  await read(practice);
  const settings = join(root, "content/site.yaml");
  const before = readFileSync(settings, "utf8");
  writeFileSync(settings, `${before}\noffline: false\n`);
  try {
    await build();
    await page.goto(`${origin}/bg/`);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForFunction(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return registrations.length === 0 && (await caches.keys()).length === 0;
    });
    expect(await page.locator("script[data-worker]").count()).toBe(0);
    await network(false);
    await expect(page.goto(origin + practice)).rejects.toThrow("ERR_CONNECTION_REFUSED");
  } finally {
    writeFileSync(settings, before);
    await build();
  }
});
