import { composeIndex, type IndexedPractice } from "../../../../src/pages/search/engine/compose-index.ts";
import { decodeTerms } from "../../../../src/pages/search/engine/index-format.ts";
import type { SearchIndex } from "../../../../src/pages/search/engine/look-up.ts";
import { weighWords } from "../../../../src/pages/search/engine/weigh-words.ts";

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
