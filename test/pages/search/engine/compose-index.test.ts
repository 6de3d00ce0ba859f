import fc from "fast-check";
import { expect, it } from "vitest";
import { composeIndex, partsFor } from "../../../../src/pages/search/engine/compose-index.ts";
import {
  decodePostings,
  decodeTerms,
  encodeTerms,
  packPosting,
} from "../../../../src/pages/search/engine/index-format.ts";
import { runs } from "../../../setup/soak.ts";

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
    { numRuns: runs(50, 1_000) },
  );
});

it("its stamp changes with what it holds", () => {
  const one = composeIndex([{ id: "a", weights: ["парк1"] }]);
  expect(composeIndex([{ id: "a", weights: ["парк1"] }])).toEqual(one);
  expect(composeIndex([{ id: "a", weights: ["парк2"] }]).stamp).not.toBe(one.stamp);
});

it.each([
  [0, 0, 0],
  [1, 1, 1],
  [80, 1, 1],
  [81, 1, 2],
  [300, 1, 4],
  [301, 2, 4],
  [10_000, 34, 125],
])("of %i practices it has %i parts of words and %i of places", (practices, dictionary, postings) => {
  expect(partsFor(practices)).toEqual({ dictionary, postings });
});

it("what several texts say of a word adds up, to fifteen at most, and never runs into the next practice", () => {
  const weighed = (...weights: readonly string[]) =>
    decodePostings(
      composeIndex([
        { id: "a", weights },
        { id: "b", weights: ["парк1"] },
      ]).postingParts[0] ?? "",
    );
  expect(weighed("парк3", "парк4")[0]?.weight).toBe(7);
  expect(weighed("парк7", "парк8")[0]?.weight).toBe(15);
  expect(weighed("паркf", "паркf")).toEqual([
    { practice: 0, weight: 15 },
    { practice: 1, weight: 1 },
  ]);
  expect(packPosting({ practice: 1, weight: 1 })).toBe(packPosting({ practice: 0, weight: 15 }) + 1);
});

it("terms share up to nine letters with the one before", () => {
  const terms = ["управлени", "управление", "управлениен", "я"];
  expect(encodeTerms(terms)).toBe("0управлени 9е 9ен 0я");
  expect(decodeTerms(encodeTerms(terms))).toEqual(terms);
});
