import type { Severity } from "../core/diagnostics/kinds.ts";
import { toJson } from "../core/diagnostics/printers.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import { formatBytes, formatCount, formatDecimal } from "../core/language/format.ts";
import type { Reason } from "../core/model/rewrite-reason.ts";
import type { BuildReport } from "../site/build.ts";
import { installCommand } from "../site/optional-packages.ts";
import { limitsNear, type SiteSize } from "../site/site-stats.ts";
import type { Values } from "./arguments.ts";
import { printFindings } from "./check/print-findings.ts";
import { formatSeconds } from "./format-seconds.ts";
import type { Terminal } from "./terminal.ts";

export interface ReportOptions extends Pick<Values, "format" | "explain" | "stats" | "verbose"> {
  /** False: it was a check. */
  readonly write: boolean;
  readonly seconds: number;
  /** From the working folder to the root of the site: "" if it is the same. */
  readonly rootFromHere: string;
}

/** Prints what a build or a check has found, done, and been given the options to tell. */
export function printBuildReport(report: BuildReport, options: ReportOptions, terminal: Terminal): void {
  if (options.format === "json") {
    printAsJson(report, options, terminal);
    return;
  }
  const { diagnostics, sourceOf } = report;
  // Notes on what readers do not see and a build cannot fix are for `check` to print.
  const shown = options.write ? diagnostics.filter((found) => severityOf(found) !== "info") : diagnostics;
  printFindings(shown, { format: options.format, sourceOf, rootFromHere: options.rootFromHere }, terminal);
  terminal.error(
    summarize(report, options, terminal)
      .map((line) => `${line}\n`)
      .join(""),
  );
  const { cli: texts } = terminal.locale;
  if (options.explain)
    for (const path of report.rewritten.paths)
      terminal.error(`${texts.rewritten(path, explain(report.rewritten.reasonsOf(path), texts))}\n`);
  if (options.stats) for (const line of tabulate(report, terminal)) terminal.error(`${line}\n`);
  if (options.verbose) {
    const times = Object.entries(report.times).map(([stage, duration]) => `${stage} ${Math.round(duration)} ms`);
    terminal.error(`${texts.stages(times.join(", "))}\n`);
  }
}

function printAsJson(
  { diagnostics, written, unchanged, removed, stats }: BuildReport,
  options: ReportOptions,
  { out, locale }: Terminal,
): void {
  const findings = diagnostics.map((diagnostic) => toJson(diagnostic, locale.diagnostics));
  const seconds = Number(options.seconds.toFixed(3));
  const report = { diagnostics: findings, written, unchanged, removed, seconds, ...(options.stats ? { stats } : {}) };
  out(`${JSON.stringify(report, undefined, 2)}\n`);
}

/** How it ended, in a few lines. */
function summarize(report: BuildReport, { write, seconds }: ReportOptions, { locale }: Terminal): readonly string[] {
  const { cli: texts, language } = locale;
  const { diagnostics, practices, pages, written, unchanged, removed, leftOut } = report;
  const count = (severity: Severity): number => diagnostics.filter((found) => severityOf(found) === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const lines = errors + warnings > 0 ? [texts.findings(errors, warnings)] : [];
  if (errors > 0) {
    const isUnfinished = diagnostics.some(({ code }) => code === "output/unfinished");
    return write ? [...lines, isUnfinished ? texts.notFinished : texts.notBuilt] : lines;
  }
  const shownSeconds = formatSeconds(seconds, language);
  if (write) lines.push(texts.built({ pages, written, unchanged, removed, seconds: shownSeconds }));
  else lines.push(texts.checked({ practices, seconds: shownSeconds }));
  if (leftOut?.includes("pictures")) lines.push(texts.builtWithoutPictures(installCommand("pictures")));
  if (leftOut?.includes("pdf")) lines.push(texts.builtWithoutPdfs(installCommand("pdf")));
  return [...lines, ...(report.size ? describeLimits(report.size, locale) : [])];
}

/** What hosts would not take, or soon not any more. */
function describeLimits(size: SiteSize, { cli, language }: Terminal["locale"]): readonly string[] {
  return limitsNear(size).map(({ host, of, max }) => {
    const is = of === "largest" ? size.largest.bytes : size[of];
    const say = (value: number): string =>
      of === "files" ? formatCount(value, language) : formatBytes(value, language);
    return cli.nearLimit[of]({ is: say(is), max: say(max), host, path: size.largest.path });
  });
}

/** The lines of a table: what each kind of output takes, and all together. */
function tabulate({ stats }: BuildReport, { locale: { cli, language } }: Terminal): readonly string[] {
  const sum = (of: "files" | "bytes" | "milliseconds"): number => stats.reduce((total, kind) => total + kind[of], 0);
  const all = { kind: cli.statsTotal, files: sum("files"), bytes: sum("bytes"), milliseconds: sum("milliseconds") };
  const rows = [...stats, all].map(({ kind, files, bytes, milliseconds }) => [
    kind,
    formatCount(files, language),
    formatBytes(bytes, language),
    formatDecimal(milliseconds / 1000, 2, language),
  ]);
  const table = [cli.statsHeads, ...rows];
  const widths = cli.statsHeads.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

/** A list that names very many practices has as many reasons: the first tell enough. */
const shownReasons = 5;

function explain(reasons: readonly Reason[], { reasons: texts, moreReasons }: Terminal["locale"]["cli"]): string {
  const shown = reasons.slice(0, shownReasons).map(({ kind, name }) => texts[kind](name));
  return [...shown, ...(reasons.length > shownReasons ? [moreReasons(reasons.length - shownReasons)] : [])].join("; ");
}
