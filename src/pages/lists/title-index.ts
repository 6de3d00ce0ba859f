import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { createComparer } from "../../core/language/collate.ts";
import { formatCount } from "../../core/language/format.ts";
import { transliterate } from "../../core/language/transliterate.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { Route } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf } from "../kit/context.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { placeNames } from "../kit/row-view.ts";
import { translationsOf } from "../kit/translations.ts";

/** With more practices than this each letter has a page of its own. */
const mostOnOnePage = 300;

/** All titles in alphabetical order, in plain lists: to look through, to print, and for readers without script. */
export const titleIndex: Output = {
  kinds: ["title-index"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()]
      .filter(({ practices }) => practices.length > 0)
      .flatMap((edition) => {
        const { language, practices } = edition;
        const letters = practices.length > mostOnOnePage ? [...lettersOf(edition).keys()] : [];
        return [undefined, ...letters].map(
          (letter): Route => ({
            kind: "title-index",
            permalink: permalinks.titleIndex(language, letter && slugOf(letter)),
            language,
            key: letter ?? "",
          }),
        );
      }),
  ingredients: (route, context) => {
    const { language, key } = route;
    const edition = editionOf(context, language);
    const letters = lettersOf(edition);
    const counts = [...letters].map(([letter, { length }]) => [letter, length]);
    const others = [...translationsOf(route, context).keys()];
    return { texts: [], rows: letters.get(key) ?? edition.practices, values: [counts, others] };
  },
  render: (route, context) => {
    const { language, key } = route;
    const edition = editionOf(context, language);
    const letters = lettersOf(edition);
    const isOnePage = edition.practices.length <= mostOnOnePage;
    const t = textsOf(language);
    const link = linkerFor(route, context);
    const nameOf = (letter: string): string => (letter === otherSigns ? t.search.otherSigns : letter);
    const title = key === "" ? t.search.indexTitle : `${t.search.indexTitle}: ${nameOf(key)}`;
    const head = { title, description: t.search.indexIntro, translations: translationsOf(route, context) };
    const view = {
      ...layoutView(route, context, head),
      intro: t.search.indexIntro,
      letters: [...letters].map(([letter, { length }]) => ({
        name: nameOf(letter),
        href: isOnePage ? `#${slugOf(letter)}` : link(permalinks.titleIndex(language, slugOf(letter))),
        current: letter === key,
        count: formatCount(length, language),
      })),
      groups: [...letters]
        .filter(([letter]) => isOnePage || letter === key)
        .map(([letter, entries]) => ({
          name: nameOf(letter),
          anchor: slugOf(letter),
          titles: entries.map(({ item }) => ({
            title: item.title,
            href: link(permalinks.practice(language, item.id)),
            detail: [placeNames(item.municipalities, context.archive.places, language), yearOf(item.date)]
              .filter(Boolean)
              .join(", "),
          })),
        })),
    };
    return context.templates.render("title-index.njk", view);
  },
};

const otherSigns = "#";
/** By law both а and ъ are "a", both й and ь "y". */
const ownSlugs: Readonly<Record<string, string>> = { Ъ: "er", Ь: "er-malak", [otherSigns]: "other" };

const slugOf = (letter: string): string => ownSlugs[letter] ?? transliterate(letter).toLowerCase();

const found = new WeakMap<Edition, ReadonlyMap<string, readonly PracticeEntry[]>>();

/** Practices by the first letter of their title, in alphabetical order; other signs come last. */
function lettersOf(edition: Edition): ReadonlyMap<string, readonly PracticeEntry[]> {
  const known = found.get(edition);
  if (known) return known;
  const { language, practices } = edition;
  const compare = createComparer(language);
  const keyed = practices.map((entry) => ({ entry, text: entry.item.title.replace(/^[^\p{L}\p{N}]+/u, "") }));
  const sorted = keyed.sort((a, b) => compare(a.text, b.text) || compare(a.entry.item.id, b.entry.item.id));
  const letters = new Map<string, PracticeEntry[]>();
  for (const { entry, text } of sorted) {
    const first = text.charAt(0).toUpperCase();
    const letter = locales[language].writing.alphabet.test(first) ? first : otherSigns;
    const group = letters.get(letter);
    if (group) group.push(entry);
    else letters.set(letter, [entry]);
  }
  const others = letters.get(otherSigns);
  if (others) {
    letters.delete(otherSigns);
    letters.set(otherSigns, others);
  }
  found.set(edition, letters);
  return letters;
}
