import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { type Language, localize, nameOfLanguage } from "../../core/language/language.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { FacetName } from "../../core/model/facets.ts";
import { statusStates } from "../../core/model/fields/choices.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeName } from "../kit/row-view.ts";
import { type ComposedIndex, composeIndex, hashOf, partsFor } from "./engine/compose-index.ts";
import type { FacetColumn, IndexHead } from "./engine/index-format.ts";
import { type WeighedText, weighWords } from "./engine/weigh-words.ts";
import { createTermFinder, pairsOf } from "./engine/words.ts";
import { searchedNames, searchedTexts } from "./searched-fields.ts";

/**
 * The index of the search in parts, each a classic script, which a page from a disk can load as well. It calls
 * `praktikaSearch` with the name of the part, what it holds, and the hash of that, by which the page knows a part of another build.
 */
export const searchIndex: Output = {
  kind: "search-index",
  needs: "fullSite",
  traits: ["offline"],
  plan: perEdition("search-index", ({ language, practices }) =>
    partNames(practices.length).map((key) => ({ permalink: permalinks.searchIndex(language, key), key })),
  ),
  render: ({ key, language }, context) => {
    const part = partOf(key, language, context);
    const said = typeof part === "string" ? [key, part, hashOf(part)] : [key, part];
    return `praktikaSearch(${said.map((value) => JSON.stringify(value)).join(",")})\n`;
  },
};

function partNames(practices: number): readonly string[] {
  if (practices === 0) return [];
  const { dictionary, postings } = partsFor(practices);
  return [
    "head",
    ...Array.from({ length: dictionary }, (_, part) => `dictionary-${part}`),
    ...Array.from({ length: postings }, (_, part) => `postings-${part}`),
  ];
}

function partOf(key: string, language: Language, context: RenderContext): IndexHead | string {
  const index = indexOf(language, context);
  const [kind, number] = key.split("-");
  if (kind === "dictionary") return index.dictionaryParts[Number(number)] ?? "";
  if (kind === "postings") return index.postingParts[Number(number)] ?? "";
  const { dictionaryParts: _, postingParts: __, ...head } = index;
  return { ...head, facets: facetsOf(editionOf(context, language), context) };
}

/** The index of an edition, composed once for all its files. */
function indexOf(language: Language, context: RenderContext): ComposedIndex {
  return context.memo("search index", language, () => composeIndex(practicesToIndex(language, context)));
}

/** Of words side by side in a title, as a hexadecimal digit. */
const pairWeight = "8";

/** What a practice says, and the names that it stands under: a few short texts that many practices share. */
function practicesToIndex(language: Language, context: RenderContext) {
  const findTerm = createTermFinder();
  const known = new Map<string, string>();
  const weigh = (name: WeighedText): string => {
    const key = `${name.weight} ${name.text}`;
    const weights = known.get(key) ?? weighWords([name], findTerm);
    known.set(key, weights);
    return weights;
  };
  return editionOf(context, language).practices.map((entry) => {
    const { item } = entry;
    return {
      id: item.id,
      weights: [
        context.remembered(item.file, () => weighWords(textsToIndex(entry, context.bodyOf(item.file)), findTerm)),
        ...searchedNames(item, context.archive).map(weigh),
        ...pairsOf(item.title, findTerm).map((pair) => pair + pairWeight),
      ],
    };
  });
}

function textsToIndex({ item, summary }: PracticeEntry, body: Body): readonly WeighedText[] {
  return [
    ...searchedTexts({ ...item, summary }),
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
  const t = textsOf(language);
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
      [...archive.places.values()].map(({ province }) => [province.code, placeName(province, language)]),
      ({ item }) => item.municipalities.map((code) => archive.places.get(code)?.province.code ?? ""),
    ),
    municipality: columnOf(
      practices,
      [...archive.places.values()].map((place) => [place.code, placeName(place, language)]),
      ({ item }) => item.municipalities,
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
  return Object.fromEntries(Object.entries(columns).filter(([, { values }]) => values.length > 0));
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
