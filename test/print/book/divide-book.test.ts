import fc from "fast-check";
import { expect, it } from "vitest";
import type { PracticeEntry } from "../../../src/core/model/archive.ts";
import { divideBook } from "../../../src/print/book/divide-book.ts";
import type { BookPart } from "../../../src/print/book/plan-book.ts";
import { entry, issue } from "../../builders.ts";

/** A book whose chapters have practices of so many pages. */
function bookOf(pages: readonly (readonly number[])[]) {
  const pagesOf = new Map<PracticeEntry, number>();
  const chapters = pages.map((list, chapter) => {
    const practices = list.map((count, order) => {
      const practice = entry({ id: `p-${chapter}-${order}` });
      pagesOf.set(practice, count);
      return practice;
    });
    return { number: chapter + 1, title: `Глава ${chapter + 1}`, practices };
  });
  const practices = chapters.flatMap((chapter) => chapter.practices);
  const indexes = [{ title: "Показалец", entries: [] }];
  const part: BookPart = { language: "bg", issue: issue({ id: "i", selection: [] }), practices, chapters, indexes };
  const practice = (one: PracticeEntry) => pagesOf.get(one) ?? 0;
  return { part, thickness: { front: 4, practice, back: 6 } };
}

const divide = (pages: readonly (readonly number[])[], limit: number) => {
  const { part, thickness } = bookOf(pages);
  return divideBook(part, limit, thickness);
};
const idsOf = ({ practices }: BookPart) => practices.map(({ item }) => item.id);

it("a book that one volume holds stays as it is", () => {
  const { part, thickness } = bookOf([[10, 10], [20]]);
  expect(divideBook(part, 50, thickness)).toEqual([part]);
});

it("volumes begin with a chapter, are about equally thick, and only the last has the indexes", () => {
  const volumes = divide([[10, 10], [20], [10], [10, 10], [10]], 60);
  expect(volumes.map(({ chapters }) => chapters.map(({ number }) => number))).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(volumes.map(({ indexes }) => indexes.length)).toEqual([0, 1]);
  expect(volumes.map(({ volume }) => [volume?.number, volume?.all.length])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

it("a chapter that is thicker than a volume goes on in the next one", () => {
  const volumes = divide([[30, 30, 30], [10]], 64);
  expect(volumes.map(({ chapters }) => chapters.map(({ number, isContinued }) => [number, isContinued]))).toEqual([
    [[1, false]],
    [
      [1, true],
      [2, false],
    ],
  ]);
  expect(volumes.map(idsOf)).toEqual([
    ["p-0-0", "p-0-1"],
    ["p-0-2", "p-1-0"],
  ]);
});

it("no volume is too thick if its pieces are not, and none is missing or out of order", () => {
  const chapter = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(chapter, { minLength: 1, maxLength: 9 }), fc.integer({ min: 20, max: 90 }), (pages, limit) => {
      const { part, thickness } = bookOf(pages);
      const volumes = divideBook(part, limit, thickness);
      expect(volumes.flatMap(idsOf)).toEqual(idsOf(part));
      for (const [index, volume] of volumes.entries()) {
        const own = volume.practices.reduce((sum, practice) => sum + thickness.practice(practice), 0);
        const isLast = index === volumes.length - 1;
        // The last practice and the indexes behind it cannot be parted.
        if (!isLast) expect(4 + own).toBeLessThanOrEqual(limit);
        else expect(4 + own).toBeLessThanOrEqual(limit + 6);
      }
    }),
  );
});

it("volumes are as equal as their practices allow, to a page", () => {
  const { part, thickness } = bookOf([[3], [2], [1], [4]]);
  const volumes = divideBook(part, 7, { ...thickness, front: 0, back: 0 });
  expect(volumes.map(({ practices }) => practices.length)).toEqual([2, 2]);
});
