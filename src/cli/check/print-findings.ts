import { join } from "node:path";
import type { Diagnostic } from "../../core/diagnostics/finding.ts";
import { formatGithub, formatPretty } from "../../core/diagnostics/printers.ts";
import { severityOf } from "../../core/diagnostics/severity.ts";
import type { Terminal } from "../terminal.ts";

export interface PrintOptions {
  readonly format: unknown;
  readonly sourceOf: (file: string) => string | undefined;
  /** From the working folder to the root of the site: "" if it is the same. */
  readonly rootFromHere: string;
}

/** Findings of one kind that are printed for a file; an archive of 2,000 texts may have thousands. */
const maxOfEach = 3;

/** Prints findings for people or for GitHub, and at the end how many there are of each kind, the worst first. */
export function printFindings(
  diagnostics: readonly Diagnostic[],
  { format, sourceOf, rootFromHere }: PrintOptions,
  terminal: Terminal,
): void {
  const { locale, colour, out } = terminal;
  const fromHere = (file: string): string => (rootFromHere === "" ? file : join(rootFromHere, file));
  if (format === "github") {
    // GitHub looks files up from the top of the repository.
    for (const found of diagnostics)
      out(`${formatGithub({ ...found, file: fromHere(found.file) }, locale.diagnostics)}\n`);
    return;
  }
  const counts = countBy(diagnostics, kindInFile);
  const printed = new Map<string, number>();
  for (const found of diagnostics) {
    const kind = kindInFile(found);
    const number = (printed.get(kind) ?? 0) + 1;
    printed.set(kind, number);
    if (number > maxOfEach) continue;
    // A terminal opens the place in the editor if the path leads there from the working folder.
    const shown = terminal.isTerminal ? { ...found, file: fromHere(found.file) } : found;
    out(`${formatPretty(shown, locale, { source: sourceOf(found.file), colour })}\n\n`);
    const more = (counts.get(kind) ?? 0) - maxOfEach;
    if (number === maxOfEach && more > 0) out(`${locale.cli.moreOfKind(more, found.code)}\n\n`);
  }
  printKinds(diagnostics, terminal);
}

/** How many findings there are of each kind; one kind needs no list. */
function printKinds(diagnostics: readonly Diagnostic[], { locale, error: say }: Terminal): void {
  const byCode = Map.groupBy(diagnostics, ({ code }) => code);
  if (byCode.size < 2) return;
  const kinds = [...byCode].map(([code, all]) => ({ code, all, severity: severityOf({ code }) }));
  kinds.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.all.length - a.all.length);
  for (const { code, all, severity } of kinds) {
    const files = new Set(all.map(({ file }) => file)).size;
    say(`${String(all.length).padStart(6)}  ${locale.severities[severity]}  ${code}  ${locale.cli.inFiles(files)}\n`);
  }
}

const order = ["error", "warning", "info"];

function kindInFile({ file, code }: Diagnostic): string {
  return `${file} ${code}`;
}

function countBy(diagnostics: readonly Diagnostic[], keyOf: (one: Diagnostic) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(diagnostics, keyOf)].map(([key, all]) => [key, all.length]));
}
