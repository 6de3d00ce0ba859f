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
  { out, error: say, locale, colour }: Terminal,
): number {
  const errors = sortDiagnostics(locate(findings, sourceOf)).filter((found) => severityOf(found) === "error");
  for (const error of errors) out(`${formatPretty(error, locale, { source: sourceOf(error.file), colour })}\n\n`);
  if (errors.length > 0) say(`${locale.cli.findings(errors.length, 0)}\n`);
  return errors.length > 0 ? 1 : 0;
}
