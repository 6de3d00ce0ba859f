import { type Element, isTag } from "domhandler";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { wholeNumber } from "../../core/language/whole-numbers.ts";
import { textContent } from "./html-nodes.ts";

/** A cell at its place. */
export interface TableCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly isHead: boolean;
  readonly align: "left" | "center" | "right";
  readonly element: Element;
  readonly text: string;
}

/** What decides how wide a column should be. */
export interface TableColumn {
  /** Its longest words: none of them should be broken. */
  readonly words: readonly string[];
  /** Letters of its longest cell. */
  readonly letters: number;
}

export interface TableModel {
  readonly columns: readonly TableColumn[];
  /** Rows at the beginning that are repeated on every page. */
  readonly headRows: number;
  readonly cells: readonly TableCell[];
  readonly caption: Element | undefined;
}

/** A longer cell says no more about the width of its column. */
const enoughLetters = 240;
const maxSpan = 100;
/** Cells beyond are not browsers' either (HTML, 4.9.12). */
const maxColumns = 1_000;
const shownWords = 2;

/**
 * Reads a table of HTML: every cell gets its place, as browsers place them. Spans that lead out of the table or from its head into
 * its body end there, and places that no cell takes stay empty.
 */
export function readTable(table: Element): TableModel {
  const rows = rowsOf(table);
  const headRows = countHeadRows(rows);
  const taken: boolean[][] = rows.map(() => Array<boolean>(maxColumns).fill(false));
  const cells: TableCell[] = [];
  rows.forEach(({ row }, y) => {
    const end = y < headRows ? headRows : rows.length;
    let x = 0;
    for (const element of row.children.filter(isTag).filter(isCell)) {
      while (taken[y]?.[x]) x++;
      const rowspan = Math.min(spanOf(element, "rowspan"), end - y);
      let colspan = 1;
      while (colspan < spanOf(element, "colspan") && !taken[y]?.[x + colspan]) colspan++;
      for (let down = y; down < y + rowspan; down++) {
        taken[down]?.fill(true, x, x + colspan);
      }
      cells.push({ x, y, colspan, rowspan, ...contentOf(element) });
      x += colspan;
    }
  });
  const width = Math.max(0, ...cells.map(({ x, colspan }) => x + colspan));
  const columns = Array.from({ length: width }, (_, x) => measureColumn(cells, x));
  const caption = table.children.filter(isTag).find(({ name }) => name === "caption");
  return { columns, headRows, cells, caption };
}

interface Row {
  readonly row: Element;
  readonly inHead: boolean;
}

/** Rows of the table itself, not of tables within it; heads first, feet last, as they are shown. */
function rowsOf(table: Element): readonly Row[] {
  const parts = table.children.filter(isTag);
  const rowsIn = (part: Element): readonly Row[] =>
    part.children
      .filter(isTag)
      .filter(({ name }) => name === "tr")
      .map((row) => ({ row, inHead: part.name === "thead" }));
  const order = ["thead", "tr", "tbody", "tfoot"];
  const bodies = (name: string) =>
    parts.filter((part) => (name === "tbody" ? ["tbody", "tr"].includes(part.name) : part.name === name));
  return order
    .filter((name) => name !== "tr")
    .flatMap(bodies)
    .flatMap((part) => (part.name === "tr" ? [{ row: part, inHead: false }] : rowsIn(part)));
}

function countHeadRows(rows: readonly Row[]): number {
  const marked = rows.filter(({ inHead }) => inHead).length;
  // A table must have a body, else there would be nothing to repeat a head for.
  if (marked > 0) return marked < rows.length ? marked : 0;
  const [first] = rows;
  const isHead = first?.row.children.filter(isTag).every(({ name }) => name === "th") ?? false;
  return isHead && rows.length > 1 ? 1 : 0;
}

function isCell({ name }: Element): boolean {
  return name === "td" || name === "th";
}

function contentOf(element: Element) {
  const { class: classes = "", align = "" } = element.attribs;
  const side = /\balign-(right|center)\b/.exec(classes)?.[1] ?? /^(right|center)$/.exec(align)?.[1];
  const text = textContent(element).replace(/\s+/g, " ").trim();
  return { element, text, isHead: element.name === "th", align: (side ?? "left") as TableCell["align"] };
}

function spanOf({ attribs }: Element, name: string): number {
  return Math.min(Math.max(Number.parseInt(attribs[name] ?? "1", 10) || 1, 1), maxSpan);
}

function measureColumn(cells: readonly TableCell[], x: number): TableColumn {
  const own = cells.filter((cell) => cell.x === x && cell.colspan === 1);
  const words = new Set(own.flatMap(({ text }) => bindWithHardSpaces(text).match(wordOnLine) ?? []));
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, shownWords);
  return { words: longest, letters: Math.min(enoughLetters, Math.max(1, ...own.map(({ text }) => text.length))) };
}

/** What no line ends within: words up to a stroke, hyphen or dash, unless a number goes on after it. */
const wordOnLine = new RegExp(String.raw`(?:${wholeNumber.source}|[-/](?=\d)|[^ \u200b/–-])+[-/–]?|[-/–]`, "gu");

/** Rows in which a cell has more than some letters. */
export function rowsOver({ cells }: TableModel, letters: number): ReadonlySet<number> {
  return new Set(cells.filter(({ text }) => text.length > letters).map(({ y }) => y));
}
