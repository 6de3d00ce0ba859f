import type { Finding } from "../core/diagnostics/finding.ts";
import { formatPretty } from "../core/diagnostics/printers.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import { sortDiagnostics } from "../core/diagnostics/sort.ts";
import type { Language } from "../core/language/language.ts";
import { locate } from "../read/locate.ts";
import { cliTextsOf, type Terminal } from "./terminal.ts";

/** Prints the errors among findings, for commands that cannot go on because of them. Returns the exit code. */
export function printErrors(
  findings: readonly Finding[],
  sourceOf: (file: string) => string | undefined,
  { language, terminal }: { readonly language: Language; readonly terminal: Terminal },
): number {
  const errors = sortDiagnostics(locate(findings, sourceOf)).filter((found) => severityOf(found) === "error");
  for (const error of errors)
    terminal.out(`${formatPretty(error, language, sourceOf(error.file), terminal.colour)}\n\n`);
  if (errors.length > 0) terminal.error(`${cliTextsOf(language).findings(errors.length, 0)}\n`);
  return errors.length > 0 ? 1 : 0;
}
