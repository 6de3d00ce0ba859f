import fc from "fast-check";
import { expect, it } from "vitest";
import { NameTable } from "../../../../src/core/name-table.ts";
import { composeIndex } from "../../../../src/pages/search/engine/compose-index.ts";
import { numberPractices } from "../../../../src/pages/search/engine/practice-numbers.ts";
import { type DividedWords, lengthOfParts, updateWords } from "../../../../src/pages/search/engine/update-index.ts";
import { packWeight } from "../../../../src/pages/search/engine/weigh-words.ts";
import { runs } from "../../../setup/soak.ts";

/** Weights by term, by practice. */
type Archive = Map<string, Map<string, number>>;

const termCount = 3_000;
/** Long enough for several parts of the dictionary. */
const termAt = (number: number): string => `${number * 7919} ${"а".repeat(40)}`.replace(" ", "");
const practiceCount = 400;

function firstArchive(): Archive {
  const termsOf = (practice: number) =>
    Array.from({ length: 30 }, (_, step): [string, number] => [
      termAt((practice * 37 + step * step * 101) % termCount),
      1 + ((practice + step) % 15),
    ]);
  return new Map(Array.from({ length: practiceCount }, (_, number) => [`p${number}`, new Map(termsOf(number))]));
}

/** The words of an index with parts that are named by what they hold. */
function compose(archive: Archive): DividedWords {
  const terms = new NameTable();
  const practices = Array.from(archive, ([id, words]) => ({
    id,
    weigh: () => [Array.from(words, ([term, weight]) => packWeight(terms.numberOf(term), weight))],
    text: [id, id, "", ""] as const,
  }));
  const { dictionaryParts, postingParts, dictionary, dictionaryStarts, postingStarts } = composeIndex(
    practices,
    terms.names,
  );
  return {
    dictionary,
    dictionaryStarts,
    postingStarts,
    dictionaryNames: dictionaryParts,
    postingNames: postingParts,
    postingsLength: lengthOfParts(postingParts),
  };
}

/** A practice loses its words from one place to another, and gets or changes others; terms beyond the first are new. */
const edits = fc.array(
  fc.record({
    practice: fc.nat(practiceCount - 1),
    from: fc.nat(30),
    to: fc.nat(30),
    words: fc.array(fc.tuple(fc.nat(2 * termCount), fc.integer({ min: 1, max: 15 })), { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
);

it("is after any changes what would be composed, and reads only parts that they concern", () => {
  const archive = firstArchive();
  let last = compose(archive);
  expect(last.dictionaryNames.length).toBeGreaterThan(4);
  expect(last.postingNames.length).toBeGreaterThan(1);
  const { byId } = numberPractices([...archive.keys()]);
  fc.assert(
    fc.property(edits, (changes) => {
      const news = new Map<string, Map<number, number>>();
      for (const { practice, from, to, words } of changes) {
        const [id, number] = [`p${practice}`, byId.get(`p${practice}`) ?? 0];
        const said = new Map(archive.get(id));
        const note = (term: string, weight: number) =>
          news.set(term, (news.get(term) ?? new Map<number, number>()).set(number, weight));
        for (const term of [...said.keys()].slice(from, to)) {
          said.delete(term);
          note(term, 0);
        }
        for (const [term, weight] of words) {
          said.set(termAt(term), weight);
          note(termAt(term), weight);
        }
        archive.set(id, said);
      }
      const made = new Set<string>();
      const keep = (part: string): string => {
        made.add(part);
        return part;
      };
      const updated = updateWords(last, news, { read: (part) => part, keep });
      expect(updated).toEqual(compose(archive));
      const before = new Set([...last.dictionaryNames, ...last.postingNames]);
      for (const part of [...updated.dictionaryNames, ...updated.postingNames])
        expect(before.has(part) || made.has(part)).toBe(true);
      last = updated;
    }),
    { numRuns: runs(30, 1_000) },
  );
});

it("a word in the middle that takes the place of another is another", () => {
  const [before, after] = [
    ["а", "б", "г"],
    ["а", "в", "г"],
  ].map((words): Archive => {
    return new Map([["p", new Map(words.map((word) => [word, 1]))]]);
  });
  const number = numberPractices(["p"]).byId.get("p") ?? 0;
  const news = new Map([
    ["б", new Map([[number, 0]])],
    ["в", new Map([[number, 1]])],
  ]);
  const keep = (part: string): string => part;
  expect(updateWords(compose(before ?? new Map()), news, { read: keep, keep })).toEqual(compose(after ?? new Map()));
});

it("begins with nothing and ends with nothing", () => {
  const archive: Archive = new Map([["p", new Map()]]);
  const keep = (part: string): string => part;
  const { byId } = numberPractices(["p"]);
  const set = (weight: number) => new Map([["дума", new Map([[byId.get("p") ?? 0, weight]])]]);
  const some = updateWords(compose(archive), set(3), { read: keep, keep });
  expect(some).toEqual(compose(new Map([["p", new Map([["дума", 3]])]])));
  expect(updateWords(some, set(0), { read: keep, keep })).toEqual(compose(archive));
});
