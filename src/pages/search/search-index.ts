import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Making } from "../../core/cells/cells.ts";
import type { Language } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { type Facet, facetsOf } from "../kit/facets.ts";
import { sortPractices } from "../kit/orders.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { encodeOrder, type FacetColumn, type IndexHead } from "./engine/index-format.ts";
import { numberPractices } from "./engine/practice-numbers.ts";
import type { Part } from "./index-parts.ts";
import { makePart, wordsOf } from "./indexed-words.ts";
import { nameOfPart, scriptOfPart } from "./part-script.ts";

/**
 * The index of the search: a head, and parts named by their content, each a classic script, which a page from a disk can load as well. It
 * calls `praktikaSearch` with its name and what it holds.
 */
export const searchIndex: Output = {
  kind: "search-index",
  needs: "fullSite",
  traits: ["offline"],
  plan: onePerEdition("search-index", permalinks.searchIndex),
  render: ({ language }, context) =>
    scriptOfPart("head", { ...indexOf(language, context).head, facets: facetsIn(language, context) }),
  companions: {
    folder: ({ language }) => outputPath(permalinks.searchParts(language)),
    list: ({ language }, context) => {
      const { head, parts } = indexOf(language, context);
      return [...new Set(head.names.split(" "))].map((name) => ({
        path: outputPath(permalinks.searchPart(language, name)),
        render: () => scriptOfPart(name, parts.get(name) ?? makePart(name, language, context)),
      }));
    },
  },
};

/** An index without its facets, which not all of its readers look at. */
interface NamedIndex {
  readonly head: Omit<IndexHead, "facets">;
  /** By name; those that were made. */
  readonly parts: ReadonlyMap<string, Part>;
}

/** The index of an edition, for all its files. */
function indexOf(language: Language, context: RenderContext): NamedIndex {
  return context.memo("search index", language, () => {
    const orders = Object.entries(ordersToIndex(language, context));
    const { kept, made } = wordsOf(language, context);
    const { dictionaryNames, postingNames, textNames, ids, dictionary, dictionaryStarts, postingStarts } = kept;
    const placed = orders.map(([, order]) => [nameOfPart(order, context.sha256), order] as const);
    const names = [...dictionaryNames, ...postingNames, ...textNames, ...placed.map(([name]) => name)].join(" ");
    const order = orders.map(([name]) => name);
    const head = { ids, dictionary, dictionaryStarts, postingStarts, names, orders: order };
    return { head, parts: new Map([...made, ...placed]) };
  });
}

/** What is made of the fields of all practices stays as it was if none of them has changed. */
function keepWhole<Value>(make: () => Value): Making<Value> {
  return {
    make,
    update: (last, changes) => (changes.length === 0 ? (last as Value) : undefined),
    leave: (value) => value,
  };
}

/** By the names of orders: their practices (`encodeOrder`). */
function ordersToIndex(language: Language, context: RenderContext): Readonly<Record<string, string>> {
  const make = () => {
    const { practices } = editionOf(context, language);
    const { byId } = numberPractices(practices.map(({ item }) => item.id));
    const orders = [...sortPractices(practices, language, context.archive)];
    return Object.fromEntries(
      orders.map(([name, sorted]) => [
        name,
        encodeOrder(sorted.map(({ entry: { item }, text }) => [byId.get(item.id) ?? 0, text])),
      ]),
    );
  };
  return context.memoForNext("search orders", language, keepWhole(make));
}

/** What practices can be narrowed down by; what all of them share is left out. */
function facetsIn(language: Language, context: RenderContext): IndexHead["facets"] {
  const make = () => {
    const edition = editionOf(context, language);
    const columns = facetsOf(edition, context.archive).map(
      ({ name, keys, keysOf, say }) => [name, columnOf(edition.practices, keys(), { keysOf, say })] as const,
    );
    return Object.fromEntries(columns.filter(([, { values }]) => values.length > 0));
  };
  return context.memoForNext("search facets", language, keepWhole(make));
}

/** The values that practices have, in their order. */
function columnOf(
  practices: readonly PracticeEntry[],
  order: Iterable<string>,
  { keysOf, say }: Pick<Facet, "keysOf" | "say">,
): FacetColumn {
  const keys = practices.map(keysOf);
  const used = new Set(keys.flat());
  const kept = [...order].filter((key) => used.has(key));
  const numbers = new Map(kept.map((key, number) => [key, number]));
  const sayOne = (key = ""): string => String(numbers.get(key) ?? "");
  const sayNumbers = (list: readonly string[]): string =>
    list.length > 1 ? [...new Set(list)].map(sayOne).filter(Boolean).join(",") : sayOne(list[0]);
  return { values: kept.map((key) => [key, say(key)]), of: keys.map(sayNumbers).join(";") };
}
