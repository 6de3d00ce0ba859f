import { cut, lengthOf } from "./compose-index.ts";
import {
  decodePostings,
  decodeTerms,
  encodePostings,
  encodeTerms,
  type IndexHead,
  type Posting,
  packPosting,
} from "./index-format.ts";

/** The words of an index as they lie in parts: what is to be known of them to bring them up to date. */
export interface DividedWords extends Pick<IndexHead, "dictionary" | "dictionaryStarts" | "postingStarts"> {
  readonly dictionaryNames: readonly string[];
  readonly postingNames: readonly string[];
  /** Characters of all postings, as `lengthOf` counts them. */
  readonly postingsLength: number;
}

/** Characters of what lies in parts, with something between each. */
export function lengthOfParts(parts: readonly string[]): number {
  return lengthOf(parts.filter((part) => part !== ""));
}

/** The weights that practices, by number, have now by term; 0 where a practice does not have the term any more. */
export type NewWeights = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** A part of the index is not there any more, or not as it was. */
export class LostPart extends Error {}

/** How parts are read, by name, and kept, which gives them a name. Reading may throw `LostPart`. */
export interface PartAccess {
  readonly read: (name: string) => string;
  readonly keep: (content: string) => string;
}

/**
 * The index in which some practices have other words, as `composeIndex` would compose it. Only parts that these words stand in are read
 * and composed, beside the dictionary.
 */
export function updateWords(last: DividedWords, news: NewWeights, { read, keep }: PartAccess): DividedWords {
  const before = last.dictionaryNames.flatMap((name) => decodeTerms(read(name)));
  const listOf = openLists(last, read);
  const { changed, added, growth } = changeLists(before, news, listOf);
  const gone = new Set([...changed].filter(([, list]) => list === "").map(([number]) => number));
  const { terms, from } = merge(before, [...added.keys()].sort(), gone);
  const postingsLength = last.postingsLength + growth;
  const dictionaryStarts = cut(terms, lengthOf(terms));
  const postingStarts = cut(terms, postingsLength);
  const divide = (starts: readonly number[], old: OldParts, make: (start: number, end: number) => string) =>
    starts.map((start, index) => {
      const end = starts[index + 1] ?? terms.length;
      return findUnchanged(from.slice(start, end), old) ?? keep(make(start, end));
    });
  const listNow = (number: number): string => {
    const old = from[number] ?? none;
    return old === none ? (added.get(terms[number] ?? "") ?? "") : (changed.get(old) ?? listOf(old));
  };
  const count = before.length;
  return {
    dictionary: dictionaryStarts.map((start) => terms[start] ?? ""),
    dictionaryStarts,
    postingStarts,
    postingsLength,
    dictionaryNames: divide(
      dictionaryStarts,
      { starts: last.dictionaryStarts, names: last.dictionaryNames, count, changed: gone },
      (start, end) => encodeTerms(terms.slice(start, end)),
    ),
    postingNames: divide(
      postingStarts,
      { starts: last.postingStarts, names: last.postingNames, count, changed: new Set(changed.keys()) },
      (start, end) => Array.from({ length: end - start }, (_, at) => listNow(start + at)).join(" "),
    ),
  };
}

/** The lists of terms by their numbers; each part is read once. */
function openLists({ postingStarts, postingNames }: DividedWords, read: PartAccess["read"]) {
  const opened = new Map<number, readonly string[]>();
  return (number: number): string => {
    const part = postingStarts.findLastIndex((start) => start <= number);
    const lists = opened.get(part) ?? read(postingNames[part] ?? "").split(" ");
    opened.set(part, lists);
    return lists[number - (postingStarts[part] ?? 0)] ?? "";
  };
}

/** The new lists of terms that there were, by number, "" where nobody has one any more, and of new terms; and how many characters they are more. */
function changeLists(before: readonly string[], news: NewWeights, listOf: (number: number) => string) {
  const numbers = new Map<string, number>();
  for (const [number, term] of before.entries()) if (news.has(term)) numbers.set(term, number);
  const changed = new Map<number, string>();
  const added = new Map<string, string>();
  let growth = 0;
  for (const [term, weights] of news) {
    const number = numbers.get(term);
    const old = number === undefined ? "" : listOf(number);
    const list = changeList(decodePostings(old), weights);
    growth += lengthOf([list].filter(Boolean)) - lengthOf([old].filter(Boolean));
    if (number !== undefined) changed.set(number, list);
    else if (list !== "") added.set(term, list);
  }
  return { changed, added, growth };
}

function changeList(list: readonly Posting[], weights: ReadonlyMap<number, number>): string {
  const all = new Map([...list.map(({ practice, weight }) => [practice, weight] as const), ...weights]);
  const packed = [...all]
    .filter(([, weight]) => weight > 0)
    .map(([practice, weight]) => packPosting({ practice, weight }));
  return encodePostings(packed.sort((a, b) => a - b));
}

/** In place of the old number of a term that is new. */
const none = -1;

/** Terms in order, and the numbers that they had. */
function merge(before: readonly string[], added: readonly string[], gone: ReadonlySet<number>) {
  const terms: string[] = [];
  const from: number[] = [];
  let next = 0;
  const addUntil = (term: string | undefined): void => {
    for (let one = added[next]; one !== undefined && (term === undefined || one < term); one = added[++next]) {
      terms.push(one);
      from.push(none);
    }
  };
  for (const [number, term] of before.entries()) {
    addUntil(term);
    if (gone.has(number)) continue;
    terms.push(term);
    from.push(number);
  }
  addUntil(undefined);
  return { terms, from };
}

interface OldParts {
  readonly starts: readonly number[];
  readonly names: readonly string[];
  /** Of terms. */
  readonly count: number;
  /** Numbers of terms that have something else now. */
  readonly changed: ReadonlySet<number>;
}

/** The name of the part that holds just what terms with these old numbers had, if none of it is another now. */
function findUnchanged(from: readonly number[], { starts, names, count, changed }: OldParts): string | undefined {
  const [first = none, last = none] = [from[0], from.at(-1)];
  const part = starts.indexOf(first);
  const isWhole = part >= 0 && last === (starts[part + 1] ?? count) - 1 && from.length === last - first + 1;
  return isWhole && !from.some((old) => old === none || changed.has(old)) ? names[part] : undefined;
}
