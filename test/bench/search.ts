/*
 * What a search costs the reader, in a real browser: bytes until the first ten results are shown, compressed as hosts do, and the
 * time of a query once its parts are there. Beside it Pagefind on the same pages, installed by npm the first time.
 *
 *   node test/bench/search.ts [--count 1700,10000] [--work DIR] [--no-pagefind]
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { transliterate } from "../../src/core/language/transliterate.ts";
import { serveFolder } from "../../src/dev/serve-folder.ts";
import { launchBrowser } from "../setup/browser.ts";
import { writeLanguageCorpus } from "./corpus/write-language-corpus.ts";
import { indexWithPagefind, run, servePlainly } from "./pagefind.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1700,10000" },
    work: { type: "string" },
    pagefind: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const project = fileURLToPath(new URL("../..", import.meta.url));
const work = values.work ?? mkdtempSync(join(tmpdir(), "praktika-search-"));
const rounds = 20;

interface Figures {
  readonly query: string;
  readonly bytes: number;
  readonly median: number;
  readonly slowest: number;
  readonly found: number;
}

const browser = await launchBrowser();
try {
  for (const count of values.count.split(",").map(Number)) {
    const root = join(work, String(count));
    const vocabulary = writeLanguageCorpus(root, count, 1);
    const began = performance.now();
    run(process.execPath, [join(project, "src/cli/praktika.js"), "build", "--root", root]);
    console.log(`\n${count} practices, built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const dist = join(root, "dist");
    const queries = chooseQueries(vocabulary);
    report("Praktika", await measurePraktika(browser, dist, queries));
    if (values.pagefind) report("Pagefind", await measurePagefind(browser, dist, queries));
  }
} finally {
  await browser.close();
}

/** A common word and rare ones, several, the beginning of one, one with a mistake, one in Latin letters. */
function chooseQueries(vocabulary: readonly string[]): readonly string[] {
  const word = (rank: number): string => vocabulary[rank] ?? "";
  const rare = word(2_000);
  return [
    word(30),
    rare,
    `${word(200)} ${word(500)}`,
    `${word(40)} ${word(90)} ${word(900)}`,
    word(700).slice(0, 5),
    `${rare.slice(0, 3)}${rare.slice(4)}`,
    transliterate(word(300)),
    "община младежи",
  ];
}

async function measurePraktika(
  browser: Browser,
  dist: string,
  queries: readonly string[],
): Promise<readonly Figures[]> {
  const server = await serveFolder(dist, 0);
  const figures: Figures[] = [];
  try {
    for (const query of queries) {
      const page = await browser.newPage();
      const bytes = countBytes(page, dist, server.url);
      await page.goto(`${server.url}bg/search/?q=${encodeURIComponent(query)}`);
      await page.locator("[data-search][aria-busy=false]").waitFor();
      const total = bytes();
      await page.close();
      figures.push({ query, bytes: total, ...(await timePraktika(browser, server.url, query)) });
    }
  } finally {
    await server.close();
  }
  return figures;
}

/** The same query again and again, its parts having come: what remains is the work of the search. */
async function timePraktika(browser: Browser, url: string, query: string): Promise<Omit<Figures, "query" | "bytes">> {
  const { outputFiles } = await bundle({
    stdin: {
      contents: `export { openIndex } from "./src/pages/search/browser/load-index.ts"; export { find } from "./src/pages/search/engine/find.ts";`,
      resolveDir: project,
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "search",
  });
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${url}bg/`);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const result = await page.evaluate(
    async ({ query, rounds }) => {
      const { openIndex, find } = (
        globalThis as unknown as { search: Record<string, (...given: unknown[]) => Promise<unknown>> }
      ).search;
      const index = await openIndex?.({ head: "search/index/head.js", part: "../assets/search/bg/{part}.js" }, false);
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round <= rounds; round++) {
        const began = performance.now();
        const answer = (await find?.(query, index, { language: "bg" })) as { practices: unknown[] };
        // The first round loads.
        if (round > 0) times.push(performance.now() - began);
        found = answer.practices.length;
      }
      return { times, found };
    },
    { query, rounds },
  );
  await page.close();
  return { ...summary(result.times), found: result.found };
}

async function measurePagefind(
  browser: Browser,
  dist: string,
  queries: readonly string[],
): Promise<readonly Figures[]> {
  indexWithPagefind(dist, "bg/practices/**/index.html", join(work, "pagefind"));
  const server = await servePlainly(dist);
  const figures: Figures[] = [];
  try {
    for (const query of queries) {
      const page = await browser.newPage({ bypassCSP: true });
      await page.goto(`${server.url}bg/`);
      const bytes = countBytes(page, dist, server.url);
      const result = await page.evaluate(
        async ({ query, rounds, url }) => {
          const pagefind = await import(`${url}pagefind/pagefind.js`);
          await pagefind.init();
          const times: number[] = [];
          let found = 0;
          for (let round = 0; round <= rounds; round++) {
            const began = performance.now();
            const { results } = await pagefind.search(query);
            if (round > 0) times.push(performance.now() - began);
            else await Promise.all(results.slice(0, 10).map((result: { data(): Promise<unknown> }) => result.data()));
            found = results.length;
          }
          return { times, found };
        },
        { query, rounds, url: server.url },
      );
      figures.push({ query, bytes: bytes(), ...summary(result.times), found: result.found });
      await page.close();
    }
  } finally {
    server.close();
  }
  return figures;
}

/** Counts what the page asks of the search: scripts, indexes and results, but not what every page has. */
function countBytes(page: Page, dist: string, url: string): () => number {
  const files = new Set<string>();
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (request.url().startsWith(url) && /\/search|\/sheets\/|\/pagefind\//.test(path) && !path.endsWith("/"))
      files.add(path);
  });
  return () => [...files].reduce((sum, path) => sum + compressedSize(join(dist, path)), 0);
}

function compressedSize(file: string): number {
  const bytes = readFileSync(file);
  return /\.(?:js|css|json)$/.test(file) ? gzipSync(bytes).length : bytes.length;
}

function summary(times: readonly number[]): { readonly median: number; readonly slowest: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, slowest: sorted.at(-1) ?? 0 };
}

function report(name: string, figures: readonly Figures[]): void {
  console.log(`${name}: KB to the first ten results, ms of a query (median, slowest), practices found`);
  for (const { query, bytes, median, slowest, found } of figures)
    console.log(
      `  ${query.padEnd(34)} ${(bytes / 1000).toFixed(0).padStart(5)} KB ${median.toFixed(1).padStart(6)} ${slowest.toFixed(1).padStart(6)} ms ${String(found).padStart(6)}`,
    );
  console.log(`  most: ${(Math.max(...figures.map(({ bytes }) => bytes)) / 1000).toFixed(0)} KB`);
}
