/** Letters of the two alphabets that look the same, in the same order. */
const latinLetters = [..."ABCEHKMOPTXYaceopxyk"];
const cyrillicLetters = [..."АВСЕНКМОРТХУасеорхук"];
const toCyrillic: ReadonlyMap<string, string | undefined> = new Map(
  latinLetters.map((letter, at) => [letter, cyrillicLetters[at]]),
);
const toLatin: ReadonlyMap<string, string | undefined> = new Map(
  cyrillicLetters.map((letter, at) => [letter, latinLetters[at]]),
);

/** A letter that stands for one of the other alphabet. */
export interface LookAlike {
  readonly written: string;
  readonly meant: string;
}

/** A name in Latin letters alone, if the Cyrillic ones in it all look like Latin ones; undefined if it has none or others. */
export function asLatin(name: string): string | undefined {
  const cyrillic = name.match(/\p{Script=Cyrillic}/gu) ?? [];
  if (cyrillic.length === 0 || !cyrillic.every((letter) => toLatin.has(letter))) return undefined;
  return name.replace(/\p{Script=Cyrillic}/gu, (letter) => toLatin.get(letter) ?? letter);
}

/** The first letter that two names, which are the same but for such letters, write in different alphabets. */
export function firstLookAlike(written: string, meant: string): LookAlike | undefined {
  if (skeleton(written) !== skeleton(meant)) return undefined;
  const [from, to] = [[...written], [...meant]];
  const at = from.findIndex((letter, index) => letter.toLowerCase() !== to[index]?.toLowerCase());
  const [wrong, right] = [from[at], to[at]];
  const isLike = wrong !== undefined && right !== undefined && skeleton(wrong) === skeleton(right);
  return isLike ? { written: wrong, meant: right } : undefined;
}

/** A text in which letters that look alike, as capitals or not, are the same, for comparing. */
export function skeleton(text: string): string {
  return text.toUpperCase().replace(/[А-Я]/g, (letter) => toLatin.get(letter) ?? letter);
}

/** A word with letters of both alphabets. */
export interface MixedWord {
  readonly word: string;
  readonly index: number;
  /** The letters of the other alphabet, in order. */
  readonly foreign: string;
  /** The word in one alphabet; undefined if both alphabets are possible, or neither is. */
  readonly fixed: string | undefined;
}

const mixed = /[\p{L}\p{M}]*(?:[A-Za-z][А-Яа-яЍѝ]|[А-Яа-яЍѝ][A-Za-z])[\p{L}\p{M}]*/gu;

/** A cheap first test: nearly no line has such a place. */
const meeting = /[A-Za-z][А-Яа-яЍѝ]|[А-Яа-яЍѝ][A-Za-z]/;

/** Finds words that mix the alphabets: „Аdministrative“ with a Cyrillic А, „cъвет“ with a Latin c. */
export function findMixedWords(text: string): readonly MixedWord[] {
  if (!meeting.test(text)) return [];
  return [...text.matchAll(mixed)].map(({ 0: word, index }) => {
    const latin = word.match(/[A-Za-z]/g) ?? [];
    const cyrillic = word.match(/[А-Яа-яЍѝ]/g) ?? [];
    const asCyrillic = latin.every((letter) => toCyrillic.has(letter));
    const asLatin = cyrillic.every((letter) => toLatin.has(letter));
    const isCyrillic = latin.length < cyrillic.length;
    // Where both alphabets are possible, the one with more letters is meant; 0: as many of each, or neither is possible.
    const meant =
      asCyrillic === asLatin ? Number(asCyrillic) * (cyrillic.length - latin.length) : Number(asCyrillic) - 0.5;
    const fixed =
      meant === 0
        ? undefined
        : [...word].map((letter) => (meant > 0 ? toCyrillic : toLatin).get(letter) ?? letter).join("");
    return { word, index, foreign: (isCyrillic ? latin : cyrillic).join(""), fixed };
  });
}
