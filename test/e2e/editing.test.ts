import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, serveFolder } from "../../src/dev/serve-folder.ts";
import { runPraktika } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
let root: string;
let server: RunningServer;
let browser: Browser;

/** The demonstration, with the editor switched on. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "praktika-editing-"));
  cpSync(join(project, "content"), join(root, "content"), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"), "junction");
  appendFileSync(join(root, "content/site.yaml"), "\nediting: {backend: github, repository: foundation/archive}\n");
  const run = await runPraktika(["build", "--root", root]);
  expect(run.status, run.stdout).toBe(0);
  server = await serveFolder(join(root, "dist"), 0);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(root, { recursive: true, force: true });
});

it.each([
  ["bg-BG", "Вход с токен за достъп"],
  ["en-GB", "Sign In Using Access Token"],
])("the editor opens under its policy and asks nobody before somebody signs in (%s)", async (locale, button) => {
  const page = await browser.newPage({ locale });
  const elsewhere: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(server.url)) elsewhere.push(url);
  });
  page.on("console", (message) => {
    // It would like to know how its host is doing, and is not let.
    if (message.type() === "error" && !message.text().includes("githubstatus")) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${server.url}admin/`);
  await page.getByRole("button", { name: button }).waitFor();
  expect(await page.title()).toContain("Иновационни практики в България");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
  await page.close();
});

it("nothing of the site leads to it, and search engines are asked to leave it out", async () => {
  const home = await (await fetch(`${server.url}bg/`)).text();
  expect(home).not.toContain("admin/");
  expect(await (await fetch(`${server.url}sitemap.xml`)).text()).not.toContain("/admin/");
  expect(await (await fetch(`${server.url}admin/`)).text()).toContain('name="robots" content="noindex"');
});
