/*
 * npm run bench – how fast Praktika builds a site, beside Hugo and Eleventy on the same machine in the same run. See `usage` for
 * what can be chosen. Prints Markdown for RESULTS.md; what is going on meanwhile goes to standard error.
 */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { findEleventy } from "./build/eleventy.ts";
import type { Absent, Generator } from "./build/generator.ts";
import { findHugo } from "./build/hugo.ts";
import { describeMachine } from "./build/machine.ts";
import { formatServing, measureServing, stopServing } from "./build/measure-serving.ts";
import { measureSite, type Result } from "./build/measure-site.ts";
import { createMeter } from "./build/meter.ts";
import { type Options, parseOptions, usage } from "./build/options.ts";
import { findPraktika } from "./build/praktika.ts";
import { formatReport } from "./build/report.ts";
import { createRunner } from "./build/run-command.ts";
import { createWorkFolder } from "./build/work-folder.ts";

const rehearsalCount = 20;

const options = readOptions();
if (options.dev) await measureDev(options);
else await measure(options);

function readOptions(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

async function measure({ counts, rounds, peersMax, ...chosen }: Options): Promise<void> {
  const workFolder = createWorkFolder({ counts, peersMax });
  const meter = createMeter(workFolder);
  const runner = createRunner(meter);
  process.once("exit", () => {
    runner.stop();
    rmSync(workFolder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

  const measureCount = (generators: readonly Generator[], count: number, times: number): Promise<readonly Result[]> => {
    const folder = join(workFolder, String(count));
    return measureSite(generators, { count, rounds: times, folder, runner, progress: console.error });
  };
  const found = [findPraktika(), ...(chosen.hugo ? [findHugo()] : []), ...(chosen.eleventy ? [findEleventy()] : [])];
  const present = found.filter((generator): generator is Generator => "build" in generator);
  // A rehearsal: programs and their compile caches are read once, and who cannot build at all is known before the long builds.
  const rehearsed = await measureCount(present, rehearsalCount, 1);
  const able = rehearsed.filter(({ failure }) => failure === undefined).map(({ generator }) => generator);
  const absent = [
    ...found.filter((generator): generator is Absent => "reason" in generator),
    ...rehearsed.flatMap(({ generator: { name }, failure }) => (failure ? [{ name, reason: failure.reason }] : [])),
  ];

  const resultsByCount = new Map<number, readonly Result[]>();
  for (const count of counts) {
    const taking = able.filter(({ name }) => name === "Praktika" || count <= peersMax);
    resultsByCount.set(count, await measureCount(taking, count, rounds));
  }
  const versions = [`Node ${process.versions.node}`, ...able.map(({ name, version }) => `${name} ${version}`)];
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
  const circumstances = { machine: describeMachine(), workFolder: dirname(workFolder), meter: meter.description };
  console.log(formatReport({ ...circumstances, rounds, versions, absent, resultsByCount }, day));
}

/** How fast a saved text is served, and how soon a server is ready. */
async function measureDev({ counts, rounds, ...chosen }: Options): Promise<void> {
  const workFolder = createWorkFolder({ counts, peersMax: Number.POSITIVE_INFINITY });
  process.once("exit", () => {
    stopServing();
    rmSync(workFolder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
  const found = [findPraktika(), ...(chosen.hugo ? [findHugo()] : []), ...(chosen.eleventy ? [findEleventy()] : [])];
  const present = found.filter((generator): generator is Generator => "build" in generator);
  const rows: string[] = [];
  for (const count of counts) {
    const folder = join(workFolder, String(count));
    for (const served of await measureServing(present, { count, rounds, folder, progress: console.error }))
      rows.push(formatServing(count, served));
  }
  console.log(
    [
      "| practices | server | ready, first start | ready, second start | save to served, ms |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n"),
  );
}
