import { heaviest } from "./weigh-words.ts";

/*
 * The index as files, which the page of the search loads one by one: the head; parts of the dictionary, each with some of
 * all terms in order; parts of the postings, each with the lists of some of them; parts of the texts, with what results show. All parts are
 * named by their content, which the head knows. Numbers are written as characters, of which a script in JSON form needs no escape.
 */

/** What practices say in one respect. */
export interface FacetColumn {
  /** What an address says, and what a reader sees. */
  readonly values: readonly (readonly [key: string, label: string])[];
  /** Numbers of values by practice: practices are divided by ";", values by ",". */
  readonly of: string;
}

export interface IndexHead {
  /** Names of the parts with spaces between: of the dictionary, of the postings, of the texts, of the orders. */
  readonly names: string;
  /** Ids of practices with spaces between, the newest first. Facets are in this order; `numberPractices` gives the numbers in postings. */
  readonly ids: string;
  /** By name: those of `facets.ts` in core/model, and fields of the archive. */
  readonly facets: Readonly<Record<string, FacetColumn>>;
  /** Names of the orders. Each has a part (`encodeOrder`). */
  readonly orders: readonly string[];
  /** The first term of each part of the dictionary. */
  readonly dictionary: readonly string[];
  /** The number of the first term of each part of the dictionary. */
  readonly dictionaryStarts: readonly number[];
  /** The number of the first term of each part of the postings. */
  readonly postingStarts: readonly number[];
}

/** What a result shows of a practice. */
export type ResultText = readonly [id: string, title: string, detail: string, summary: string];

/** A practice that has a term, by its number, and the term's weight there, 1 to 15. */
export interface Posting {
  readonly practice: number;
  readonly weight: number;
}

/** A posting as one number, of which a list takes little room. */
export const packPosting = ({ practice, weight }: Posting): number => practice * heaviest + weight - 1;

/** The 90 characters that a JSON text takes as they are, without the space, which divides lists. */
const digits = [...Array(93).keys()]
  .map((number) => String.fromCharCode(number + 33))
  .filter((character) => character !== '"' && character !== "\\" && character !== "<")
  .join("");
const base = digits.length / 2;

/** A number below 2 ** 32 has no more digits. */
const maxDigits = 6;
// The mark keeps it out of the reader's scripts, which encode nothing.
const ascii = /* @__PURE__ */ new TextDecoder("latin1");

/** Numbers ≥ 0 as text: digits of base 45, of which the last of each number is one of the upper half. */
export function encodeNumbers(numbers: readonly number[]): string {
  // Not by adding text to text: V8 would keep the pieces of every list.
  const bytes = new Uint8Array(numbers.length * maxDigits);
  let end = 0;
  for (const number of numbers) {
    const high = Math.floor(number / base);
    for (let rest = high; rest > 0; rest = Math.floor(rest / base)) end++;
    for (let rest = high, at = end; rest > 0; rest = Math.floor(rest / base))
      bytes[--at] = digits.charCodeAt(rest % base);
    bytes[end++] = digits.charCodeAt(base + (number % base));
  }
  return ascii.decode(bytes.subarray(0, end));
}

const values: ReadonlyMap<string, number> = new Map([...digits].map((digit, value) => [digit, value]));

export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const digit of text) {
    const value = values.get(digit) ?? 0;
    number = number * base + (value % base);
    if (value < base) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

/** A practice in an order, by its number, and the figure that gives it its place; "" where there is nothing to say. */
export type PlacedPractice = readonly [number: number, text: string];

/** The numbers of practices in one line, then, where they have any, their texts in a line each. */
export function encodeOrder(practices: readonly PlacedPractice[]): string {
  const numbers = encodeNumbers(practices.map(([number]) => number));
  const texts = practices.map(([, text]) => text);
  return texts.some(Boolean) ? [numbers, ...texts].join("\n") : numbers;
}

export function decodeOrder(text: string): PlacedPractice[] {
  const [numbers = "", ...texts] = text.split("\n");
  return decodeNumbers(numbers).map((number, at) => [number, texts[at] ?? ""]);
}

/** Packed postings in the order of practices: each as distance from the practice before it and weight, in one number. */
export function encodePostings(packed: readonly number[]): string {
  let next = 0;
  return encodeNumbers(
    packed.map((posting) => {
      const step = posting - next * heaviest;
      next = Math.floor(posting / heaviest) + 1;
      return step;
    }),
  );
}

export function decodePostings(text: string): Posting[] {
  let last = -1;
  return decodeNumbers(text).map((number) => {
    last += Math.floor(number / heaviest) + 1;
    return { practice: last, weight: (number % heaviest) + 1 };
  });
}

const maxShared = 9;

/** Terms in order, each without what it shares with the one before, which a digit says. */
export function encodeTerms(terms: readonly string[]): string {
  let last = "";
  return terms
    .map((term) => {
      let shared = 0;
      while (shared < maxShared && shared < term.length && term[shared] === last[shared]) shared++;
      last = term;
      return shared + term.slice(shared);
    })
    .join(" ");
}

export function decodeTerms(text: string): string[] {
  if (text === "") return [];
  let last = "";
  return text.split(" ").map((part) => {
    last = last.slice(0, Number(part[0])) + part.slice(1);
    return last;
  });
}
