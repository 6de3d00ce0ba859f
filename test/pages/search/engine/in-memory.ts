import { NameTable } from "../../../../src/core/name-table.ts";
import { composeIndex, type IndexedPractice } from "../../../../src/pages/search/engine/compose-index.ts";
import { decodeTerms } from "../../../../src/pages/search/engine/index-format.ts";
import type { SearchIndex } from "../../../../src/pages/search/engine/look-up.ts";
import { numberPractices } from "../../../../src/pages/search/engine/practice-numbers.ts";
import { weighWords } from "../../../../src/pages/search/engine/weigh-words.ts";
import { createTermFinder } from "../../../../src/pages/search/engine/words.ts";

export type OpenIndex = SearchIndex & { readonly ids: readonly string[] };

/** An index of a few texts by id, and the ids by place. */
export function indexOf(texts: Readonly<Record<string, string>>): OpenIndex {
  const terms = new NameTable();
  const findTerm = createTermFinder(terms);
  const practices = Object.entries(texts).map(
    ([id, text]): IndexedPractice => ({
      id,
      weigh: () => [weighWords([{ text, weight: 1 }], findTerm)],
      text: [id, "", "", ""],
    }),
  );
  const index = composeIndex(practices, terms.names);
  const ids = index.ids.split(" ");
  return {
    head: index,
    ids,
    practices: practices.length,
    placeOf: placesOf(ids),
    dictionary: async (part) => decodeTerms(index.dictionaryParts[part] ?? ""),
    postings: async (part) => (index.postingParts[part] ?? "").split(" "),
  };
}

/** The place of a practice in the list of ids, by its number. */
export function placesOf(ids: readonly string[]): (practice: number) => number {
  const { byId } = numberPractices(ids);
  const places = new Map(ids.map((id, place) => [byId.get(id), place]));
  return (practice) => places.get(practice) ?? -1;
}
