import { outputPath, permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { type Language, localize, nameOfLanguage } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { FacetName } from "../../core/model/facets.ts";
import { statusStates } from "../../core/model/fields/choices.ts";
import { bandsOf, sizeBands } from "../../core/model/size-bands.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { placeName } from "../kit/place-name.ts";
import { detailOf } from "../practice/practice-view.ts";
import { composeIndex, type IndexedPractice } from "./engine/compose-index.ts";
import type { FacetColumn, IndexHead, ResultText } from "./engine/index-format.ts";
import { packWeight, type WeighedText, weighWords } from "./engine/weigh-words.ts";
import { createTermFinder, pairsOf } from "./engine/words.ts";
import { facetValues } from "./own-facets.ts";
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
    return scriptOf("head", { ...head, facets: facetsOf(editionOf(context, language), context) });
  },
  companions: {
    folder: ({ language }) => outputPath(permalinks.searchParts(language)),
    render: ({ language }, context) =>
      [...indexOf(language, context).parts].map(([name, content]) => ({
        path: outputPath(permalinks.searchPart(language, name)),
        content: scriptOf(name, content),
      })),
  },
};

function scriptOf(name: string, content: unknown): string {
  return `praktikaSearch(${JSON.stringify(name)},${JSON.stringify(content)})\n`;
}

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
    const { dictionaryParts, postingParts, textParts, ...head } = composeIndex(practices, context.terms.names);
    const nameOf = (part: unknown): string => context.sha256(JSON.stringify(part)).slice(0, 10);
    const named = [...dictionaryParts, ...postingParts, ...textParts].map((part) => [nameOf(part), part] as const);
    return { head: { ...head, names: named.map(([name]) => name).join(" ") }, parts: new Map(named) };
  });
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
const longestSummary = 300;

function shorten(text: string): string {
  return text.length <= longestSummary ? text : `${text.slice(0, text.lastIndexOf(" ", longestSummary))} …`;
}

function textsToIndex({ item, summary }: PracticeEntry, body: Body, archive: Archive): readonly WeighedText[] {
  return [
    ...searchedTexts({ ...item, summary }, archive),
    { text: body.sections.map(({ title }) => plain(title)).join(" "), weight: 1 },
    { text: plain([body.lead, ...body.sections.map(({ html }) => html), body.footnotes].join(" ")), weight: 1 },
  ];
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
function facetsOf(edition: Edition, context: RenderContext): IndexHead["facets"] {
  const { archive } = context;
  const { language, practices } = edition;
  const t = textsOf(language, context.archive);
  const others = [...archive.editions.values()].filter((other) => other.language !== language);
  const columns: Readonly<Record<FacetName, FacetColumn>> = {
    theme: columnOf(
      practices,
      [...archive.themes].map(([id, { name }]) => [id, localize(name, language)]),
      ({ item }) => item.themes,
    ),
    year: columnOf(
      practices,
      [...edition.years.keys()].map((year) => [year, year]),
      ({ item }) => [yearOf(item.date)],
    ),
    province: columnOf(
      practices,
      [...archive.places.values()].map(({ province }) => [province?.code ?? "", placeName(province, language)]),
      ({ item }) => item.municipalities.flatMap((code) => archive.places.get(code)?.province?.code ?? []),
    ),
    municipality: columnOf(
      practices,
      [...archive.places.values()].map((place) => [place.code, placeName(place, language)]),
      ({ item }) => item.municipalities,
    ),
    size: columnOf(
      practices,
      sizeBands.map(({ key }) => [key, t.sizes.bands[key]]),
      ({ item }) => bandsOf(item.municipalities, archive.places),
    ),
    innovator: columnOf(
      practices,
      [...edition.innovators.values()].map(({ slug, name }) => [slug, name]),
      ({ item }) => [edition.innovatorSlugs.get(item.innovator ?? "") ?? ""],
    ),
    status: columnOf(
      practices,
      statusStates.map((state) => [state, t.statusState[state]]),
      ({ item }) => (item.status ? [item.status.state] : []),
    ),
    award: columnOf(practices, [["yes", t.search.awarded]], ({ item }) => (item.awards.length > 0 ? ["yes"] : [])),
    language: columnOf(
      practices,
      others.map((other) => [other.language, t.search.alsoIn(nameOfLanguage(other.language, language))]),
      ({ item }) => others.filter(({ practicesById }) => practicesById.has(item.id)).map((other) => other.language),
    ),
  };
  const own = archive.fields
    .filter(({ filter }) => filter)
    .map((field) => {
      const { values, keysOf } = facetValues(field, edition, archive);
      return [field.name, columnOf(practices, values, ({ item }) => keysOf(item).map(([key]) => key))] as const;
    });
  return Object.fromEntries([...Object.entries(columns), ...own].filter(([, { values }]) => values.length > 0));
}

/** The values that practices have, in their order. */
function columnOf(
  practices: readonly PracticeEntry[],
  values: readonly (readonly [key: string, label: string])[],
  keysOf: (entry: PracticeEntry) => readonly string[],
): FacetColumn {
  const keys = practices.map(keysOf);
  const used = new Set(keys.flat());
  const kept = [...new Map(values)].filter(([key]) => used.has(key));
  const numbers = new Map(kept.map(([key], number) => [key, number]));
  const numbersOf = (list: readonly string[]): number[] => [...new Set(list)].flatMap((key) => numbers.get(key) ?? []);
  return { values: kept, of: keys.map((list) => numbersOf(list).join(",")).join(";") };
}
