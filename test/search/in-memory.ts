import { composeIndex, type IndexedPractice } from "../../src/search/compose-index.ts";
import { decodeTerms } from "../../src/search/index-format.ts";
import type { SearchIndex } from "../../src/search/look-up.ts";
import { weighWords } from "../../src/search/weigh-words.ts";

/** An index of a few texts by id, and the ids by number. */
export function indexOf(texts: Readonly<Record<string, string>>): SearchIndex & { readonly ids: readonly string[] } {
  return open(Object.entries(texts).map(([id, text]) => ({ id, weights: [weighWords([{ text, weight: 1 }])] })));
}

function open(practices: readonly IndexedPractice[]): SearchIndex & { readonly ids: readonly string[] } {
  const index = composeIndex(practices);
  return {
    head: index,
    ids: index.ids.split(" "),
    practices: practices.length,
    dictionary: async (part) => decodeTerms(index.dictionaryParts[part] ?? ""),
    postings: async (part) => (index.postingParts[part] ?? "").split(" "),
  };
}
