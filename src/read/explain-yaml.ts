import { LineCounter, parseDocument, visit, type YAMLParseError } from "yaml";
import type { YamlReason } from "../core/diagnostics/catalogue.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { AliasError } from "./plain-yaml.ts";

/**
 * Says in an editor's words why YAML could not be read. Runs only on text that a faster parser refused.
 *
 * @param skippedLines lines of the file above the YAML, so that positions are those of the file
 */
export function explainYaml(path: string, yaml: string, skippedLines: number, cause: unknown): readonly Finding[] {
  const lines = yaml.split("\n");
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  const { errors } = document;
  if (cause instanceof AliasError) return [finding("yaml/syntax", path, { reason: "alias" }, aliasSpot())];
  const findings: Finding[] = [];
  let explained = false;
  // A heading among the fields: the closing fence is missing, and all that follows is text.
  const heading = skippedLines > 0 ? lines.findIndex((line) => /^#{2,6} /.test(line)) : -1;
  for (const error of errors) {
    const { line, col } = counter.linePos(error.pos[0]);
    if (heading >= 0 && line > heading) break;
    const independent = error.code === "DUPLICATE_KEY" || error.code === "TAB_AS_INDENT";
    // After the first break in structure the parser guesses: what it says of later lines would mislead.
    if (!independent && explained) continue;
    if (!independent) explained = true;
    findings.push(explainError(path, error, lines, line, col, skippedLines));
  }
  if (heading >= 0) {
    const spot = { line: heading + 1 + skippedLines, column: 1, length: lines[heading]?.length ?? 1 };
    return [...findings, finding("front-matter/unclosed", path, {}, spot)];
  }
  if (findings.length > 0) return findings;
  const mark = (cause as { mark?: { line: number; column: number } }).mark ?? { line: 0, column: 0 };
  const spot = { line: mark.line + 1 + skippedLines, column: mark.column + 1 };
  const namesAnAlias = /^\s*(?:- )?(?:[\w-]+:\s*)?\*/.test(lines[mark.line] ?? "");
  const reason = !("mark" in Object(cause)) ? "not-fields" : namesAnAlias ? "alias" : "unexpected";
  return [finding("yaml/syntax", path, { reason }, spot)];

  function aliasSpot() {
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
}

function explainError(
  path: string,
  error: YAMLParseError,
  lines: readonly string[],
  line: number,
  column: number,
  skippedLines: number,
): Finding {
  const text = lines[line - 1] ?? "";
  const at = (wantedLine: number, wantedColumn: number, length = 1) => ({
    line: wantedLine + skippedLines,
    column: wantedColumn,
    length,
  });
  switch (error.code) {
    case "TAB_AS_INDENT":
      return finding("yaml/tab", path, {}, at(line, 1, /^\s*/.exec(text)?.[0].length || 1));
    case "DUPLICATE_KEY": {
      const key = /^[^:]*/.exec(text.slice(column - 1))?.[0] ?? text;
      return finding("yaml/duplicate-key", path, { key }, at(line, column, key.length));
    }
    case "BLOCK_AS_IMPLICIT_KEY": {
      const match = /^\s*(?:- )?([\w-]+):\s+(.*)$/.exec(text);
      const [, key = "", value = ""] = match ?? [];
      // Without a second colon the parser stumbled over the line that follows, which is indented too far.
      if (!/:(\s|$)/.test(value)) {
        const next = lines[line] ?? "";
        return finding("yaml/syntax", path, { reason: "indentation" }, at(line + 1, 1, next.length));
      }
      const parameters = { key, value: value.replaceAll('"', "“") };
      return finding("yaml/colon-in-value", path, parameters, at(line, text.length - value.length + 1, value.length));
    }
    case "MISSING_CHAR": {
      const open = error.message.includes("quote") ? findOpenQuote(lines) : undefined;
      if (open)
        return finding("yaml/unclosed-quote", path, { quote: open.quote }, at(open.line, open.column, open.length));
      break;
    }
  }
  const before = lines.slice(0, line - 1).findLast((other) => other.trim() !== "") ?? "";
  if (/^\s*-[^\s-]/.test(text)) {
    return finding("yaml/syntax", path, { reason: "missing-space-after-hyphen" }, at(line, 1, text.length));
  }
  if (/:\s*[|>][+-]?\s*$/.test(before))
    return finding("yaml/syntax", path, { reason: "indentation" }, at(line, 1, text.length));
  return finding(
    "yaml/syntax",
    path,
    { reason: reasonOf(error, text, column) },
    at(line, column, Math.max(1, error.pos[1] - error.pos[0])),
  );
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
