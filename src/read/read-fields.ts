import type { Finding, Result } from "../core/diagnostics/finding.ts";
import { explainYaml, quoteValue, type YamlText } from "./explain-yaml.ts";
import { loadFields } from "./plain-yaml.ts";

/** Fields that were read, in spite of lines that could not be. */
export interface ReadFields extends Result<Readonly<Record<string, unknown>> | undefined> {
  /** The fields as they would be if the broken lines said what they seem to say; so that other lines can be checked at once. */
  readonly tentative: Readonly<Record<string, unknown>> | undefined;
  /** The lines as they were read in the end. */
  readonly lines: readonly string[];
}

/** More broken lines than anybody fixes at once. */
const maxRounds = 30;

/**
 * Reads YAML. A line that cannot be read does not hide the mistakes of the others: it is explained and set aside, and the rest is read again.
 *
 * Findings: yaml/*, front-matter/unclosed.
 */
export function readFields({ path, lines: written, skippedLines }: YamlText): ReadFields {
  const findings: Finding[] = [];
  let lines = written;
  for (let round = 0; round < maxRounds; round++) {
    try {
      const fields = loadFields(lines.join("\n"));
      return findings.length === 0
        ? { value: fields, findings, tentative: fields, lines }
        : { value: undefined, findings, tentative: fields, lines };
    } catch (error) {
      const explained = explainYaml({ path, lines, typed: written, skippedLines }, error);
      findings.push(...explained);
      const rest = setAside(lines, explained, skippedLines);
      if (!rest) break;
      lines = rest;
    }
  }
  return { value: undefined, findings, tentative: undefined, lines };
}

/** The lines without the mistakes that were explained; undefined if nothing sure is left. */
function setAside(
  lines: readonly string[],
  findings: readonly Finding[],
  skippedLines: number,
): readonly string[] | undefined {
  const rest = [...lines];
  for (const { code, parameters, location } of findings) {
    const index = location && "line" in location ? location.line - 1 - skippedLines : -1;
    const line = rest[index];
    if (line === undefined || line === "" || code === "front-matter/unclosed") return undefined;
    const [, head = "", value = ""] = /^(\s*(?:- )?[\w-]+:\s+)(\S.*)$/.exec(line) ?? [];
    if (code === "yaml/tab") rest[index] = line.replace(/^[\t ]+/, (indent) => indent.replaceAll("\t", "  "));
    else if (code === "yaml/quote-not-indented") indentQuotation(rest, index);
    else if (code === "yaml/syntax" && parameters.reason === "unclosed-bracket" && parameters.line)
      rest[index] = parameters.line;
    else if (code === "yaml/duplicate-key" || head === "") rest[index] = "";
    else rest[index] = head + quoteValue(value.replace(/^["']|["']$/g, ""));
  }
  return rest.some((line, index) => line !== lines[index]) ? rest : undefined;
}

/** Indents the lines of a quotation that begins in a line, so that they belong to it. */
export function indentQuotation(lines: string[], start: number, end = lines.length - 1): void {
  for (let index = start + 1; index <= end; index++) {
    const line = lines[index] ?? "";
    if (line.trim() !== "" && !/^\s/.test(line)) lines[index] = `  ${line}`;
    if (/["']\s*$/.test(line)) return;
  }
}
