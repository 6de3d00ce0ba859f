import fc from "fast-check";
import { expect, it } from "vitest";
import {
  decodeNumbers,
  decodeOrder,
  decodePostings,
  decodeTerms,
  encodeNumbers,
  encodeOrder,
  encodePostings,
  encodeTerms,
  packPosting,
} from "../../../../src/pages/search/engine/index-format.ts";

const number = fc.oneof(fc.nat(100), fc.nat(2_000_000));

it("numbers come back, and their text needs no escape in a script", () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const text = encodeNumbers(numbers);
      expect(decodeNumbers(text)).toEqual(numbers);
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(text).not.toMatch(/[ <]/);
    }),
  );
});

it("orders come back with what they say of each practice", () => {
  const placed = fc.tuple(number, fc.constantFrom("", "Бюджет: 1 200 лв.", "3 номинации"));
  fc.assert(
    fc.property(fc.array(placed), (order) => {
      expect(decodeOrder(encodeOrder(order))).toEqual(order);
    }),
  );
});

it("postings come back, in the order of practices", () => {
  const posting = fc.record({ practice: fc.nat(20_000), weight: fc.integer({ min: 1, max: 15 }) });
  fc.assert(
    fc.property(fc.uniqueArray(posting, { selector: ({ practice }) => practice }), (postings) => {
      const sorted = postings.sort((a, b) => a.practice - b.practice);
      expect(decodePostings(encodePostings(sorted.map(packPosting)))).toEqual(sorted);
    }),
  );
});

it("terms come back, however much they share", () => {
  const term = fc.array(fc.constantFrom("а", "б", "об", "общин", "1", "z"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(term.map((parts) => parts.join(""))), (terms) => {
      const sorted = [...terms].sort();
      expect(decodeTerms(encodeTerms(sorted))).toEqual(sorted);
    }),
  );
});
