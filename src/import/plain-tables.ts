import { readLabel } from "./old-labels.ts";
import type { PageLine } from "./old-page.ts";

/**
 * Lines of a plain text → lines of Markdown. Two or more lines in a row whose cells are set apart by tabs or several spaces, as many in each, are
 * a table and become one line of several rows.
 *
 * @param plain cleans and escapes a line or a cell
 */
export function tablesOfText(lines: readonly string[], plain: (text: string) => string): readonly PageLine[] {
  const found: PageLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const rows = rowsFrom(lines, at);
    if (rows.length < 2) {
      found.push({ text: plain(lines[at] ?? ""), line: at + 1 });
      continue;
    }
    const written = rows.map((cells) => `| ${cells.map((cell) => plain(cell).replaceAll("|", "\\|")).join(" | ")} |`);
    written.splice(1, 0, `|${" --- |".repeat(rows[0]?.length ?? 0)}`);
    found.push({ text: written.join("\n"), line: at + 1 });
    at += rows.length - 1;
  }
  return found;
}

function rowsFrom(lines: readonly string[], start: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let at = start; at < lines.length; at++) {
    const cells = cellsOf(lines[at] ?? "");
    if (cells.length < 2 || cells.length !== (rows[0] ?? cells).length) break;
    rows.push(cells);
  }
  return rows;
}

/** Cells are short and no sentences; a label with its value, or an item of a list, is no row. */
function cellsOf(line: string): readonly string[] {
  if (readLabel(line) || /^\s*(?:[-*•·▪–—n]|\d+[.)])\s/.test(line)) return [];
  const cells = line
    .trim()
    .split(/\t+| {2,}/)
    .map((cell) => cell.trim());
  return cells.some((cell) => cell === "" || cell.length > 60 || /[!?]$|\p{L}{3}[.,;]$/u.test(cell)) ? [] : cells;
}
