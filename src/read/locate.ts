import { isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import type { Diagnostic, FieldPath, Finding } from "../core/diagnostics/finding.ts";
import { findFrontMatter, findKey, repairLines } from "./front-matter-lines.ts";
import { isYamlField } from "./parse-yaml.ts";
import { readFields } from "./read-fields.ts";
import { isFieldName } from "./schema/field-names.ts";
import { isTextFile } from "./text-file.ts";

/**
 * Gives findings their final line and column. This is the slow second look at a file, taken only when it has
 * findings: fields are looked up by a parser that keeps positions, texts by searching from the line they are in.
 *
 * @param textOf the text of a file as it was read, or undefined if it cannot be read
 */
export function locate(
  findings: readonly Finding[],
  textOf: (file: string) => string | undefined,
): readonly Diagnostic[] {
  const finders = new Map<string, (path: FieldPath, on: "key" | "value") => Position>();
  const texts = new Map<string, string>();
  const linesByFile = new Map<string, readonly string[]>();
  const textIn = (file: string): string => {
    const text = texts.get(file) ?? textOf(file) ?? "";
    texts.set(file, text);
    return text;
  };
  const linesOf = (file: string): readonly string[] => {
    const lines = linesByFile.get(file) ?? textIn(file).split("\n");
    linesByFile.set(file, lines);
    return lines;
  };
  return findings.map((finding) => {
    const { location, file } = finding;
    if (!location) return { ...finding, line: 1, column: 1, length: 1 };
    if ("column" in location)
      return { ...finding, line: location.line, column: location.column, length: location.length ?? 1 };
    if ("text" in location) return { ...finding, ...searchText(linesOf(file), location.line, location.text) };
    const find = finders.get(file) ?? createFieldFinder(file, textIn(file));
    finders.set(file, find);
    return { ...finding, ...find(location.field, location.on) };
  });
}

interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** How far below the first line of its paragraph a text is looked for. */
const searchedLines = 500;

/** The place of `wanted` in the text, from `line` on; the beginning of that line if it is not there. */
function searchText(lines: readonly string[], line: number, wanted: string): Position {
  for (let index = line - 1; index < Math.min(lines.length, line + searchedLines); index++) {
    const column = (lines[index] ?? "").indexOf(wanted);
    if (column >= 0 && wanted !== "") return { line: index + 1, column: column + 1, length: wanted.length };
  }
  const start = lines[line - 1] ?? "";
  const indent = start.length - start.trimStart().length;
  return { line, column: indent + 1, length: Math.max(1, start.trim().length) };
}

function createFieldFinder(file: string, text: string): (path: FieldPath, on: "key" | "value") => Position {
  const { lines, skippedLines } = readableLines(file, text);
  const yaml = lines.join("\n");
  const written = text.split("\n").slice(skippedLines);
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, prettyErrors: false });

  return (path, on) => {
    for (let depth = path.length; depth > 0; depth--) {
      const range = rangeOf(document.contents, path.slice(0, depth), depth === path.length ? on : "value");
      if (!range) continue;
      const { line, col } = counter.linePos(range[0]);
      const shown = (yaml.slice(range[0], range[1]).split("\n")[0] ?? "").trimEnd();
      // A line that was read in another way than it is written may be longer by a sign or two.
      const at = written[line - 1] === lines[line - 1] ? -1 : (written[line - 1] ?? "").indexOf(shown);
      return { line: line + skippedLines, column: at >= 0 ? at + 1 : col, length: Math.max(1, shown.length) };
    }
    return { line: Math.max(1, skippedLines), column: 1, length: 3 };
  };
}

/** The YAML of a file as it was read, without what could not be. */
function readableLines(
  file: string,
  text: string,
): { readonly lines: readonly string[]; readonly skippedLines: number } {
  const front = isTextFile(file) ? findFrontMatter(text, isFieldName) : undefined;
  if (front && "problem" in front) return { lines: [], skippedLines: 0 };
  const [lines, skippedLines] = front
    ? [front.lines, front.open]
    : [repairLines(text.split("\n"), isYamlField).lines, 0];
  return { lines: readFields({ path: file, lines, skippedLines }).lines, skippedLines };
}

function rangeOf(root: Node | null, path: FieldPath, on: "key" | "value"): readonly [number, number] | undefined {
  let node: unknown = root;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const keys = node.items.filter((item) => isScalar(item.key)) as readonly Pair<Scalar, unknown>[];
      const name = findKey(
        String(step),
        keys.map(({ key }) => String(key.value)),
      );
      pair = keys.find(({ key }) => String(key.value) === name) as Pair | undefined;
      node = pair?.value;
    } else if (node && typeof node === "object" && "items" in node) {
      const item: unknown = (node.items as unknown[])[Number(step)];
      pair = isPair(item) ? item : undefined;
      node = item;
    } else {
      return undefined;
    }
  }
  const wanted = (on === "key" || node === null ? pair?.key : node) ?? pair?.key;
  const range = (wanted as Node | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
