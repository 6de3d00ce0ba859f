import type { Finding } from "../core/diagnostics/finding.ts";
import { formatPretty } from "../core/diagnostics/printers.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../core/diagnostics/sort.ts";
import { locate } from "../read/locate.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the errors among findings, for commands that cannot go on because of them. Returns the exit code. */
export function printErrors(
  findings: readonly Finding[],
  sourceOf: (file: string) => string | undefined,
  terminal: Terminal,
): number {
  const errors = findings.filter((found) => severityOf(found) === "error");
  return printFindings(errors, sourceOf, terminal);
}

/** Prints findings of every severity. Returns the exit code. */
export function printFindings(
  findings: readonly Finding[],
  sourceOf: (file: string) => string | undefined,
  { out, error: say, locale, colour }: Terminal,
): number {
  const sorted = sortDiagnostics(locate(findings, sourceOf));
  for (const found of sorted) out(`${formatPretty(found, locale, { source: sourceOf(found.file), colour })}\n\n`);
  const errors = sorted.filter((found) => severityOf(found) === "error").length;
  if (errors > 0) say(`${locale.cli.findings(errors, 0)}\n`);
  return errors > 0 ? 1 : 0;
}
