import fc from "fast-check";
import { expect, it } from "vitest";
import { composeIndex, partsFor } from "../../../../src/pages/search/engine/compose-index.ts";
import { decodePostings, decodeTerms } from "../../../../src/pages/search/engine/index-format.ts";

const term = fc.constantFrom(..."община град парк вода сграда училище дете екип план мрежа".split(" "));
const weights = fc
  .uniqueArray(fc.tuple(term, fc.integer({ min: 1, max: 15 })), { selector: ([word]) => word })
  .map((pairs) => pairs.map(([word, weight]) => word + weight.toString(16)).join(" "));

it("every word of every practice is found in it, with its weight, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(weights, { minLength: 1, maxLength: 400 }), (texts) => {
      const index = composeIndex(texts.map((text, number) => ({ id: `p${number}`, weights: [text] })));
      const parts = partsFor(texts.length);
      expect([index.dictionaryParts.length, index.postingParts.length]).toEqual([parts.dictionary, parts.postings]);
      const terms = index.dictionaryParts.flatMap(decodeTerms);
      const lists = index.postingParts.flatMap((part) => (part === "" ? [] : part.split(" ")));
      expect(lists).toHaveLength(terms.length);
      const found = texts.map(() => [] as string[]);
      for (const [number, list] of lists.entries())
        for (const { practice, weight } of decodePostings(list))
          found[practice]?.push(`${terms[number]}${weight.toString(16)}`);
      expect(found.map((list) => list.sort())).toEqual(
        texts.map((text) => (text === "" ? [] : text.split(" ").sort())),
      );
    }),
    { numRuns: 50 },
  );
});

it("its stamp changes with what it holds", () => {
  const one = composeIndex([{ id: "a", weights: ["парк1"] }]);
  expect(composeIndex([{ id: "a", weights: ["парк1"] }])).toEqual(one);
  expect(composeIndex([{ id: "a", weights: ["парк2"] }]).stamp).not.toBe(one.stamp);
});
