import fc from "fast-check";
import { expect, it } from "vitest";
import { editDistance } from "../../../../src/pages/search/engine/edit-distance.ts";

it.each([
  ["община", "община", 0],
  ["общна", "община", 1],
  ["обшина", "община", 1],
  ["общинаа", "община", 1],
  ["обищна", "община", 1],
  ["обищнаа", "община", 2],
  ["парк", "вода", 3],
])("%s and %s: %i (at most 3)", (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});

it("is the same both ways, and nothing between equals", () => {
  const word = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
      expect(editDistance(a, a, 3)).toBe(0);
      if (a !== b) expect(editDistance(a, b, 3)).toBeGreaterThan(0);
    }),
  );
});
