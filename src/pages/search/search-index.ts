import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import { type Body, otherSection } from "../../core/model/body.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { type Facet, facetsOf } from "../kit/facets.ts";
import { sortPractices } from "../kit/orders.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { detailOf } from "../practice/practice-view.ts";
import { composeIndex, type IndexedPractice } from "./engine/compose-index.ts";
import { encodeOrder, type FacetColumn, type IndexHead, type ResultText } from "./engine/index-format.ts";
import { numberPractices, type PracticeNumbers } from "./engine/practice-numbers.ts";
import { packWeight, type WeighedText, weighWords } from "./engine/weigh-words.ts";
import { createTermFinder, pairsOf } from "./engine/words.ts";
import { nameOfPart, scriptOfPart } from "./part-script.ts";
import { searchedNames, searchedTexts } from "./searched-fields.ts";

/**
 * The index of the search: a head, and parts named by their content, each a classic script, which a page from a disk can load as well. It
 * calls `praktikaSearch` with its name and what it holds.
 */
export const searchIndex: Output = {
  kind: "search-index",
  needs: "fullSite",
  traits: ["offline"],
  plan: onePerEdition("search-index", permalinks.searchIndex),
  render: ({ language }, context) => {
    const { head } = indexOf(language, context);
    return scriptOfPart("head", { ...head, facets: facetColumns(editionOf(context, language), context) });
  },
  companions: {
    folder: ({ language }) => outputPath(permalinks.searchParts(language)),
    list: ({ language }, context) =>
      Array.from(indexOf(language, context).parts, ([name, content]) => ({
        path: outputPath(permalinks.searchPart(language, name)),
        render: () => scriptOfPart(name, content),
      })),
  },
};

/** An index without its facets, which not all of its readers look at. */
interface NamedIndex {
  readonly head: Omit<IndexHead, "facets">;
  /** By name. */
  readonly parts: ReadonlyMap<string, string | readonly ResultText[]>;
}

/** The index of an edition, composed once for all its files. */
function indexOf(language: Language, context: RenderContext): NamedIndex {
  return context.memo("search index", language, () => {
    const practices = practicesToIndex(language, context);
    const numbers = numberPractices(practices.map(({ id }) => id));
    const { dictionaryParts, postingParts, textParts, ...head } = composeIndex(practices, context.terms.names, numbers);
    const orders = ordersToIndex(language, context, numbers);
    const parts = [...dictionaryParts, ...postingParts, ...textParts, ...orders.values()];
    const named = parts.map((part) => [nameOfPart(part, context.sha256), part] as const);
    const names = named.map(([name]) => name).join(" ");
    return { head: { ...head, names, orders: [...orders.keys()] }, parts: new Map(named) };
  });
}

/** By the names of orders: their practices (`encodeOrder`). */
function ordersToIndex(
  language: Language,
  context: RenderContext,
  { byId }: PracticeNumbers,
): ReadonlyMap<string, string> {
  const { practices } = editionOf(context, language);
  const orders = [...sortPractices(practices, language, context.archive)];
  return new Map(
    orders.map(([name, sorted]) => [
      name,
      encodeOrder(sorted.map(({ entry: { item }, text }) => [byId.get(item.id) ?? 0, text])),
    ]),
  );
}

/** Of words side by side in a title. */
const pairWeight = 8;

/** What a practice says, and the names that it stands under: a few short texts that many practices share. */
function practicesToIndex(language: Language, context: RenderContext): readonly IndexedPractice[] {
  const { terms } = context;
  const findTerm = createTermFinder(terms);
  const known = new Map<string, readonly number[]>();
  const weigh = (name: WeighedText): readonly number[] => {
    const key = `${name.weight} ${name.text}`;
    const weights = known.get(key) ?? weighWords([name], findTerm);
    known.set(key, weights);
    return weights;
  };
  return editionOf(context, language).practices.map((entry) => {
    const { item } = entry;
    const said = (): readonly number[] => [
      ...weighWords(textsToIndex(entry, context.bodyOf(item.file), context.archive), findTerm),
      ...pairsOf(item.title).map((pair) => packWeight(terms.numberOf(pair), pairWeight)),
    ];
    return {
      id: item.id,
      weigh: () => [context.remembered(item.file, said), ...searchedNames(item, context.archive).map(weigh)],
      text: [item.id, item.title, detailOf(item, context), shorten(entry.summary)],
    };
  });
}

/** Characters of a summary that a result shows. */
const maxSummaryLength = 300;

function shorten(text: string): string {
  return text.length <= maxSummaryLength ? text : `${text.slice(0, text.lastIndexOf(" ", maxSummaryLength))} …`;
}

function textsToIndex({ item, summary }: PracticeEntry, body: Body, archive: Archive): readonly WeighedText[] {
  return [
    ...searchedTexts({ ...item, summary }, archive),
    { text: ownHeadings(body), weight: 1 },
    { text: plain([body.lead, ...body.sections.map(({ html }) => html), body.footnotes].join(" ")), weight: 1 },
  ];
}

/** Without the headings of expected parts: every practice has these, so they would find all. */
function ownHeadings({ sections }: Body): string {
  const own = sections.filter(({ kind }) => kind === otherSection);
  return own.map(({ title }) => plain(title)).join(" ");
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** HTML of the archive as text; a tag divides words unless it only marks letters. */
function plain(html: string): string {
  return html
    .replace(/<\/?(?:em|strong|span|a|sup|sub)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? "");
}

/** What practices can be narrowed down by; what all of them share is left out. */
function facetColumns(edition: Edition, context: RenderContext): IndexHead["facets"] {
  const columns = facetsOf(edition, context.archive).map(
    ({ name, keys, keysOf, say }) => [name, columnOf(edition.practices, keys(), { keysOf, say })] as const,
  );
  return Object.fromEntries(columns.filter(([, { values }]) => values.length > 0));
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
