/*
 * What reading costs, in a real browser: the weight of pages, compressed as hosts do, and the time that keeping the whole archive for
 * reading offline takes.
 *
 *   node test/bench/reading.ts [--root DIR] [--count 1700,10000] [--work DIR]
 *   node test/bench/reading.ts --site DIR      only the weight of a built demonstration: 45 pages by kind of file, all practices
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
    site: { type: "string" },
  },
});
const work = values.work ?? mkdtempSync(join(tmpdir(), "praktika-reading-"));

/** One page of each kind in each language, and practices of several lengths. */
const kinds = [
  "",
  "practices/",
  "practices/page/2/",
  "practices/srednogorie-2020/",
  "practices/kvartalen-byudzhet/",
  "practices/informatsionen-tsentar-na-edno-gishe/",
  "themes/",
  "themes/energy/",
  "years/",
  "years/2007/",
  "municipalities/",
  "municipalities/LOV18/",
  "innovators/",
  "issues/",
  "issues/2007/",
  "about/",
  "nominations/",
  "print/",
  "search/",
  "index/",
  "data/",
  "compare/",
];

const browser = await launchBrowser();
try {
  if (values.site) {
    await weighKinds(browser, values.site);
    for (const language of ["bg", "en"]) await weighPractices(browser, values.site, language);
  } else await measureReading(browser);
} finally {
  await browser.close();
}

async function measureReading(browser: Browser): Promise<void> {
  const demonstration = join(work, "demonstration");
  run("build", "--root", values.root, "--out", demonstration);
  for (const language of ["bg", "en"]) await weighPractices(browser, demonstration, language);
  for (const count of values.count.split(",").map(Number)) {
    const root = join(work, String(count));
    writeLanguageCorpus(root, count, 1);
    run("build", "--root", root);
    await keep(browser, join(root, "dist"), count);
  }
}

function run(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(project, "src/cli/praktika.js"), ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

/** Bytes of a first visit by kind of file, text compressed by gzip. */
type Weights = Readonly<Record<"html" | "css" | "js" | "fonts" | "pictures" | "other", number>>;

async function weighPage(browser: Browser, url: string): Promise<Weights> {
  const weights = { html: 0, css: 0, js: 0, fonts: 0, pictures: 0, other: 0 };
  const page = await browser.newPage({ serviceWorkers: "block" });
  const waiting: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.status() !== 200) return;
    const type = response.headers()["content-type"] ?? "";
    const weigh = async (): Promise<void> => {
      const body = await response.body();
      weights[kindOf(type)] += /text|javascript|json|svg/.test(type) ? gzipSync(body).length : body.length;
    };
    waiting.push(weigh());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(waiting);
  await page.close();
  return weights;
}

function kindOf(type: string): keyof Weights {
  if (type.startsWith("image/")) return "pictures";
  if (type.startsWith("text/html")) return "html";
  if (type.startsWith("text/css")) return "css";
  if (type.includes("javascript")) return "js";
  return type.includes("font") ? "fonts" : "other";
}

function sumOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, size) => sum + size, 0);
}

function kilobytes(size: number): string {
  return (size / 1000).toFixed(0);
}

function describeSpread(sizes: readonly number[]): string {
  const sorted = [...sizes].sort((a, b) => a - b);
  const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return `${kilobytes(least)}–${kilobytes(most)} KB, median ${kilobytes(middle)}`;
}

/** All that a first visit to each practice fetches, without pictures. */
async function weighPractices(browser: Browser, site: string, language: string): Promise<void> {
  const server = await serveFolder(site, 0);
  const folder = join(site, language, "practices");
  const ids = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "page",
  );
  const sizes: number[] = [];
  for (const { name } of ids) {
    const weights = await weighPage(browser, `${server.url}${language}/practices/${name}/`);
    sizes.push(sumOf({ ...weights, pictures: 0 }));
  }
  await server.close();
  console.log(`${language}: ${sizes.length} practice pages, ${describeSpread(sizes)}`);
}

/** 45 pages, one line each, and the spread of each kind of file. */
async function weighKinds(browser: Browser, site: string): Promise<void> {
  const server = await serveFolder(site, 0);
  const all: Weights[] = [];
  for (const path of ["404.html", ...["bg/", "en/"].flatMap((home) => kinds.map((kind) => home + kind))]) {
    const weights = await weighPage(browser, server.url + path);
    all.push(weights);
    const parts = Object.entries(weights).map(([kind, size]) => `${kind} ${kilobytes(size)}`);
    console.log(`${kilobytes(sumOf(weights)).padStart(5)} KB  /${path}: ${parts.join(", ")}`);
  }
  await server.close();
  for (const kind of ["html", "css", "js", "fonts", "pictures", "other"] as const)
    console.log(`${kind}: ${describeSpread(all.map((weights) => weights[kind]))}`);
  console.log(`all: ${describeSpread(all.map(sumOf))}`);
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
