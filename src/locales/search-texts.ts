import type { Language } from "../core/language/language.ts";
import type { FacetName } from "../pages/search/engine/index-format.ts";

/** Texts of the search and of the alphabetical index. Those that a script completes get names in braces. */
export interface SearchTexts {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** Seen where there is no script. */
  readonly unscripted: string;
  readonly narrow: string;
  readonly facets: Readonly<Record<FacetName, string>>;
  readonly any: string;
  readonly awarded: string;
  readonly alsoIn: (language: string) => string;
  readonly found: (count: string) => string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly haveSome: string;
  readonly replaced: (word: string) => string;
  readonly absent: (word: string) => string;
  /** A phrase is looked for in the best practices only. */
  readonly phraseLimit: string;
  readonly more: string;
  readonly clear: string;
  readonly loading: string;
  readonly failed: string;
  readonly results: string;
  readonly indexTitle: string;
  readonly indexIntro: string;
  readonly letters: string;
  /** Titles that begin with none of the alphabet's letters. */
  readonly otherSigns: string;
}

export const searchTexts: Readonly<Record<Language, SearchTexts>> = {
  bg: {
    title: "Търсене",
    intro: "Търсене в текста на всички практики, по тема, година, място и иноватор.",
    label: "Какво търсите?",
    hint: "Думите се намират във всичките си форми, и на латиница: obshtina или ob6tina. Точен израз – в кавички.",
    submit: "Търси",
    unscripted:
      "Търсенето работи със скрипт, а той е изключен или не се е заредил. Всяка практика се намира и по тези списъци:",
    narrow: "Ограничете до",
    facets: {
      theme: "Тема",
      year: "Година",
      province: "Област",
      municipality: "Община",
      innovator: "Иноватор",
      status: "Състояние",
      award: "Награда",
      language: "Език",
    },
    any: "всички",
    awarded: "с награда",
    alsoIn: (language) => `има и на ${language}`,
    found: (count) => `${count} ${count === "1" ? "практика" : "практики"}`,
    nothing: "Няма такива практики.",
    nothingHint: "Опитайте с по-малко думи, с друга дума за същото или махнете някое от ограниченията.",
    haveSome: "Никоя практика няма всички думи; тези имат част от тях.",
    replaced: (word) => `„${word}“ не се среща; показано е най-близкото.`,
    absent: (word) => `„${word}“ не се среща.`,
    phraseLimit: "Изразът е търсен в първите сто практики с тези думи.",
    more: "Покажи още",
    clear: "Изчисти всичко",
    loading: "Зарежда се…",
    failed: "Указателят на търсенето не се зареди. Проверете връзката и презаредете страницата.",
    results: "Намерени практики",
    indexTitle: "Азбучен указател",
    indexIntro: "Заглавията на всички практики по азбучен ред.",
    letters: "Букви",
    otherSigns: "0–9",
  },
  en: {
    title: "Search",
    intro: "Search the text of all practices, by theme, year, place and innovator.",
    label: "What are you looking for?",
    hint: "Words are found in all their forms. Put an exact phrase in quotation marks.",
    submit: "Search",
    unscripted:
      "The search needs its script, which is switched off or was not loaded. Every practice can be found by these lists as well:",
    narrow: "Narrow down to",
    facets: {
      theme: "Theme",
      year: "Year",
      province: "Province",
      municipality: "Municipality",
      innovator: "Innovator",
      status: "Status",
      award: "Award",
      language: "Language",
    },
    any: "all",
    awarded: "with an award",
    alsoIn: (language) => `also in ${language}`,
    found: (count) => `${count} ${count === "1" ? "practice" : "practices"}`,
    nothing: "There is no such practice.",
    nothingHint: "Try fewer words or another word for the same, or remove one of the restrictions.",
    haveSome: "No practice has all the words; these have some of them.",
    replaced: (word) => `“${word}” does not occur; the nearest is shown.`,
    absent: (word) => `“${word}” does not occur.`,
    phraseLimit: "The phrase was looked for in the first hundred practices with these words.",
    more: "Show more",
    clear: "Clear everything",
    loading: "Loading…",
    failed: "The index of the search was not loaded. Check your connection and load the page again.",
    results: "Practices found",
    indexTitle: "Alphabetical index",
    indexIntro: "The titles of all practices in alphabetical order.",
    letters: "Letters",
    otherSigns: "0–9",
  },
};
