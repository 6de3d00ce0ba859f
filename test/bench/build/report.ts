import type { Absent, GeneratorName } from "./generator.ts";
import type { Result, WrittenFiles } from "./measure-site.ts";
import type { Cost } from "./run-command.ts";
import { medianCost, ratio } from "./statistics.ts";
import { hasStep, type Step, stepNames, steps } from "./steps.ts";
import { judge, judgeGrowth, praktikaOf } from "./targets.ts";

export interface Report {
  readonly machine: string;
  /** Where the files were. */
  readonly workFolder: string;
  /** How CPU and memory were measured. */
  readonly meter: string;
  readonly rounds: number;
  readonly versions: readonly string[];
  readonly absent: readonly Absent[];
  readonly resultsByCount: ReadonlyMap<number, readonly Result[]>;
}

const shownReason = 160;

const names: readonly GeneratorName[] = ["Praktika", "Hugo", "Eleventy"];

/** The whole run as Markdown, for RESULTS.md. @param day as it is to be shown */
export function formatReport(report: Report, day: string): string {
  const { machine, workFolder, meter, rounds, versions, absent, resultsByCount } = report;
  const tables = [...resultsByCount].map(([count, results]) => formatTable(count, results, report));
  return [
    "## Building",
    `${day}; ${machine}; files under ${workFolder}; ${versions.join(", ")}. ${rounds === 1 ? "One round" : `Medians of ${rounds} rounds`}, interleaved: wall ` +
      `seconds / CPU seconds / peak MB; ratios are of wall time. ${meter}.`,
    ...tables,
    ...[judgeGrowth(resultsByCount)].filter((line) => line !== undefined),
    ...absent.map(({ name, reason }) => `${name} was left out: ${reason}.`),
  ].join("\n\n");
}

function formatTable(count: number, results: readonly Result[], report: Report): string {
  const cellOf = (name: GeneratorName, show: (result: Result) => string): string => {
    const result = results.find(({ generator }) => generator.name === name);
    if (result) return show(result);
    return report.absent.some((absent) => absent.name === name) ? "left out" : "not run";
  };
  const builds = steps
    .filter((step) => hasStep("Praktika", step, count))
    .map((step) => [
      stepNames[step],
      ...names.map((name) => cellOf(name, (result) => formatStep(result, step))),
      ...(["Hugo", "Eleventy"] as const).map((name) => formatRatio(results, name, step)),
      judge(results, count, step).join("; "),
    ]);
  const written = ["pages / all files written", ...names.map((name) => cellOf(name, formatWritten)), "", "", ""];
  const head = [`${thousands(count)} practices`, ...names, "Praktika / Hugo", "Praktika / Eleventy", "target"];
  return [head, head.map(() => "---"), ...builds, written].map(formatRow).join("\n");
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function formatStep(result: Result, step: Step): string {
  const { costs, failure } = result;
  if (failure?.step === step) return `failed: ${failure.reason.slice(0, shownReason)}`;
  if (costs[step].length === 0) return "–";
  return formatCost(medianCost(costs[step]));
}

function formatCost({ wall, cpu, peak }: Partial<Cost>): string {
  return [
    wall === undefined ? "–" : seconds(wall),
    cpu === undefined ? "–" : seconds(cpu),
    peak?.toFixed(0) ?? "–",
  ].join(" / ");
}

function formatRatio(results: readonly Result[], name: GeneratorName, step: Step): string {
  const ours = praktikaOf(results);
  const share =
    ours &&
    ratio(
      ours,
      results.find(({ generator }) => generator.name === name),
      step,
    );
  return share?.toFixed(share < 0.1 ? 3 : 2) ?? "–";
}

function formatWritten({ written }: Result): string {
  const show = (files: WrittenFiles | undefined): string =>
    files ? `${thousands(files.pages)} / ${thousands(files.files)}` : "–";
  return written.full ? `${show(written.cold)}; full ${show(written.full)}` : show(written.cold);
}

function seconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function thousands(value: number): string {
  return value.toLocaleString("en");
}
