import { readAsBulgarian } from "../../../core/language/latin-typing.ts";
import type { Answer, Answers, IndexedTerm, SearchIndex } from "./look-up.ts";
import { findForm, findTerm } from "./look-up.ts";
import { pairMark, termOf, wordsOf } from "./words.ts";

/** What means the same as one or several words, by their terms: the terms of each other way to say it. */
export type Synonyms = ReadonlyMap<string, readonly (readonly string[])[]>;

/** In how many words a synonym is looked for in a query. */
const maxWords = 3;
/** Before what only begins with the word. */
const likeness = 0.6;

/** @param groups what means the same, with commas between: “НПО, неправителствена организация” */
export function readSynonyms(groups: readonly string[]): Synonyms {
  const synonyms = new Map<string, (readonly string[])[]>();
  for (const group of groups) {
    const members = group.split(",").map(termsOf);
    for (const [at, member] of members.entries()) {
      const others = members.filter((other, place) => place !== at && other.length > 0);
      const key = member.join(pairMark);
      if (key !== "") synonyms.set(key, [...(synonyms.get(key) ?? []), ...others]);
    }
  }
  return synonyms;
}

function termsOf(text: string): readonly string[] {
  return wordsOf(text)
    .map(({ word }) => termOf(word))
    .filter((term) => term !== "");
}

/** Adds to the answers of a query's words those that mean the same, and two words as one: вело автобус. A word with one is known. */
export async function addSynonyms(
  words: readonly string[],
  answers: readonly Answers[],
  { synonyms, index }: { readonly synonyms: Synonyms; readonly index: SearchIndex },
): Promise<readonly Answers[]> {
  const added: Answer[][] = words.map(() => []);
  for (const [start] of words.entries()) {
    for (let length = 1; length <= maxWords && start + length <= words.length; length++) {
      const span = words.slice(start, start + length);
      const others = keysOf(span).flatMap((key) => synonyms.get(key) ?? []);
      const found = await Promise.all(others.map((terms) => findAll(terms, index)));
      if (length === 2) found.push(answerOf(await findForm(span.join(""), index)));
      for (const list of added.slice(start, start + length)) list.push(...found.flat());
    }
  }
  return answers.map((group, at) => {
    const more = added[at] ?? [];
    if (more.length === 0) return group;
    return { answers: [...group.answers, ...more], areSimilar: false };
  });
}

/** A single word may be typed in Latin letters. */
function keysOf(words: readonly string[]): readonly string[] {
  const [word = ""] = words;
  if (words.length === 1 && /^[a-z]/.test(word)) return [word, ...readAsBulgarian(word)].map(termOf);
  return [words.map(termOf).join(pairMark)];
}

/** The answer that needs all of some terms; none where one of them does not occur. */
async function findAll(terms: readonly string[], index: SearchIndex): Promise<readonly Answer[]> {
  const found = await Promise.all(terms.map((term) => findTerm(term, index)));
  return answerOf(...found);
}

function answerOf(...found: readonly (IndexedTerm | undefined)[]): readonly Answer[] {
  const terms = found.filter((term) => term !== undefined);
  return terms.length === found.length ? [{ terms, likeness }] : [];
}
