import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyTable, extendTable, tableOf, textAt } from "../../../src/site/incremental/text-table.ts";

const text = fc.string({ unit: fc.constantFrom("a", "я", "€", "😀"), maxLength: 6 });

it("gives its texts back, also those that were changed and added, as an array would", () => {
  fc.assert(
    fc.property(fc.array(text), fc.dictionary(fc.nat(9).map(String), text), fc.array(text), (first, changes, added) => {
      const changed = new Map(Object.entries(changes).map(([number, to]) => [Number(number), to] as const));
      for (const number of changed.keys()) if (number >= first.length) changed.delete(number);
      const expected = [...first.map((old, number) => changed.get(number) ?? old), ...added];
      const table = extendTable(tableOf(first), changed, added);
      expect(Array.from(table.ends, (_, number) => textAt(table, number))).toEqual(expected);
    }),
  );
});

it("has nothing where there is no text", () => {
  expect(textAt(emptyTable, 0)).toBe("");
  expect(textAt(tableOf(["а"]), 5)).toBe("");
});
