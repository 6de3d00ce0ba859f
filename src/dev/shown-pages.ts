import type { Cell, Cells } from "../core/cells/cells.ts";

/** A value that a page was made of, and what it was when the page was sent. */
type Seen = readonly [cell: Cell, token: string];

/** The pages that browsers show, and what they were made of: after a change this tells which of them are others now. */
export class ShownPages {
  private readonly cells: Cells;
  private readonly pages = new Map<string, readonly Seen[]>();

  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** Makes a page and notes what it is made of. @param path of its file */
  make<Page>(path: string, make: () => Page): Page {
    const { value, reads } = this.cells.record(make);
    const plain = new Set<Cell>();
    collectPlain(reads, plain, new Set());
    this.pages.set(
      path,
      [...plain].map((cell) => [cell, this.cells.tokenAt(cell.source, cell.key)]),
    );
    return value;
  }

  /** Whether a page may be another than when it was sent; true for a page that was sent by an earlier server. */
  hasChanged(path: string): boolean {
    const seen = this.pages.get(path);
    return !seen || seen.some(([{ source, key }, token]) => this.cells.tokenAt(source, key) !== token);
  }
}

/** What a page was made of in the end, behind the values that are kept for several pages. */
function collectPlain(reads: ReadonlySet<Cell>, plain: Set<Cell>, passed: Set<Cell>): void {
  for (const cell of reads) {
    if (!cell.kept) plain.add(cell);
    else if (!passed.has(cell)) collectPlain(cell.kept.reads, plain, passed.add(cell));
  }
}
