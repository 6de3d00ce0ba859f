/*
 * Prints a made-up archive as one book, beside one bare pass of the browser over the same pages.
 *
 *   node test/bench/books.ts 150 500 1700        numbers of practices
 *   node test/bench/books.ts --paper a4 1700     on another paper than A5
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BookPaper } from "../../src/core/model/issue.ts";
import { createBook } from "../../src/print/book/book-document.ts";
import { planBooks, wholeArchive } from "../../src/print/book/plan-book.ts";
import { loadFonts, printBook } from "../../src/print/book/print-book.ts";
import { launchBrowser } from "../../src/print/browser.ts";
import { openSite, printOrigin } from "../../src/print/open-site.ts";
import { prepareForPrint } from "../print/prepared-site.ts";
import { writeCorpus } from "./corpus/write-corpus.ts";

const { values, positionals } = parseArgs({
  options: { paper: { type: "string", default: "a5" } },
  allowPositionals: true,
});
for (const count of positionals.length > 0 ? positionals : ["150"]) await printOne(Number(count));

async function printOne(count: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "praktika-books-"));
  try {
    writeCorpus(root, count, 1);
    const { site } = await prepareForPrint(root);
    const began = performance.now();
    const [plan] = planBooks(site.context.archive, wholeArchive, ["bg"]);
    if (!plan) throw new Error("nothing to print");
    const book = createBook(plan, site.context, values.paper as BookPaper);
    const composed = seconds(began);

    const files: Readonly<Record<string, string>> = { "book/index.html": book.html, "book/pages.css": book.css };
    const bareBrowser = await launchBrowser();
    const session = await openSite(bareBrowser, site, { readExtra: (path) => files[path] });
    const page = await session.newPage();
    page.setDefaultTimeout(0);
    const bareBegan = performance.now();
    await page.goto(`${printOrigin}/book/`, { waitUntil: "load" });
    await page.evaluate(loadFonts);
    await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const bare = seconds(bareBegan);
    await bareBrowser.close();

    const launched = performance.now();
    const browser = await launchBrowser();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOfTree(process.pid));
    }, 200);
    const passes: number[] = [];
    const { pdf, pages } = await printBook(book, { browser, site }, () => passes.push(performance.now()));
    const whole = seconds(launched);
    clearInterval(watch);
    await browser.close();
    console.log(
      `${count} practices, ${pages} pages ${values.paper.toUpperCase()}, ${(pdf.byteLength / 1e6).toFixed(1)} MB: document ${composed.toFixed(1)} s, ` +
        `book ${whole.toFixed(1)} s in ${passes.length} passes, one bare pass ${bare.toFixed(1)} s, ` +
        `ratio ${(whole / bare).toFixed(2)}, peak ${(peak / 2 ** 20).toFixed(0)} MB with the browser`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

/** Memory of a process and all that it has started, in bytes, without what they share (Linux). */
function memoryOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && belongs(parents.get(pid) ?? 0));
  let bytes = 0;
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue;
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      bytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {
      // It has ended meanwhile.
    }
  }
  return bytes;
}
