import fc from "fast-check";
import { expect, it } from "vitest";
import { NameTable } from "../../../../src/core/name-table.ts";
import { type ComposedIndex, composeIndex } from "../../../../src/pages/search/engine/compose-index.ts";
import {
  decodePostings,
  decodeTerms,
  encodeTerms,
  packPosting,
} from "../../../../src/pages/search/engine/index-format.ts";
import { numberPractices, textPartOf } from "../../../../src/pages/search/engine/practice-numbers.ts";
import { packWeight } from "../../../../src/pages/search/engine/weigh-words.ts";
import { runs } from "../../../setup/soak.ts";

/** Weights of terms, as `парк1`: the last digit is hexadecimal. */
type Said = readonly string[];

/** Practices by id with what they say; some of it may be said twice. `names`: terms that have numbers already. */
function compose(practices: Readonly<Record<string, readonly Said[]>>, names: readonly string[] = []): ComposedIndex {
  const terms = new NameTable(names);
  const pack = (text: string): number =>
    packWeight(terms.numberOf(text.slice(0, -1)), Number.parseInt(text.slice(-1), 16));
  const indexed = Object.entries(practices).map(([id, said]) => ({
    id,
    weigh: () => said.map((list) => list.map(pack)),
    text: [id, id, "", ""] as const,
  }));
  return composeIndex(indexed, terms.names);
}

/** All that an index says, by id. */
function readAll({ ids, dictionaryParts, postingParts }: ComposedIndex): Readonly<Record<string, Said>> {
  const all = ids.split(" ").filter(Boolean);
  const { byId } = numberPractices(all);
  const terms = dictionaryParts.flatMap(decodeTerms);
  const lists = postingParts.flatMap((part) => (part === "" ? [] : part.split(" ")));
  expect(lists).toHaveLength(terms.length);
  const found = new Map(all.map((id) => [byId.get(id), { id, said: [] as string[] }]));
  for (const [number, list] of lists.entries())
    for (const { practice, weight } of decodePostings(list))
      found.get(practice)?.said.push(terms[number] + weight.toString(16));
  return Object.fromEntries([...found.values()].map(({ id, said }) => [id, said.sort()]));
}

const words = "община град парк вода сграда училище дете екип план мрежа".split(" ");
const said = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 15 })), { selector: ([word]) => word })
  .map((pairs) => pairs.map(([word, weight]) => word + weight.toString(16)).sort());
const archives = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), said, { maxKeys: 300 });
const once = (practices: Readonly<Record<string, Said>>) =>
  Object.fromEntries(Object.entries(practices).map(([id, list]) => [id, [list]]));

it("every word of every practice is found in it, with its weight, and nothing else", () => {
  fc.assert(
    fc.property(archives, (practices) => {
      expect(readAll(compose(once(practices)))).toEqual(practices);
    }),
    { numRuns: runs(50, 1_000) },
  );
});

it("is the same whatever numbers terms have, but for the order of practices", () => {
  fc.assert(
    fc.property(archives, (practices) => {
      const turned = Object.fromEntries(Object.entries(once(practices)).reverse());
      const { ids, ...index } = compose(once(practices));
      const { ids: others, ...other } = compose(turned, [...words].reverse());
      expect(other).toEqual(index);
      expect(others.split(" ").sort()).toEqual(ids.split(" ").sort());
    }),
    { numRuns: runs(50, 1_000) },
  );
});

it("a practice that comes, goes or says something else changes only the parts that it concerns", () => {
  const wordAt = (number: number): string => `${words[number % 10]}${number}`;
  const practices = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [
      `p${index}`,
      [Array.from({ length: 30 }, (__, step) => `${wordAt((index * 37 + step * 101) % 20_000)}1`)],
    ]),
  );
  const partsOf = ({ dictionaryParts, postingParts, textParts }: ComposedIndex) =>
    new Set([...dictionaryParts, ...postingParts, ...textParts.map((part) => JSON.stringify(part))]);
  const before = partsOf(compose(practices));
  expect(before.size).toBeGreaterThan(60);
  const { p500: _, ...fewer } = practices;
  for (const edited of [fewer, { ...practices, p500: [[`${wordAt(1)}2`, "новодума1"]] }]) {
    const changed = [...partsOf(compose(edited))].filter((part) => !before.has(part));
    expect(changed.length).toBeLessThanOrEqual(40);
  }
  const reworded = { ...practices, p500: [[...(practices.p500?.[0] ?? []), `${wordAt(3)}1`, `${wordAt(4)}1`]] };
  expect([...partsOf(compose(reworded))].filter((part) => !before.has(part)).length).toBeLessThanOrEqual(4);
});

it("the text of each practice stands in the part that its number says", () => {
  const ids = Array.from({ length: 500 }, (_, index) => `p${index}`);
  const { textParts } = compose(Object.fromEntries(ids.map((id) => [id, []])));
  const { byId } = numberPractices(ids);
  for (const id of ids) {
    const texts = textParts[textPartOf(byId.get(id) ?? -1)] ?? [];
    expect(texts.map(([other]) => other)).toContain(id);
    expect(texts.length).toBeLessThan(64);
  }
});

it("what several texts say of a word counts as if one text said it, to fifteen at most, and never runs into the next practice", () => {
  const weighed = (...all: readonly Said[]) => readAll(compose({ a: all, b: [["парк1"]] }));
  expect(weighed(["парк3"], ["парк4"])).toEqual({ a: ["парк6"], b: ["парк1"] });
  expect(weighed(["парк7"], ["парк8"])).toEqual({ a: ["паркa"], b: ["парк1"] });
  expect(weighed(["паркf"], ["паркf"])).toEqual({ a: ["паркf"], b: ["парк1"] });
  expect(packPosting({ practice: 1, weight: 1 })).toBe(packPosting({ practice: 0, weight: 15 }) + 1);
});

it("terms share up to nine letters with the one before", () => {
  const terms = ["управлени", "управление", "управлениен", "я"];
  expect(encodeTerms(terms)).toBe("0управлени 9е 9ен 0я");
  expect(decodeTerms(encodeTerms(terms))).toEqual(terms);
});
