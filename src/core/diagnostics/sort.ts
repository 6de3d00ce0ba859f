import type { Diagnostic } from "./finding.ts";

/** Diagnostics by file, line, column and code, each once: the order never depends on the order of the work. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { file, line, column, code, parameters } = diagnostic;
    byKey.set(JSON.stringify([file, line, column, code, parameters]), diagnostic);
  }
  return [...byKey.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
