import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runPraktika } from "../run-praktika.ts";
import { openBrowser } from "../setup/shared.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));
let root: string;

/** The demonstration as a reader unpacks it from a stick. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "praktika-bundle-"));
  const file = join(root, "archive.zip");
  const run = await runPraktika(["build", "--root", root, "--content", content, "--bundle", "--out", file]);
  expect(run.status, run.stdout + run.stderr).toBe(0);
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(root, "stick", path)), { recursive: true });
    writeFileSync(join(root, "stick", path), bytes);
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test("from a stick the archive opens by its first file, finds, and prints a selection, without a network", async () => {
  const browser = await openBrowser();
  const session = await browser.newContext({ offline: true });
  const page = await session.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) faults.push(request.url());
  });
  await page.goto(pathToFileURL(join(root, "stick/praktiki.example.org/index.html")).href);
  await page.waitForURL(/\/bg\/index\.html$/);
  await page.locator("#home-words").fill("библиотеки");
  await page.keyboard.press("Enter");
  const first = page.locator("[data-results] .row-title a").first();
  await first.waitFor();
  expect(await first.textContent()).toBe("Библиотека на колела");
  await page.locator("[data-results] .to-print button").first().click();
  await page.locator(".site-menus [data-selection-link] a").click();
  await page.locator(".selection-paper article").waitFor({ state: "attached" });
  expect(await page.locator(".selection-paper article h2").first().textContent()).toContain("Библиотека на колела");
  expect(faults).toEqual([]);
  await browser.close();
});
