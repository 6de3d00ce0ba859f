import { type Document, LineCounter, parseDocument, visit, type YAMLParseError } from "yaml";
import { type Finding, finding, type Location } from "../core/diagnostics/finding.ts";
import type { YamlReason } from "../core/diagnostics/kinds.ts";
import { endOfQuotation } from "./front-matter-lines.ts";
import { AliasError } from "./plain-yaml.ts";

/** YAML that stands in a file. */
export interface YamlText {
  readonly path: string;
  readonly lines: readonly string[];
  /** The lines as they were typed, if others were set aside. */
  readonly typed?: readonly string[];
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
  const { path, lines, skippedLines } = text;
  const yaml = lines.join("\n");
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  if (cause instanceof AliasError) return [explainAlias(document, counter, text)];
  // A heading among the fields: the closing fence is missing, and everything from there on is text.
  const heading = skippedLines > 0 ? lines.findIndex((line) => /^#{2,6} /.test(line)) : -1;
  const end = heading < 0 ? lines.length : heading;
  const findings = independentErrors(document.errors)
    .map((error) => ({ error, at: counter.linePos(error.pos[0]) }))
    .filter(({ at }) => at.line <= end)
    .map(({ error, at }) => explainError(error, { lines, line: at.line, column: at.col }, text));
  if (heading >= 0) {
    const location = { line: heading + 1 + skippedLines, column: 1, length: lines[heading]?.length ?? 1 };
    return [...findings, finding("front-matter/unclosed", path, {}, location)];
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
  const { mark = { line: 0, column: 0 }, reason: refused = "" } = cause as {
    mark?: { line: number; column: number };
    reason?: string;
  };
  const location = { line: mark.line + 1 + skippedLines, column: mark.column + 1 };
  const text = lines[mark.line] ?? "";
  const namesAnAlias = refused.startsWith("unidentified alias") || /^\s*(?:- )?(?:[\w-]+:\s*)?\*/.test(text);
  const reason = !("mark" in Object(cause)) ? "not-fields" : namesAnAlias ? "alias" : "unexpected";
  return finding("yaml/syntax", path, { reason, line: quotedLine(text) }, location);
}

/** Signs with which no plain value may begin, because they mean something to YAML. */
const special = /^[@`%*&!|>[\]{}#?,"']/;

/** Reasons of which quotation marks around the value are the fix. */
const needsQuotes: ReadonlySet<YamlReason> = new Set(["reserved-character", "alias", "unexpected"]);

/** A line ready to be copied: its value in quotation marks. Undefined if it is no field, or its value is quoted already. */
function quotedLine(line: string): string | undefined {
  const [, head, value = ""] = /^(\s*(?:- )?(?:[\w-]+:\s+)?)(\S.*?)\s*$/.exec(line) ?? [];
  return head && special.test(value) && !/^["']/.test(value) ? head + quoteValue(value) : undefined;
}

/** A line whose value holds the very marks that it stands between, with other marks around it. */
function requotedLine(line: string): string | undefined {
  const [, head, value = ""] = /^(\s*(?:- )?[\w-]+:\s+)(["'].*\S)\s*$/.exec(line) ?? [];
  if (!head) return undefined;
  // `"Слънце" за всички` begins with a quotation; `"Първи "важен" ред"` is one, with another in it.
  const beginsWithOne = /^(["'])\S[^"']*\S?\1(?=[\s,.;:])/.test(value);
  const inside = /^(["'])(.*)\1$/.exec(value)?.[2];
  return head + quoteValue(beginsWithOne || inside === undefined ? value : inside);
}

/** A value between quotation marks of YAML, with as few marks changed as possible. */
export function quoteValue(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

function explainAlias(
  document: Document.Parsed,
  counter: LineCounter,
  { path, lines, skippedLines }: YamlText,
): Finding {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  const { line, col } = counter.linePos(offset);
  const text = lines[line - 1] ?? "";
  const length = /^\*?[^\s,\]}]*/.exec(text.slice(col - 1))?.[0].length || 1;
  const location = { line: line + skippedLines, column: col, length };
  return finding("yaml/syntax", path, { reason: "alias", line: quotedLine(text) }, location);
}

/** The place of an error in the YAML; line and column from 1. */
interface ErrorPlace {
  readonly lines: readonly string[];
  readonly line: number;
  readonly column: number;
}

function explainError(error: YAMLParseError, place: ErrorPlace, yaml: YamlText): Finding {
  const { path, skippedLines, typed = yaml.lines } = yaml;
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
    const indent = " ".repeat(column - 1);
    const first = lines.findIndex((other) => other.startsWith(`${indent}${key}:`));
    // Between braces both stand in one line.
    const before = first < 0 ? line - 1 : first;
    const parameters = { key, other: before + 1 + skippedLines, lines: [lines[before] ?? "", text] };
    return finding("yaml/duplicate-key", path, parameters, at(line, column, key.length));
  }
  if (error.code === "BLOCK_AS_IMPLICIT_KEY") return explainNestedKey(place, path, at);
  const open = error.code === "MISSING_CHAR" && error.message.includes("quote") ? findOpenQuote(lines) : undefined;
  if (open) {
    const { line: openLine, column: openColumn, length } = open.location;
    return { ...explainOpenQuote(open, lines, path), location: at(openLine, openColumn, length) };
  }
  const syntax = (reason: YamlReason, location: Location) => {
    const ready = reason === "text-after-quote" ? requotedLine(text) : undefined;
    return finding("yaml/syntax", path, { reason, line: needsQuotes.has(reason) ? quotedLine(text) : ready }, location);
  };
  if (/^\s*-[^\s-]/.test(text)) return syntax("missing-space-after-hyphen", at(line, 1, text.length));
  const before = typed.slice(0, line - 1).findLast((other) => other.trim() !== "") ?? "";
  if (!/^\s*[\w-]+\s*:/.test(text) && /:\s+(["']).*\1\s*$/.test(before))
    return syntax("text-below-quote", at(line, 1, text.length));
  if (/:\s*[|>][+-]?\s*$/.test(before)) return syntax("indentation", at(line, 1, text.length));
  const reason = reasonOf(error, text, column);
  const bracket = reason === "unclosed-bracket" ? findOpenBracket(lines, line) : undefined;
  if (bracket)
    return {
      ...finding("yaml/syntax", path, { reason, line: bracket.closed }),
      location: at(bracket.line, bracket.column),
    };
  return syntax(reason, at(line, column, Math.max(1, error.pos[1] - error.pos[0])));
}

/** A key where a value was expected: a second colon in the line, or a next line that is indented too far. */
function explainNestedKey(
  { lines, line }: ErrorPlace,
  path: string,
  at: (line: number, column: number, length: number) => Location,
): Finding {
  const text = lines[line - 1] ?? "";
  const [, key = "", value = ""] = /^\s*(?:- )?([\w-]+):\s+(.*)$/.exec(text) ?? [];
  if (!/:(\s|$)/.test(value)) {
    const next = lines[line] ?? "";
    return finding("yaml/syntax", path, { reason: "indentation", line: undefined }, at(line + 1, 1, next.length));
  }
  const parameters = { key, quoted: `${text.slice(0, -value.length)}${quoteValue(value)}`.trim() };
  return finding("yaml/colon-in-value", path, parameters, at(line, text.length - value.length + 1, value.length));
}

/** A quotation that is never closed, or one that goes on in lines that are not indented. */
function explainOpenQuote(open: NonNullable<ReturnType<typeof findOpenQuote>>, lines: readonly string[], path: string) {
  const { quote, location } = open;
  const index = location.line - 1;
  if (endOfQuotation(lines, index) === index) return finding("yaml/unclosed-quote", path, { quote }, location);
  const key = /^\s*(?:- )?([\w-]+):/.exec(lines[index] ?? "")?.[1] ?? "summary";
  return finding("yaml/quote-not-indented", path, { key }, location);
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

/** The line above an error whose brackets do not close, and how it would close them. */
function findOpenBracket(lines: readonly string[], errorLine: number) {
  for (let line = Math.min(errorLine, lines.length); line > 0; line--) {
    const text = lines[line - 1] ?? "";
    const [, head = "", value = ""] = /^(\s*(?:- )?[\w-]+:\s+)([[{].*?)\s*,?\s*$/.exec(text) ?? [];
    if (value === "") continue;
    // To YAML the end of the line is a comment, and the bracket in it too.
    const comment = value.search(/\s#/);
    if (comment >= 0 && /[\]}]$/.test(value))
      return { line, column: head.length + comment + 2, closed: head + value.replace(entryWithHash, quoteEntry) };
    const open: string[] = [];
    for (const sign of value.replace(/"[^"]*"|'[^']*'/g, "")) {
      if (sign === "[") open.unshift("]");
      else if (sign === "{") open.unshift("}");
      else if (sign === open[0]) open.shift();
    }
    return open.length === 0 ? undefined : { line, column: head.length + 1, closed: head + value + open.join("") };
  }
  return undefined;
}

/** An entry between commas and brackets that holds a #. */
const entryWithHash = /([[{,]\s*(?:[\w-]+:\s+)?)([^[\]{},"']*\s#[^[\]{},"']*)/g;

function quoteEntry(_: string, before: string, entry: string): string {
  return before + quoteValue(entry.trim());
}

/** The first value whose quotation mark is opened and not closed on its line. */
function findOpenQuote(lines: readonly string[]) {
  for (const [index, text] of lines.entries()) {
    const match = /^(\s*(?:- )?(?:[\w-]+:\s+)?)(["'])(.*)$/.exec(text);
    if (!match) continue;
    const [, head = "", quote = "", rest = ""] = match;
    const closed = quote === '"' ? /(?<!\\)"/.test(rest) : rest.replaceAll("''", "").includes("'");
    if (!closed) return { quote, location: { line: index + 1, column: head.length + 1, length: rest.length + 1 } };
  }
  return undefined;
}
