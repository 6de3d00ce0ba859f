import fc from "fast-check";
import { expect, it } from "vitest";
import { foldingOrder } from "../../../src/print/book/impose.ts";

it("puts eight pages on two sheets as they are folded", () => {
  expect(foldingOrder(8)).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ]);
});

it("reads from the first page to the last when the pile is folded, whatever its size", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (sheets) => {
      const order = foldingOrder(sheets * 4);
      const fronts = order.filter((_, side) => side % 2 === 0);
      const backs = order.filter((_, side) => side % 2 === 1);
      // Leafing through: the right half of each front, then the left half of its back; after the middle, outwards again.
      const firstHalf = fronts.flatMap(([, right], sheet) => [right, backs[sheet]?.[0]]);
      const secondHalf = fronts.map(([left], sheet) => [backs[sheet]?.[1], left]).reverse();
      expect([...firstHalf, ...secondHalf.flat()]).toEqual(Array.from({ length: sheets * 4 }, (_, page) => page + 1));
    }),
  );
});
