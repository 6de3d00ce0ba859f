import { fnv1a, fnvStart } from "../../../core/fnv.ts";
import { encodePostings, encodeTerms, type IndexHead, type ResultText } from "./index-format.ts";
import { PostingLists } from "./posting-lists.ts";
import { numberPractices, type PracticeNumbers, textPartOf } from "./practice-numbers.ts";

/** What is known of a practice's words. */
export interface IndexedPractice {
  readonly id: string;
  /** As `weighWords` gives them, when they are asked for; a word that several say has `joinWeights` of theirs. */
  readonly weigh: () => readonly (readonly number[])[];
  readonly text: ResultText;
}

/** An index, whose parts have no names yet. */
export interface ComposedIndex extends Omit<IndexHead, "facets" | "names" | "orders"> {
  readonly dictionaryParts: readonly string[];
  readonly postingParts: readonly string[];
  readonly textParts: readonly (readonly ResultText[])[];
}

/** Characters of a part, on the average: it is what one word of a query needs. */
const partLength = 16_000;

/**
 * The index of practices, the newest first. Where parts begin follows from terms, and numbers from ids, never from how many come
 * before: an edit changes the parts that it concerns, and the others keep their names.
 *
 * @param terms by the numbers that `weights` give them; @param numbers of the practices, where they are known
 */
export function composeIndex(
  practices: readonly IndexedPractice[],
  terms: readonly string[],
  numbers = numberPractices(practices.map(({ id }) => id)),
): ComposedIndex {
  const lists = listPostings(practices, numbers);
  const order = lists.terms().sort((a, b) => ((terms[a] ?? "") < (terms[b] ?? "") ? -1 : 1));
  const sorted = order.map((number) => terms[number] ?? "");
  const encoded = order.map((number) => encodePostings(lists.of(number)));
  const dictionaryStarts = cut(sorted, lengthOf(sorted));
  const postingStarts = cut(sorted, lengthOf(encoded));
  return {
    ids: practices.map(({ id }) => id).join(" "),
    dictionary: dictionaryStarts.map((start) => sorted[start] ?? ""),
    dictionaryStarts,
    postingStarts,
    dictionaryParts: slices(sorted, dictionaryStarts).map(encodeTerms),
    postingParts: slices(encoded, postingStarts).map((part) => part.join(" ")),
    textParts: divideTexts(practices, numbers),
  };
}

/** The postings of each term, of practices in the order of their numbers. */
function listPostings(practices: readonly IndexedPractice[], { byId }: PracticeNumbers): PostingLists {
  const lists = new PostingLists();
  const numbered = practices.map(({ id, weigh }) => ({ practice: byId.get(id) ?? 0, weigh }));
  for (const { practice, weigh } of numbered.sort((a, b) => a.practice - b.practice))
    for (const weights of weigh()) for (const packed of weights) lists.add(practice, packed);
  return lists;
}

/** Characters of texts with something between. */
export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + 1, 0);
}

/**
 * Where to cut what terms have into parts: the number of the first term of each. A term begins a part if its hash says so. How many do is a power
 * of two, which changes only when there is twice as much.
 *
 * @param length of all that they have
 */
export function cut(terms: readonly string[], length: number): number[] {
  const starts = [0];
  const every = 2 ** Math.max(0, Math.round(Math.log2((partLength * terms.length) / length)));
  for (let number = 1; number < terms.length; number++)
    if (fnv1a(terms[number] ?? "", fnvStart) % every === 0) starts.push(number);
  return starts;
}

function slices<Item>(items: readonly Item[], starts: readonly number[]): readonly Item[][] {
  return starts.map((start, index) => items.slice(start, starts[index + 1] ?? items.length));
}

function divideTexts(practices: readonly IndexedPractice[], { byId, all }: PracticeNumbers) {
  const parts: ResultText[][] = Array.from({ length: textPartOf(all - 1) + 1 }, () => []);
  for (const { id, text } of practices) parts[textPartOf(byId.get(id) ?? 0)]?.push(text);
  // Not in the order of their days, which a practice that comes first of all would not change.
  return parts.map((part) => part.sort(([a], [b]) => (a < b ? -1 : 1)));
}
