import { parse as parseCsv } from "csv-parse/sync";
import { parseDocument } from "yaml";
import { type Finding, finding, type Location, type Result } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { SiteData } from "../core/model/site.ts";

/** Which files below the content folder are data for templates. */
export const isDataFile = (below: string): boolean => /^data\/[^/]+\.(?:ya?ml|json|csv)$/i.test(below);

/** `team` of content/data/team.yaml. */
export function dataName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

/**
 * Reads content/data/: what templates show as `data.NAME`, NAME being the name of the file. YAML and JSON are as they are written, their
 * scalars in YAML as text; CSV becomes a list of rows with the columns of its first line.
 *
 * Findings: data/invalid, data/same-name.
 */
export function readData(sources: readonly SourceFile[]): Result<SiteData> {
  const findings: Finding[] = [];
  const files = new Map<string, string>();
  const data: Record<string, unknown> = {};
  for (const source of sources) {
    const file = source.path.slice(source.path.lastIndexOf("/") + 1);
    const name = dataName(file);
    const other = files.get(name);
    if (other !== undefined) {
      findings.push(finding("data/same-name", source.path, { name, other }));
      continue;
    }
    files.set(name, file);
    const problem = readInto(data, name, source);
    if (problem) findings.push(finding("data/invalid", source.path, { reason: problem.reason }, problem.location));
  }
  return { value: data, findings };
}

interface Problem {
  /** In the words of the parser. */
  readonly reason: string;
  readonly location: Location | undefined;
}

/** Returns what is wrong, if anything. */
function readInto(data: Record<string, unknown>, name: string, { path, text }: SourceFile): Problem | undefined {
  try {
    if (/\.csv$/i.test(path))
      data[name] = parseCsv(text, { columns: true, trim: true, skip_empty_lines: true, bom: true });
    else if (/\.json$/i.test(path)) data[name] = JSON.parse(text);
    else return readYaml(data, name, text);
    return undefined;
  } catch (error) {
    return explainFault(error as ParserError, text);
  }
}

function readYaml(data: Record<string, unknown>, name: string, text: string): Problem | undefined {
  // As in front matter: a time zone cannot shift a date, and a number keeps its zeros.
  const document = parseDocument(text, { schema: "failsafe", prettyErrors: true });
  const [error] = document.errors;
  if (!error) {
    // A few lines of aliases can stand for billions of values.
    data[name] = document.toJS({ maxAliasCount: 100 });
    return undefined;
  }
  const [start] = error.linePos ?? [];
  const reason = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
  return { reason, location: start && { line: start.line, column: start.col } };
}

export type ParserError = Error & { readonly lines?: number };

/** V8 shows the text around a sign that it does not expect, with this many signs before it, and does not say where that is. */
const shownBefore = 10;
const surrounded = /^(Unexpected token '(.)'), (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/u;

/** What JSON.parse says with line and column, or with the text around; and CSV with the line. */
export function explainFault({ message, lines }: ParserError, text: string): Problem {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  const reason = message.replace(/ (?:in JSON )?at position .*| at line \d+$/, "");
  if (line !== undefined) return { reason, location: { line: Number(line), column: Number(column) } };
  if (lines !== undefined) return { reason, location: { line: lines, column: 1 } };
  const [, unexpected, sign = "", isCut, around = ""] = surrounded.exec(message) ?? [];
  if (unexpected === undefined) return { reason, location: undefined };
  const before = text.slice(0, text.indexOf(around) + (isCut ? shownBefore : Math.max(0, around.indexOf(sign))));
  const location = { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
  return { reason: unexpected, location };
}
