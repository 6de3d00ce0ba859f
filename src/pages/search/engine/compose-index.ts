import { fnv1a, fnvStart } from "../../../core/fnv.ts";
import { encodePostings, encodeTerms, type IndexHead, packPosting } from "./index-format.ts";
import { heaviest } from "./weigh-words.ts";

/** What is known of a practice's words. */
export interface IndexedPractice {
  readonly id: string;
  /** As `weighWords` gives it; what several say adds up. */
  readonly weights: readonly string[];
}

/** The files of an index beside its head. */
export interface ComposedIndex extends Omit<IndexHead, "facets"> {
  readonly dictionaryParts: readonly string[];
  readonly postingParts: readonly string[];
}

/** The parts that an index has, by the number of practices. A part is what one word of a query needs: some 10 to 20 KB. */
export function partsFor(practices: number): { readonly dictionary: number; readonly postings: number } {
  return { dictionary: Math.ceil(practices / 300), postings: Math.ceil(practices / 80) };
}

/** The index of practices, the newest first, in as many parts as `partsFor` says. */
export function composeIndex(practices: readonly IndexedPractice[]): ComposedIndex {
  const lists = new Map<string, number[]>();
  for (const [number, { weights }] of practices.entries()) {
    for (const text of weights) addPostings(text, number, lists);
  }
  const terms = [...lists.keys()].sort();
  const encoded = terms.map((term) => encodePostings(lists.get(term) ?? []));
  const parts = partsFor(practices.length);
  const dictionaryStarts = divide(
    terms.map(({ length }) => length + 1),
    parts.dictionary,
  );
  const postingStarts = divide(
    encoded.map(({ length }) => length + 1),
    parts.postings,
  );
  const dictionaryParts = slices(terms, dictionaryStarts).map(encodeTerms);
  const postingParts = slices(encoded, postingStarts).map((part) => part.join(" "));
  const ids = practices.map(({ id }) => id).join(" ");
  const hashes = [...dictionaryParts, ...postingParts].map(hashOf).join(" ");
  return {
    ids,
    stamp: hashOf(`${ids} ${hashes}`),
    hashes,
    dictionary: dictionaryStarts.map((start) => terms[start] ?? ""),
    dictionaryStarts,
    postingStarts,
    dictionaryParts,
    postingParts,
  };
}

function addPostings(weights: string, practice: number, lists: Map<string, number[]>): void {
  if (weights === "") return;
  for (const item of weights.split(" ")) {
    const term = item.slice(0, -1);
    const weight = Number.parseInt(item.slice(-1), 16);
    const list = lists.get(term);
    if (!list) lists.set(term, [packPosting({ practice, weight })]);
    else addPosting(list, practice, weight);
  }
}

/** Practices come in order: one that has the term already is the last of the list. */
function addPosting(list: number[], practice: number, weight: number): void {
  const least = practice * heaviest;
  const last = list.at(-1) ?? 0;
  if (last < least) list.push(least + weight - 1);
  else list[list.length - 1] = Math.min(least + heaviest - 1, last + weight);
}

/** Where to cut a list into parts of about the same size: the number of the first item of each. */
function divide(sizes: readonly number[], parts: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const starts: number[] = [];
  let before = 0;
  for (const [index, size] of sizes.entries()) {
    if (starts.length < parts && before >= (starts.length * total) / parts) starts.push(index);
    before += size;
  }
  // Parts for which nothing is left are empty, so that their number is known beforehand.
  while (starts.length < parts) starts.push(sizes.length);
  return starts;
}

function slices<Item>(items: readonly Item[], starts: readonly number[]): readonly Item[][] {
  return starts.map((start, index) => items.slice(start, starts[index + 1] ?? items.length));
}

/** FNV-1a, 32 bits: enough to tell a part from that of another build. */
export function hashOf(text: string): string {
  return fnv1a(text, fnvStart).toString(36);
}
