import pc from "picocolors";
import { codeFrame } from "./code-frame.ts";
import { describe } from "./describe.ts";
import type { Diagnostic } from "./finding.ts";
import { severityOf } from "./severity.ts";
import type { DiagnosticTexts, FindingTexts } from "./texts.ts";

type Colours = ReturnType<typeof pc.createColors>;

export interface PrettyOptions {
  /** Text of the file, or undefined if there is none to show. */
  readonly source: string | undefined;
  readonly colour: boolean;
}

/**
 * A diagnostic for people: place, what is wrong, the line with the wrong text marked, and how to fix it.
 */
export function formatPretty(
  diagnostic: Diagnostic,
  { diagnostics, severities }: FindingTexts,
  { source, colour }: PrettyOptions,
): string {
  const c = pc.createColors(colour);
  const { message, hint } = describe(diagnostic, diagnostics);
  const severity = severityOf(diagnostic);
  const paint = severity === "error" ? c.red : severity === "warning" ? c.yellow : c.cyan;
  const { file, line, column, length, code } = diagnostic;
  const lines = [`${c.bold(`${file}:${line}:${column}`)}  ${paint(severities[severity])}  ${message}  ${c.dim(code)}`];
  const frame = diagnostic.location && source !== undefined ? codeFrame(source, { line, column, length }) : [];
  const width = String(frame.at(-1)?.number ?? frame.at(-2)?.number ?? line + 1).length;
  for (const { number, text } of frame) {
    const gutter = c.dim(`  ${String(number ?? "").padStart(width)} │ `);
    lines.push(gutter + (number === undefined ? paint(text) : text));
  }
  lines.push(`  ${hintArrow(c)} ${hint}`);
  return lines.join("\n");
}

function hintArrow(c: Colours): string {
  return c.green("→");
}

/** A diagnostic as plain values, for `--format json`. */
export function toJson(diagnostic: Diagnostic, texts: DiagnosticTexts) {
  const { code, file, line, column } = diagnostic;
  return { code, severity: severityOf(diagnostic), ...describe(diagnostic, texts), file, line, column };
}

/** A diagnostic as a workflow command, which GitHub shows at its line in a pull request. */
export function formatGithub(diagnostic: Diagnostic, texts: DiagnosticTexts): string {
  const { message, hint } = describe(diagnostic, texts);
  const { file, line, column, length, code } = diagnostic;
  const command = { error: "error", warning: "warning", info: "notice" }[severityOf(diagnostic)];
  const place = `file=${escapeProperty(file)},line=${line},col=${column},endColumn=${column + length},title=${escapeProperty(code)}`;
  return `::${command} ${place}::${escapeMessage(`${message}\n${hint}`)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
