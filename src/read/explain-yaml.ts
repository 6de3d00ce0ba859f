import { type Document, LineCounter, parseDocument, visit, type YAMLParseError } from "yaml";
import type { YamlReason } from "../core/diagnostics/catalogue.ts";
import { type Finding, finding, type Spot } from "../core/diagnostics/finding.ts";
import { AliasError } from "./plain-yaml.ts";

/** YAML that stands in a file. */
export interface YamlText {
  readonly path: string;
  readonly yaml: string;
  /** Lines of the file above the YAML: positions are those of the file. */
  readonly skippedLines: number;
}

/**
 * Explains to an editor why YAML could not be read. Runs only on text that the faster parser refused.
 *
 * @param cause the error of the faster parser
 *
 * Findings: yaml/*, front-matter/unclosed.
 */
export function explainYaml(text: YamlText, cause: unknown): readonly Finding[] {
  const { path, yaml, skippedLines } = text;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  if (cause instanceof AliasError)
    return [finding("yaml/syntax", path, { reason: "alias" }, aliasSpot(document, counter, text))];
  const lines = yaml.split("\n");
  // A heading among the fields: the closing fence is missing, and everything from there on is text.
  const heading = skippedLines > 0 ? lines.findIndex((line) => /^#{2,6} /.test(line)) : -1;
  const end = heading < 0 ? lines.length : heading;
  const findings = independentErrors(document.errors)
    .map((error) => ({ error, at: counter.linePos(error.pos[0]) }))
    .filter(({ at }) => at.line <= end)
    .map(({ error, at }) => explainError(error, { lines, line: at.line, column: at.col }, text));
  if (heading >= 0) {
    const spot = { line: heading + 1 + skippedLines, column: 1, length: lines[heading]?.length ?? 1 };
    return [...findings, finding("front-matter/unclosed", path, {}, spot)];
  }
  return findings.length > 0 ? findings : [explainCause(text, lines, cause)];
}

/** The errors that stand for themselves. After the first break in structure the parser guesses, and later errors mislead. */
function independentErrors(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const isIndependent = ({ code }: YAMLParseError): boolean => code === "DUPLICATE_KEY" || code === "TAB_AS_INDENT";
  const first = errors.find((error) => !isIndependent(error));
  return errors.filter((error) => error === first || isIndependent(error));
}

/** The finding for text that only the faster parser refuses, from its own error. */
function explainCause({ path, skippedLines }: YamlText, lines: readonly string[], cause: unknown): Finding {
  const mark = (cause as { mark?: { line: number; column: number } }).mark ?? { line: 0, column: 0 };
  const spot = { line: mark.line + 1 + skippedLines, column: mark.column + 1 };
  const namesAnAlias = /^\s*(?:- )?(?:[\w-]+:\s*)?\*/.test(lines[mark.line] ?? "");
  const reason = !("mark" in Object(cause)) ? "not-fields" : namesAnAlias ? "alias" : "unexpected";
  return finding("yaml/syntax", path, { reason }, spot);
}

function aliasSpot(document: Document.Parsed, counter: LineCounter, { yaml, skippedLines }: YamlText) {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  const { line, col } = counter.linePos(offset);
  return {
    line: line + skippedLines,
    column: col,
    length: /^\*?[^\s,\]}]*/.exec(yaml.slice(offset))?.[0].length || 1,
  };
}

/** The place of an error in the YAML; line and column from 1. */
interface ErrorPlace {
  readonly lines: readonly string[];
  readonly line: number;
  readonly column: number;
}

function explainError(error: YAMLParseError, place: ErrorPlace, { path, skippedLines }: YamlText): Finding {
  const { lines, line, column } = place;
  const text = lines[line - 1] ?? "";
  const at = (wantedLine: number, wantedColumn: number, length = 1) => ({
    line: wantedLine + skippedLines,
    column: wantedColumn,
    length,
  });
  if (error.code === "TAB_AS_INDENT")
    return finding("yaml/tab", path, {}, at(line, 1, /^\s*/.exec(text)?.[0].length || 1));
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^:]*/.exec(text.slice(column - 1))?.[0] ?? text;
    return finding("yaml/duplicate-key", path, { key }, at(line, column, key.length));
  }
  if (error.code === "BLOCK_AS_IMPLICIT_KEY") return explainNestedKey(place, path, at);
  const open = error.code === "MISSING_CHAR" && error.message.includes("quote") ? findOpenQuote(lines) : undefined;
  if (open) return finding("yaml/unclosed-quote", path, { quote: open.quote }, at(open.line, open.column, open.length));
  if (/^\s*-[^\s-]/.test(text))
    return finding("yaml/syntax", path, { reason: "missing-space-after-hyphen" }, at(line, 1, text.length));
  const before = lines.slice(0, line - 1).findLast((other) => other.trim() !== "") ?? "";
  if (/:\s*[|>][+-]?\s*$/.test(before))
    return finding("yaml/syntax", path, { reason: "indentation" }, at(line, 1, text.length));
  const spot = at(line, column, Math.max(1, error.pos[1] - error.pos[0]));
  return finding("yaml/syntax", path, { reason: reasonOf(error, text, column) }, spot);
}

/** A key where a value was expected: a second colon in the line, or a next line that is indented too far. */
function explainNestedKey(
  { lines, line }: ErrorPlace,
  path: string,
  at: (line: number, column: number, length: number) => Spot,
): Finding {
  const text = lines[line - 1] ?? "";
  const [, key = "", value = ""] = /^\s*(?:- )?([\w-]+):\s+(.*)$/.exec(text) ?? [];
  if (!/:(\s|$)/.test(value)) {
    const next = lines[line] ?? "";
    return finding("yaml/syntax", path, { reason: "indentation" }, at(line + 1, 1, next.length));
  }
  const parameters = { key, value: value.replaceAll('"', "“") };
  return finding("yaml/colon-in-value", path, parameters, at(line, text.length - value.length + 1, value.length));
}

function reasonOf(error: YAMLParseError, text: string, column: number): YamlReason {
  switch (error.code) {
    case "BAD_INDENT":
      return /must be sufficiently indented|end with/.test(error.message) ? "unclosed-bracket" : "indentation";
    case "MISSING_CHAR":
      return error.message.includes("Implicit map keys") ? "missing-colon" : "unclosed-bracket";
    case "UNEXPECTED_TOKEN":
      return /["']\s*$/.test(text.slice(0, column - 1))
        ? "text-after-quote"
        : /^\s*[\w-]+:\s*\*/.test(text)
          ? "alias"
          : "unexpected";
    case "BAD_SCALAR_START":
      return "reserved-character";
    case "BAD_ALIAS":
      return "alias";
    case "BAD_DQ_ESCAPE":
      return "escape";
    case "BLOCK_IN_FLOW":
      return "unclosed-bracket";
    case "MULTILINE_IMPLICIT_KEY":
      return "missing-colon";
    default:
      return "unexpected";
  }
}

/** The first value whose quotation mark is opened and not closed on its line. */
function findOpenQuote(lines: readonly string[]) {
  for (const [index, text] of lines.entries()) {
    const match = /^(\s*(?:- )?(?:[\w-]+:\s+)?)(["'])(.*)$/.exec(text);
    if (!match) continue;
    const [, head = "", quote = "", rest = ""] = match;
    const closed = quote === '"' ? /(?<!\\)"/.test(rest) : rest.replaceAll("''", "").includes("'");
    if (!closed) return { line: index + 1, column: head.length + 1, length: rest.length + 1, quote };
  }
  return undefined;
}
