import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeCorpus } from "../corpus/write-corpus.ts";
import { listPractices } from "./corpus-practices.ts";
import type { CorpusPractice, Generator } from "./generator.ts";

/** What the development server of one generator took for a site of one size. Milliseconds, by round. */
export interface Serving {
  readonly name: string;
  /** From starting it to the first page, with nothing left from before; and with what the first start left. */
  readonly firstStart: number[];
  readonly secondStart: number[];
  /** From having written a text to having a page that shows it. */
  readonly saved: number[];
}

export interface ServingOptions {
  readonly count: number;
  readonly rounds: number;
  /** Empty or absent; removed at the end. */
  readonly folder: string;
  readonly progress: (line: string) => void;
}

const port = 4_790;
const savesPerRound = 5;
/** Between two saves a server may finish what it puts off. */
const rest = 2_500;
const longest = 300_000;

/** Starts the servers one after the other, in turns; each shows a page, then one text is saved again and again. */
export async function measureServing(
  generators: readonly Generator[],
  { count, rounds, folder, progress }: ServingOptions,
): Promise<readonly Serving[]> {
  const corpus = join(folder, "corpus");
  writeCorpus(corpus, count, 1);
  const practices = listPractices(corpus);
  const edited = practices[practices.length >> 1];
  if (!edited) throw new Error("the corpus is empty");
  const results = generators.map((generator) => {
    const own = join(folder, generator.name.toLowerCase());
    mkdirSync(own);
    generator.layOut(corpus, own);
    return {
      generator,
      folder: own,
      serving: { name: generator.name, firstStart: [], secondStart: [], saved: [] } as Serving,
    };
  });
  rmSync(corpus, { recursive: true });
  for (let round = 1; round <= rounds; round++)
    for (const { generator, folder: own, serving } of results) {
      for (const path of generator.remains) rmSync(join(own, path), { recursive: true, force: true });
      serving.firstStart.push(await serve(generator, own, edited, async () => undefined));
      const start = await serve(generator, own, edited, async () => {
        await wait(rest);
        for (let save = 0; save < savesPerRound; save++) {
          serving.saved.push(await saveAndWait(generator, own, edited, `запис${round}х${save}`));
          await wait(rest);
        }
      });
      serving.secondStart.push(start);
      progress(`${count} practices, round ${round}, ${generator.name}: ${formatServing(count, serving)}`);
    }
  rmSync(folder, { recursive: true });
  return results.map(({ serving }) => serving);
}

export function formatServing(count: number, { name, firstStart, secondStart, saved }: Serving): string {
  const cells = [
    String(count),
    name,
    `${(median(firstStart) / 1000).toFixed(2)} s`,
    `${(median(secondStart) / 1000).toFixed(2)} s`,
    `${median(saved).toFixed(0)} (${Math.min(...saved).toFixed(0)}–${Math.max(...saved).toFixed(0)})`,
  ];
  return `| ${cells.join(" | ")} |`;
}

let running: ChildProcess | undefined;

/** Ends the server that is running, with all that it has started. */
export function stopServing(): void {
  if (running?.pid === undefined) return;
  try {
    process.kill(-running.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
  running = undefined;
}

/** Returns the milliseconds until the page was there. */
async function serve(
  generator: Generator,
  folder: string,
  practice: CorpusPractice,
  use: () => Promise<void>,
): Promise<number> {
  const { file, args, cwd } = generator.serve(folder, port);
  const began = performance.now();
  running = spawn(file, [...args], { cwd, stdio: "ignore", detached: true });
  try {
    await waitFor(generator.addressOf(practice), "</html>");
    const taken = performance.now() - began;
    await use();
    return taken;
  } finally {
    stopServing();
    await wait(500);
  }
}

async function saveAndWait(
  generator: Generator,
  folder: string,
  practice: CorpusPractice,
  mark: string,
): Promise<number> {
  const file = join(folder, generator.sourceOf(practice));
  const text = readFileSync(file, "utf8").replace(/\nзапис\S+\n$/, "");
  const began = performance.now();
  writeFileSync(file, `${text}\n${mark}\n`);
  await waitFor(generator.addressOf(practice), mark);
  return performance.now() - began;
}

/** Asks again and again, with a new connection each time, until the page says what is waited for. */
async function waitFor(address: string, text: string): Promise<void> {
  for (const end = performance.now() + longest; performance.now() < end; ) {
    const page = await fetch(`http://127.0.0.1:${port}${address}`, { headers: { Connection: "close" } })
      .then(async (reply) => (reply.ok ? reply.text() : ""))
      .catch(() => "");
    if (page.includes(text)) return;
    await wait(5);
  }
  throw new Error(`${address} did not come to show ${text}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
