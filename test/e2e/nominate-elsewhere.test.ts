import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture, runPraktika } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";
import { countOf, submit, success, typeCode } from "./dialog.ts";
import { type Nominations, readPicture, serveNominations } from "./endpoint.ts";

/** A site on a host that knows nothing of nominations, and an endpoint on another: `nominations.endpoint` in site.yaml. */
const root = mkdtempSync(join(tmpdir(), "praktika-elsewhere-"));
const folder = join(root, "dist");
const id = "edno-gishe";
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript" };
let host: Server;
let siteUrl: string;
let endpoint: Nominations;
let browser: Browser;

beforeAll(async () => {
  host = createServer((request, response) => {
    const path = join(folder, decodeURI(new URL(request.url ?? "/", "http://host").pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  siteUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  endpoint = await serveNominations(folder, join(root, "state"), { siteUrl });
  cpSync(fixture("small-site"), root, { recursive: true });
  appendFileSync(join(root, "content/site.yaml"), `nominations: {endpoint: "${endpoint.url}"}\n`);
  const { status, stderr } = await runPraktika(["build", "--root", root]);
  if (status !== 0) throw new Error(stderr);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await endpoint?.close();
  host?.close();
  rmSync(root, { recursive: true, force: true });
});

test("the dialog and the counts work across hosts, within the page's own policy", async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${siteUrl}/bg/practices/${id}/`);
  await page.locator("a[data-nominate]").click();
  await page.locator("dialog[open] h1").waitFor();
  const picture = page.locator("[data-picture]");
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await page.locator("[data-audio]").evaluate((audio) => (audio as HTMLAudioElement).play());
  await typeCode({ page });
  await submit(page).click();
  await success(page).waitFor();
  expect(await endpoint.votes(id)).toBe(1);
  await page.reload();
  await expect.poll(() => countOf(page)).toEqual({ value: "1", text: "1" });
  expect(await page.locator("[data-nominated] a").getAttribute("href")).toMatch(
    new RegExp(`^${endpoint.url}nominate\\?`),
  );
  expect(faults).toEqual([]);
  await page.close();
});

test("without script the endpoint's form has the site's style and leads back to the practice", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${siteUrl}/bg/practices/${id}/`);
  await page.locator("a[data-nominate]").click();
  await page.waitForURL(`${endpoint.url}nominate/${id}?lang=bg`);
  expect(await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily)).toMatch(/^"?Source Serif 4/);
  await typeCode({ page });
  await submit(page).click();
  await page.waitForURL(/\/nominate\/edno-gishe\?lang=bg&counted=/);
  await page.locator(".ballot-back a").click();
  await page.waitForURL(/\/bg\/practices\/edno-gishe\/#nominated$/);
  expect(page.url()).toBe(`${siteUrl}/bg/practices/${id}/#nominated`);
  expect(await page.locator("#nominated").isVisible()).toBe(true);
  await page.close();
});

test("without script the form works although a policy keeps its address from everybody", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.route("**/nominate/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "referrer-policy": "no-referrer" } });
  });
  await page.goto(`${endpoint.url}nominate/${id}?lang=bg`);
  await typeCode({ page });
  const before = await endpoint.votes(id);
  const sent = page.waitForRequest("**/api/nominations*");
  await submit(page).click();
  await page.waitForURL(/&counted=/);
  expect((await (await sent).allHeaders()).origin).toBe("null");
  expect(await endpoint.votes(id)).toBe(before + 1);
  await page.close();
});

test("a form on a foreign page counts nothing and ends on a page that says why", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${endpoint.url}nominate/${id}?lang=bg`);
  const token = await page.locator("[name=token]").inputValue();
  const form = `<form method="post" action="${endpoint.url}api/nominations?lang=bg">
    <input name="practice" value="${id}"><input name="token" value="${token}">
    <input name="answer" value="${await readPicture(token)}"><button>?</button></form>`;
  await page.route("http://127.0.0.2/", (route) => route.fulfill({ contentType: "text/html", body: form }));
  await page.goto("http://127.0.0.2/");
  const before = await endpoint.votes(id);
  await page.locator("button").click();
  await page.waitForURL(`${endpoint.url}api/nominations?lang=bg`);
  expect(await page.locator("h1").textContent()).toBe("Номинации се приемат само от страниците на този сайт.");
  expect(await page.locator("[name=token]").inputValue()).toBe(token);
  expect(await endpoint.votes(id)).toBe(before);
  await page.close();
});
