import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../corpus/write-corpus.ts";
import { listPractices } from "./corpus-practices.ts";
import type { CorpusPractice, Generator } from "./generator.ts";
import type { Cost, Runner } from "./run-command.ts";
import { hasStep, type Step, steps } from "./steps.ts";

/** What one generator took for a site of one size. */
export interface Result {
  readonly generator: Generator;
  /** By round. */
  readonly costs: Readonly<Record<Step, Cost[]>>;
  /** Files that the cold builds wrote. */
  readonly written: { [build in "full" | "cold"]?: WrittenFiles };
  /** Why it was given up. */
  failure?: { readonly step: Step; readonly reason: string };
}

export interface WrittenFiles {
  readonly pages: number;
  readonly files: number;
}

export interface SiteOptions {
  readonly count: number;
  readonly rounds: number;
  /** Empty or absent; removed at the end. */
  readonly folder: string;
  readonly runner: Runner;
  readonly progress: (line: string) => void;
}

const seed = 1;

/**
 * Builds a site of `count` practices with all generators, taking turns at each kind of build, so that a machine that becomes
 * slower or faster does so for all. One that fails is given up, the others go on.
 */
export async function measureSite(generators: readonly Generator[], options: SiteOptions): Promise<readonly Result[]> {
  const { count, rounds, folder } = options;
  const corpus = join(folder, "corpus");
  writeCorpus(corpus, count, seed);
  const practices = listPractices(corpus);
  const edited = practices[practices.length >> 1];
  if (!edited) throw new Error("the corpus is empty");
  const results = generators.map((generator): Result => {
    mkdirSync(folderOf(generator, folder));
    generator.layOut(corpus, folderOf(generator, folder));
    return { generator, costs: { full: [], cold: [], unchanged: [], edited: [] }, written: {} };
  });
  rmSync(corpus, { recursive: true });
  for (let round = 1; round <= rounds; round++)
    for (const step of steps)
      for (const result of results)
        if (!result.failure && hasStep(result.generator.name, step, count))
          await measureStep(result, step, { ...options, round, edited });
  rmSync(folder, { recursive: true });
  return results;
}

interface StepOptions extends SiteOptions {
  readonly round: number;
  readonly edited: CorpusPractice;
}

async function measureStep(result: Result, step: Step, options: StepOptions): Promise<void> {
  const { generator } = result;
  const { count, round, edited, runner, progress } = options;
  const folder = folderOf(generator, options.folder);
  const sentence = `Изречение, добавено за кръг ${round}.`;
  if (step === "full" || step === "cold") removeRemains(generator, folder);
  if (step === "edited") appendFileSync(join(folder, generator.sourceOf(edited)), `\n${sentence}\n`);

  const run = await runner.run(generator.build(folder, step === "full" ? "full" : "pages"));
  const fault = run.failure ?? findFault(result, step, { count, folder, edited, sentence });
  const name = `${count} practices, round ${round}, ${generator.name}, ${step}`;
  if (run.cost && fault === undefined) {
    result.costs[step].push(run.cost);
    progress(`${name}: ${run.cost.wall.toFixed(2)} s`);
  } else {
    const reason = fault ?? "no figures";
    result.failure = { step, reason };
    progress(`${name}: ${reason}`);
  }
}

interface BuiltSite extends Pick<StepOptions, "count" | "folder" | "edited"> {
  /** What was added to the edited practice. */
  readonly sentence: string;
}

/** A build that ended well must also have written what it was asked for; otherwise its time says nothing. */
function findFault(result: Result, step: Step, { count, folder, edited, sentence }: BuiltSite): string | undefined {
  const { generator, written } = result;
  if (step === "edited") {
    const page = join(folder, generator.pageOf(edited));
    return existsSync(page) && readFileSync(page, "utf8").includes(sentence)
      ? undefined
      : "the page does not show the edit";
  }
  if (step === "unchanged") return undefined;
  written[step] ??= countFiles(join(folder, generator.output));
  const { pages } = written[step];
  return pages >= count ? undefined : `wrote only ${pages} pages`;
}

function countFiles(folder: string): WrittenFiles {
  if (!existsSync(folder)) return { pages: 0, files: 0 };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { pages: files.filter(({ name }) => name.endsWith(".html")).length, files: files.length };
}

function removeRemains(generator: Generator, folder: string): void {
  for (const path of generator.remains) rmSync(join(folder, path), { recursive: true, force: true });
}

function folderOf(generator: Generator, folder: string): string {
  return join(folder, generator.name.toLowerCase());
}
