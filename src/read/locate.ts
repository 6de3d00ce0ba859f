import { isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Diagnostic, FieldPath, Finding } from "../core/diagnostics/finding.ts";

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
    const { spot, file } = finding;
    if (!spot) return { ...finding, line: 1, column: 1, length: 1 };
    if ("column" in spot) return { ...finding, line: spot.line, column: spot.column, length: spot.length ?? 1 };
    if ("text" in spot) return { ...finding, ...searchText(linesOf(file), spot.line, spot.text) };
    const find = finders.get(file) ?? createFieldFinder(file, textIn(file));
    finders.set(file, find);
    return { ...finding, ...find(spot.field, spot.on) };
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
  const isMarkdown = file.endsWith(".md");
  const start = isMarkdown ? text.indexOf("\n") + 1 : 0;
  const close = isMarkdown ? text.indexOf("\n---", start - 1) : -1;
  const yaml = close < 0 ? text.slice(start) : text.slice(start, close + 1);
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  const skipped = isMarkdown ? 1 : 0;

  return (path, on) => {
    for (let depth = path.length; depth > 0; depth--) {
      const range = rangeOf(document.contents, path.slice(0, depth), depth === path.length ? on : "value");
      if (!range) continue;
      const { line, col } = counter.linePos(range[0]);
      const shown = yaml.slice(range[0], range[1]).split("\n")[0] ?? "";
      return { line: line + skipped, column: col, length: Math.max(1, shown.trimEnd().length) };
    }
    return { line: 1, column: 1, length: 3 };
  };
}

function rangeOf(root: Node | null, path: FieldPath, on: "key" | "value"): readonly [number, number] | undefined {
  let node: unknown = root;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step)) as Pair | undefined;
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
