import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type DevServer, startDevServer } from "../../src/dev/start-dev-server.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { fixture } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { runAxe, tags } from "./axe.ts";

let browser: Browser;
let root: string;
let server: DevServer;
let page: Page;
let faults: string[];

const practice = "content/practices/2004/edno-gishe.bg.md";
const address = "bg/practices/edno-gishe/";

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "praktika-dev-"));
  cpSync(fixture("small-site"), root, { recursive: true });
  server = await start();
  await server.watching;
  page = await browser.newPage();
  faults = [];
  page.on("pageerror", ({ message }) => faults.push(message));
});

afterEach(async () => {
  await page.close();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const start = (port = 0, follows = false): Promise<DevServer> =>
  startDevServer({
    folders: resolveFolders(root, {}),
    port,
    host: "127.0.0.1",
    follows,
    progress: () => undefined,
    watchFailed: (reason) => faults.push(reason),
  });
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const write = (file: string, text: string): void => {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
};
const addParagraph = (text: string, words: string): string =>
  text.replace(/^## .*$/m, (heading) => `${heading}\n\n${words}`);

it("shows a saved text in the open page, at the place where it was read", async () => {
  await page.setViewportSize({ width: 800, height: 300 });
  await page.goto(server.url + address);
  await page.evaluate(() => scrollTo({ top: 200, behavior: "instant" }));
  write(practice, addParagraph(read(practice), "Току-що написано."));
  await page.getByText("Току-що написано.").waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  expect(faults).toEqual([]);
});

it("shows what is wrong over the page, keeps the last good text, and lets the other pages be", async () => {
  await page.goto(server.url + address);
  const good = read(practice);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  write(practice, good.replace("title:", "titel:"));
  const panel = page.locator(".praktika-wrong");
  await panel.waitFor();
  expect(await panel.textContent()).toContain("titel");
  expect(await panel.locator("mark").first().textContent()).toBe("titel");
  expect(await panel.textContent()).toContain(`${practice}:2:1`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
  expect(await runAxe(page, { type: "tag", values: tags })).toEqual([]);
  const other = await page.request.get(`${server.url}bg/practices/mobilno-gishe/`);
  expect(other.status()).toBe(200);
  // As editors do that write a new file and rename it.
  write(`${practice}.new`, good);
  renameSync(join(root, `${practice}.new`), join(root, practice));
  await panel.waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});

it("says why a page cannot be shown, and shows it when its file is fixed", async () => {
  const file = "content/practices/2016/nova.bg.md";
  write(file, "---\ntitle: Нова\n---\n");
  await page.goto(`${server.url}bg/practices/nova/`);
  await page.getByText("innovator").first().waitFor();
  expect(await runAxe(page, { type: "tag", values: tags })).toEqual([]);
  write(file, "---\ntitle: Нова практика\ninnovator: Община Русе\ndate: 2016-01-02\n---\n\n## Предистория\n\nТекст.\n");
  await page.getByRole("heading", { name: "Нова практика" }).waitFor();
});

it("changes style sheets without loading the page anew", async () => {
  const css = "templates/assets/css/screen.css";
  await page.goto(server.url + address);
  await page.evaluate("window.stillHere = true");
  const own = readFileSync(new URL("../../templates/assets/css/screen.css", import.meta.url), "utf8");
  write(css, `${own}\nbody { outline: 3px solid rgb(1, 2, 3); }\n`);
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).outlineColor)).toBe("rgb(1, 2, 3)");
  expect(await page.evaluate("window.stillHere")).toBe(true);
  expect(faults).toEqual([]);
});

it("shows a mistake in a template where it is used, and takes the site's own again when it is gone", async () => {
  await page.goto(server.url + address);
  write("templates/practice.njk", "{% extends 'layout.njk' %}{% block main %}{{ practice.titel }}{% endblock %}");
  await page.getByText("template/undefined").waitFor();
  expect((await page.request.get(`${server.url}bg/`)).status()).toBe(200);
  rmSync(join(root, "templates"), { recursive: true });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".praktika-wrong").waitFor({ state: "detached" });
});

it("survives a checkout: hundreds of files at once, a folder that goes and comes back", async () => {
  for (let number = 0; number < 300; number++)
    write(
      `content/practices/2015/mnogo-${number}.bg.md`,
      `---\ntitle: Една от многото ${number}\ninnovator: Община Русе\ndate: 2015-03-04\n---\n\n## Практика\n\nТекст.\n`,
    );
  const askFor = async (path: string): Promise<number> => (await page.request.get(server.url + path)).status();
  await expect.poll(() => askFor("bg/practices/mnogo-299/")).toBe(200);
  cpSync(join(root, "content"), join(root, "kept"), { recursive: true });
  rmSync(join(root, "content"), { recursive: true });
  await expect.poll(() => askFor(address)).toBe(404);
  renameSync(join(root, "kept"), join(root, "content"));
  await expect.poll(() => askFor(address)).toBe(200);
  await expect.poll(() => askFor("bg/practices/mnogo-7/")).toBe(200);
});

it("lists all findings, and says so when there are none", async () => {
  write(practice, read(practice).replace("title:", "titel:"));
  write("content/themes.yaml", "energy: [\n");
  await page.goto(`${server.url}__praktika/`);
  await page.getByRole("heading", { name: practice }).waitFor();
  await page.getByRole("heading", { name: "content/themes.yaml" }).waitFor();
  expect(await runAxe(page, { type: "tag", values: tags })).toEqual([]);
});

it("shows drafts, and says that they are", async () => {
  await page.goto(`${server.url}bg/practices/chernova/`);
  await page.getByText("Чернова: няма да бъде публикувана").waitFor();
});

it("shows the printed sheet, side by side, and again after a change", async () => {
  await page.goto(`${server.url}__praktika/sheet?path=/${address}`);
  const sides = page.locator("#paper img");
  await sides.first().waitFor();
  const before = await sides.count();
  const drawn = await sides.first().evaluate((side) => {
    const { naturalWidth, naturalHeight, src } = side as HTMLImageElement;
    return { paper: naturalHeight / naturalWidth, letters: src.length };
  });
  expect(drawn.paper).toBeCloseTo(297 / 210, 2);
  expect(drawn.letters).toBeGreaterThan(50_000);
  write(practice, addParagraph(read(practice), "Дълго изречение, което заема място на листа. ".repeat(200)));
  await expect.poll(() => sides.count()).toBeGreaterThan(before);
  expect(faults).toEqual([]);
});

it("goes to the practice that is saved, if asked", async () => {
  const follower = await start(0, true);
  try {
    await follower.watching;
    await page.goto(`${follower.url}bg/`);
    await expect
      .poll(async () => {
        write(practice, `${read(practice)}\nОще.\n`);
        await page.waitForTimeout(300);
        return page.url();
      })
      .toBe(follower.url + address);
  } finally {
    await page.goto("about:blank");
    await follower.close();
  }
});

it("takes the next port if one is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const second = await start(port);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await second.close();
  other.close();
});

it("answers to this machine's own names only", async () => {
  const asked = await page.request.get(server.url, { headers: { Host: "example.org" } });
  expect(asked.status()).toBe(403);
});
