import { type PdfTag, tagsWithin, textOf, textWithin } from "../pdf-structure.ts";
import type { PdfPage } from "../read-pdf.ts";

export interface SplitRow {
  /** Text of its first cell that has any. */
  readonly row: string;
  /** Where the row begins, counted from 1. */
  readonly page: number;
}

/**
 * Rows of a table that begin on one page and end on another. A PDF lists all rows of a table on each page that shows some of
 * them: a row that is shown on both is split. The head of a table, all of whose cells are headings, may be repeated.
 */
export function splitRows(pages: readonly PdfPage[]): readonly SplitRow[] {
  const found: SplitRow[] = [];
  let continued = new Set<number>();
  for (const [index, page] of pages.entries()) {
    const rows = rowsOf(tablesOf(page).at(-1));
    const next = rowsOf(tablesOf(pages[index + 1])[0]);
    const split = rows.length === next.length ? rows.filter((row, at) => row.isShown && next[at]?.isShown) : [];
    const numbers = new Set(split.map((row) => rows.indexOf(row)));
    for (const row of split) {
      if (!continued.has(rows.indexOf(row))) found.push({ row: firstText(row), page: index + 1 });
    }
    continued = numbers;
  }
  return found;
}

function tablesOf(page: PdfPage | undefined): readonly PdfTag[] {
  return page?.structure ? tagsWithin(page.structure, (role) => role === "Table").filter(({ isShown }) => isShown) : [];
}

function rowsOf(table: PdfTag | undefined): readonly PdfTag[] {
  return table ? tagsWithin(table, (role) => role === "TR").filter((row) => cellsOf(row, ["TD"]).length > 0) : [];
}

function cellsOf(row: PdfTag, roles: readonly string[]): readonly PdfTag[] {
  return tagsWithin(row, (role) => roles.includes(role));
}

function firstText(row: PdfTag): string {
  const texts = cellsOf(row, ["TD", "TH"]).map((cell) => textOf(textWithin(cell)));
  return texts.find((text) => text !== "") ?? "";
}
