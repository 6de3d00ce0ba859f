import { permalinks } from "../../archive/permalinks.ts";
import { yearOf } from "../../core/language/calendar-day.ts";
import { createComparer } from "../../core/language/collate.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import { transliterate } from "../../core/language/transliterate.ts";
import type { Edition, PracticeEntry } from "../../core/model/archive.ts";
import { locales } from "../../locales/locales.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { placeNames } from "../kit/place-name.ts";

/** With more practices than this each letter has a page of its own. */
const pageSize = 300;

/** All titles in alphabetical order, in plain lists: to look through, to print, and for readers without script. */
export const titleIndex: Output = {
  kind: "title-index",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  plan: perEdition("title-index", (edition) => {
    const { language, practices } = edition;
    if (practices.length === 0) return [];
    const letters = practices.length > pageSize ? listLetters(edition) : [];
    return [undefined, ...letters].map((letter) => ({
      permalink: permalinks.titleIndex(language, letter && slugOf(letter)),
      key: letter ?? "",
    }));
  }),
  render: (route, context) => {
    const { language, key } = route;
    const edition = editionOf(context, language);
    const letters = titlesByLetter(language, context);
    const isOnePage = edition.practices.length <= pageSize;
    const t = textsOf(language, context.archive);
    const link = relativeUrlFor(route, context);
    const nameOf = (letter: string): string => (letter === otherSigns ? t.search.otherSigns : letter);
    const title = key === "" ? t.search.indexTitle : `${t.search.indexTitle}: ${nameOf(key)}`;
    const head = { title, description: t.search.indexIntro };
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

/** What practices by letter are kept as. */
export const letterKind = "titles by letter";

/** The practices of an edition by the first letter of their title. @param key its language */
export function titlesByLetter(key: string, context: RenderContext): ReadonlyMap<string, readonly PracticeEntry[]> {
  return context.memo(letterKind, key, () => groupByLetter(editionOf(context, key as Language)));
}

/** The first letters of titles, in alphabetical order; other signs come last. */
function listLetters({ language, practices }: Edition): readonly string[] {
  const letters = new Set(practices.map(({ item }) => letterOf(sortedAs(item.title), language)));
  const hasOthers = letters.delete(otherSigns);
  return [...[...letters].sort(createComparer(language)), ...(hasOthers ? [otherSigns] : [])];
}

/** Practices by the first letter of their title, all in alphabetical order. */
function groupByLetter(edition: Edition): ReadonlyMap<string, readonly PracticeEntry[]> {
  const { language, practices } = edition;
  const compare = createComparer(language);
  const keyed = practices.map((entry) => ({ entry, id: entry.item.id, text: sortedAs(entry.item.title) }));
  const letters = new Map(listLetters(edition).map((letter): [string, PracticeEntry[]] => [letter, []]));
  for (const { entry, text } of keyed.sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id)))
    letters.get(letterOf(text, language))?.push(entry);
  return letters;
}

/** A title without the signs before its first word. */
const sortedAs = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, "");

function letterOf(text: string, language: Language): string {
  const first = text.charAt(0).toUpperCase();
  return locales[language].writing.alphabet.test(first) ? first : otherSigns;
}
