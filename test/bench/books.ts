/*
 * Prints a made-up archive as one book.
 *
 *   node test/bench/books.ts 150 500 1700        numbers of practices
 *   node test/bench/books.ts --paper a4 1700     on another paper than A5
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BookPaper } from "../../src/core/model/issue.ts";
import { planBooks, wholeArchive } from "../../src/print/book/plan-book.ts";
import { pressVolumes } from "../../src/print/book/press-volumes.ts";
import { openPrintShop } from "../../src/print/print-shop.ts";
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
    const { site, folders } = await prepareForPrint(root);
    const [plan] = planBooks(site.context.archive, wholeArchive, ["bg"]);
    if (!plan) throw new Error("nothing to print");
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOfTree(process.pid));
    }, 200);
    const began = performance.now();
    const shop = await openPrintShop(site, { folders, processes: 1 });
    const volumes = await pressVolumes(plan, shop, { paper: values.paper as BookPaper, isFolded: false });
    const sum = (of: (volume: (typeof volumes)[number]) => number): number =>
      volumes.reduce((total, volume) => total + of(volume), 0);
    const [pages, bytes] = [sum((volume) => volume.pages), sum(({ pdf }) => pdf?.byteLength ?? 0)];
    const findings = volumes.flatMap((volume) => volume.findings);
    const whole = seconds(began);
    clearInterval(watch);
    await shop.close();
    console.log(
      `${count} practices, ${pages} pages ${values.paper.toUpperCase()} in ${volumes.length} volumes, ${(bytes / 1e6).toFixed(1)} MB: ` +
        `${whole.toFixed(1)} s, ${((1000 * whole) / count).toFixed(0)} ms a practice, peak ${(peak / 2 ** 20).toFixed(0)} MB, ${findings.length} findings`,
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
