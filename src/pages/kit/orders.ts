import { countAdopters } from "../../archive/adoptions.ts";
import { createComparer } from "../../core/language/collate.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import { practiceTextsOf, textsOf } from "../../locales/texts-of.ts";
import { figureFields, figureOf } from "./figure-of.ts";
import { sayValue } from "./say-value.ts";

/** By what readers sort practices, as addresses of the search say it; "-" before a figure puts the largest first. */
export interface Order {
  readonly name: string;
  readonly label: string;
}

/** The orders that an archive offers: by day, title, adoptions, nominations, and by its figures. */
export function ordersOf(language: Language, archive: Archive): readonly Order[] {
  const { sort } = textsOf(language, archive).search;
  const texts = practiceTextsOf(language, archive.fields);
  const figures = figureFields(archive.fields).flatMap(({ name }) => {
    const label = texts[name]?.label ?? name;
    return [
      { name: `-${name}`, label: sort.largest(label) },
      { name, label: sort.smallest(label) },
    ];
  });
  const ranked = rankedOrders(archive).map((name) => ({ name, label: sort[name] }));
  return [{ name: "date", label: sort.date }, { name: "title", label: sort.title }, ...ranked, ...figures];
}

function rankedOrders({ site, fields }: Archive): readonly ("adopted" | "nominated")[] {
  return [
    ...(fields.some(({ name }) => name === "adoptedBy") ? (["adopted"] as const) : []),
    ...(site.hasNominations ? (["nominated"] as const) : []),
  ];
}

/** A practice in an order, and the figure that gives it its place, as readers see it; "" where a row says it anyway. */
export interface Placed {
  readonly entry: PracticeEntry;
  readonly text: string;
}

/**
 * Practices by the name of an order; those that it says nothing of are not in it. That by day is the one in which practices come, and is not
 * among them, nor is the other way round.
 */
export function sortPractices(
  practices: readonly PracticeEntry[],
  language: Language,
  archive: Archive,
): ReadonlyMap<string, readonly Placed[]> {
  const compare = createComparer(language);
  const t = textsOf(language, archive);
  const texts = practiceTextsOf(language, archive.fields);
  // Looked at once each, not at each comparison: whoever looks into an entry notes it.
  const titled = practices.map((entry) => ({ entry, title: entry.item.title }));
  const titles = titled.sort((a, b) => compare(a.title, b.title));
  const votes = archive.tally?.counts;
  const counts = {
    adopted: ({ item }: PracticeEntry) => countAdopters(item, archive.adoptions),
    nominated: ({ item }: PracticeEntry) => votes?.get(item.id) ?? 0,
  };
  const say = {
    adopted: (count: number) => `${t.adoptedBy}: ${formatCount(count, language)}`,
    nominated: (count: number) => t.nominationsTotal(formatCount(count, language)),
  };
  const ranked = rankedOrders(archive).map((name) => {
    const ranking = sortBy(practices, (entry) => -counts[name](entry) || undefined);
    return [name, ranking.map(({ entry, value }) => ({ entry, text: say[name](-value) }))] as const;
  });
  const figures = figureFields(archive.fields).map((field) => {
    const label = texts[field.name]?.label ?? field.name;
    const textOf = ({ item }: PracticeEntry): string =>
      `${label}: ${sayValue(field, readField(item, field), { language, archive })}`;
    const sorted = sortBy(practices, ({ item }) => figureOf(field, readField(item, field), language)?.value);
    return [field.name, sorted.map(({ entry }) => ({ entry, text: textOf(entry) }))] as const;
  });
  return new Map([["title", titles.map(({ entry }) => ({ entry, text: "" }))], ...ranked, ...figures]);
}

/** The practices of which there is a number, with it, the smallest first. */
function sortBy(practices: readonly PracticeEntry[], figureIn: (entry: PracticeEntry) => number | undefined) {
  return practices
    .flatMap((entry) => {
      const value = figureIn(entry);
      return value === undefined ? [] : [{ entry, value }];
    })
    .sort((a, b) => a.value - b.value);
}
