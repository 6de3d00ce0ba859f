import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstLayout, isSettled, type Layout, nextLayout } from "../../../src/print/book/settle.ts";

/** A part of a book that begins on a page of its own, on a right-hand one if `opens`. */
interface Part {
  readonly anchor: string;
  readonly pages: number;
  readonly opens: boolean;
}

/** What a browser does: one part after the other, and a blank page where one is shown. */
function print(parts: readonly Part[], { blanks }: Layout): Map<string, number> {
  const found = new Map<string, number>();
  let page = 1;
  for (const { anchor, pages } of parts) {
    if (blanks.has(anchor)) page++;
    found.set(anchor, page);
    page += pages;
  }
  return found;
}

const openingsOf = (parts: readonly Part[]) => parts.filter(({ opens }) => opens).map(({ anchor }) => anchor);

const anyBook = fc
  .array(fc.record({ pages: fc.integer({ min: 1, max: 6 }), opens: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .map((parts): Part[] => parts.map((part, index) => ({ anchor: `part-${index}`, ...part })));

describe("the layout of a book", () => {
  test("moves everything behind a blank page by one", () => {
    const found = new Map([
      ["contents", 3],
      ["chapter", 4],
      ["practice", 5],
      ["index", 7],
    ]);
    const { pages, blanks } = nextLayout(["contents", "chapter", "index"], found, firstLayout);
    expect([...blanks]).toEqual(["chapter", "index"]);
    expect([...pages]).toEqual([
      ["contents", 3],
      ["chapter", 5],
      ["practice", 6],
      ["index", 9],
    ]);
  });

  test("is settled by the second pass, with every opening on a right-hand page and every number true", () => {
    fc.assert(
      fc.property(anyBook, (parts) => {
        const openings = openingsOf(parts);
        const second = nextLayout(openings, print(parts, firstLayout), firstLayout);
        const found = print(parts, second);
        for (const anchor of openings) expect((found.get(anchor) ?? 0) % 2).toBe(1);
        expect(second.pages).toEqual(found);
        expect(isSettled(second, nextLayout(openings, found, second))).toBe(true);
      }),
    );
  });

  test("finds its way from blank pages that are wrong", () => {
    fc.assert(
      fc.property(anyBook, fc.func(fc.boolean()), (parts, chance) => {
        const openings = openingsOf(parts);
        const wrong: Layout = { pages: new Map(), blanks: new Set(openings.filter((anchor) => chance(anchor))) };
        const next = nextLayout(openings, print(parts, wrong), wrong);
        expect(next.pages).toEqual(print(parts, next));
      }),
    );
  });

  test("is not settled while a number or a blank page differs", () => {
    const layout: Layout = { pages: new Map([["a", 3]]), blanks: new Set(["a"]) };
    expect(isSettled(layout, { ...layout, pages: new Map([["a", 4]]) })).toBe(false);
    expect(isSettled(layout, { ...layout, blanks: new Set() })).toBe(false);
    expect(isSettled(firstLayout, layout)).toBe(false);
    expect(isSettled(layout, layout)).toBe(true);
  });

  test("an opening whose page is unknown is a fault, not a guess", () => {
    expect(() => nextLayout(["lost"], new Map(), firstLayout)).toThrow(/lost/);
  });
});
