import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type DiagnosticCode, severities } from "../../core/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { severityOf } from "../../core/diagnostics/severity.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";

type Choice = (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];

/** Which findings `check` shows: `--only` some kinds, those of `--staged` files, those that the `--baseline` does not have. */
export function createChoice(values: Values, staged: ReadonlySet<string> | undefined, terminal: Terminal): Choice {
  const isWanted = chooseCodes(values.only, terminal);
  return (diagnostics) => {
    const chosen = diagnostics.filter((found) => isWanted(found.code) && (!staged || staged.has(found.file)));
    return typeof values.baseline === "string" ? withoutKnown(chosen, values.baseline, terminal) : chosen;
  };
}

/** Codes with commas; a group such as `markdown` is all of its codes. Throws `UsageError`. */
function chooseCodes(only: unknown, { locale: { cli } }: Terminal): (code: DiagnosticCode) => boolean {
  if (typeof only !== "string") return () => true;
  const codes = Object.keys(severities);
  const names = [...codes, ...codes.map((code) => code.split("/")[0] ?? "")];
  const wanted = only.split(",").map((name) => name.trim().replace(/\/\*?$/, ""));
  for (const name of wanted) {
    if (names.includes(name)) continue;
    throw new UsageError(cli.invalidValue("--only", name, nearestName(name, names) ?? [...new Set(names)].join(", ")));
  }
  return (code) => wanted.some((name) => code === name || code.startsWith(`${name}/`));
}

/**
 * Leaves out the warnings and notes that a file lists; the first time it writes the list. Errors are never left out: they stop a build.
 * A finding is known by its file, code and words, so that it may move to another line.
 */
function withoutKnown(diagnostics: readonly Diagnostic[], path: string, terminal: Terminal): readonly Diagnostic[] {
  const { cli } = terminal.locale;
  const [errors, others] = [true, false].map((isError) =>
    diagnostics.filter((found) => (severityOf(found) === "error") === isError),
  ) as [Diagnostic[], Diagnostic[]];
  if (!existsSync(path)) {
    const findings = others.map(keyOf).sort();
    writeFileSync(path, `${JSON.stringify({ findings }, undefined, 2)}\n`);
    terminal.error(`${cli.baselineWritten(path, findings.length)}\n`);
    return errors;
  }
  const known = new Map<string, number>();
  for (const key of readKeys(path, terminal)) known.set(key, (known.get(key) ?? 0) + 1);
  const isNew = others.map((found) => {
    const left = known.get(keyOf(found)) ?? 0;
    known.set(keyOf(found), left - 1);
    return left <= 0;
  });
  const fresh = new Set(others.filter((_, index) => isNew[index]));
  if (fresh.size < others.length) terminal.error(`${cli.baselineUsed(path, others.length - fresh.size)}\n`);
  return diagnostics.filter((found) => severityOf(found) === "error" || fresh.has(found));
}

function keyOf({ file, code, parameters }: Diagnostic): string {
  return `${file} ${code} ${JSON.stringify(parameters)}`;
}

function readKeys(path: string, { locale }: Terminal): readonly string[] {
  try {
    const { findings } = JSON.parse(readFileSync(path, "utf8"));
    if (Array.isArray(findings)) return findings.map(String);
  } catch {
    // Said below.
  }
  throw new Failure(locale.cli.baselineUnreadable(path));
}
