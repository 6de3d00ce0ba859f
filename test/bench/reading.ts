/*
 * What reading costs, in a real browser: the weight of practice pages, compressed as hosts do, and the time that keeping the whole
 * archive for reading offline takes.
 *
 *   node test/bench/reading.ts [--root DIR] [--count 1700,10000] [--work DIR]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { serveFolder } from "../../src/dev/serve-folder.ts";
import { launchBrowser } from "../setup/browser.ts";
import { writeLanguageCorpus } from "./corpus/write-language-corpus.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    root: { type: "string", default: project },
    count: { type: "string", default: "1700" },
    work: { type: "string" },
  },
});
const work = values.work ?? mkdtempSync(join(tmpdir(), "praktika-reading-"));

const browser = await launchBrowser();
try {
  const demonstration = join(work, "demonstration");
  run("build", "--root", values.root, "--out", demonstration);
  for (const language of ["bg", "en"]) await weigh(browser, demonstration, language);
  for (const count of values.count.split(",").map(Number)) {
    const root = join(work, String(count));
    writeLanguageCorpus(root, count, 1);
    run("build", "--root", root);
    await keep(browser, join(root, "dist"), count);
  }
} finally {
  await browser.close();
}

function run(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(project, "src/cli/praktika.js"), ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

/** All that a first visit to each practice fetches, without pictures. */
async function weigh(browser: Browser, site: string, language: string): Promise<void> {
  const server = await serveFolder(site, 0);
  const folder = join(site, language, "practices");
  const ids = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "page",
  );
  const weights: number[] = [];
  for (const { name } of ids) {
    const page = await browser.newPage({ serviceWorkers: "block" });
    const waiting: Promise<number>[] = [];
    page.on("response", (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (type.startsWith("image/") || response.status() !== 200) return;
      const isText = /text|javascript|json/.test(type);
      waiting.push(response.body().then((body) => (isText ? gzipSync(body).length : body.length)));
    });
    await page.goto(`${server.url}${language}/practices/${name}/`, { waitUntil: "networkidle" });
    weights.push((await Promise.all(waiting)).reduce((sum, size) => sum + size, 0));
    await page.close();
  }
  await server.close();
  weights.sort((a, b) => a - b);
  const [least, middle, most] = [weights[0], weights[weights.length >> 1], weights.at(-1)].map((size = 0) =>
    (size / 1000).toFixed(0),
  );
  console.log(`${language}: ${weights.length} practice pages, ${least}–${most} KB, median ${middle}`);
}

async function keep(browser: Browser, site: string, count: number): Promise<void> {
  const server = await serveFolder(site, 0);
  const session = await browser.newContext();
  const page = await session.newPage();
  await page.goto(`${server.url}bg/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(`${server.url}bg/offline/`);
  const began = performance.now();
  await page.locator("[data-do=keep]").click();
  await page.locator("[data-do=remove]").waitFor({ timeout: 1_200_000 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${count} practices: ${seconds} s; ${await page.locator("[data-state]").textContent()}`);
  await server.close();
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    await page.goto(`${server.url}bg/practices/${round % 2 === 0 ? "" : "page/2/"}`);
    times.push(performance.now() - start);
  }
  console.log(`a list without a network: ${times.map((time) => time.toFixed(0)).join(" ")} ms`);
  await session.close();
}
