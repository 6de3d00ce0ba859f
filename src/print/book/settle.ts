/** Where the parts of a book are: pages from 1 by anchor. */
export type PageNumbers = ReadonlyMap<string, number>;

/** What a pass prints: the page numbers that the contents and the index show, and before which openings a page stays blank. */
export interface Layout {
  readonly pages: PageNumbers;
  readonly blanks: ReadonlySet<string>;
}

/** Nothing is known yet. */
export const firstLayout: Layout = { pages: new Map(), blanks: new Set() };

/**
 * The layout that follows from a pass: `found` are the pages that it had, with the blank pages of `printed`. Each opening
 * is to begin on a right-hand page, which has an odd number; a blank page moves all that follow by one.
 */
export function nextLayout(openings: readonly string[], found: PageNumbers, printed: Layout): Layout {
  const inOrder = openings.map((anchor) => ({ anchor, page: pageOf(found, anchor) })).sort((a, b) => a.page - b.page);
  const blanks = new Set<string>();
  // By the page of the pass from which on it counts: how far things move.
  const moves: { readonly from: number; readonly by: number }[] = [];
  let shown = 0;
  for (const { anchor, page } of inOrder) {
    if (printed.blanks.has(anchor)) shown++;
    const withoutBlanks = page - shown;
    if ((withoutBlanks + blanks.size) % 2 === 0) blanks.add(anchor);
    moves.push({ from: page, by: blanks.size - shown });
  }
  const pages = new Map([...found].map(([anchor, page]) => [anchor, page + moveAt(moves, page)]));
  return { pages, blanks };
}

/** Whether what was printed is what should be. */
export function isSettled(printed: Layout, next: Layout): boolean {
  return (
    printed.pages.size === next.pages.size &&
    [...next.pages].every(([anchor, page]) => printed.pages.get(anchor) === page) &&
    printed.blanks.size === next.blanks.size &&
    [...next.blanks].every((anchor) => printed.blanks.has(anchor))
  );
}

function moveAt(moves: readonly { readonly from: number; readonly by: number }[], page: number): number {
  let by = 0;
  for (const move of moves) {
    if (move.from > page) break;
    by = move.by;
  }
  return by;
}

function pageOf(found: PageNumbers, anchor: string): number {
  const page = found.get(anchor);
  if (page === undefined) throw new Error(`nothing links to ${anchor}, so its page is unknown`);
  return page;
}
