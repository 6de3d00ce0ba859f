import type { Language } from "../core/language/language.ts";

/** Texts of the page on which practices stand side by side. */
export interface CompareTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  /** On the page of the selection; leads here. */
  readonly link: string;
  readonly loading: string;
  readonly empty: string;
  readonly missing: (ids: string) => string;
  readonly caption: string;
  readonly rows: Readonly<Record<CompareRow, string>>;
  readonly absent: string;
}

/** What is compared beside the fields that stand after the text. */
export type CompareRow = "where" | "what" | "results" | "practice" | "background";

export const compareTexts: Readonly<Record<Language, CompareTexts>> = {
  bg: {
    title: "Сравнение на практики",
    intro:
      "Две до четири практики една до друга: какво е направено, какво е струвало, какво не се е получило и какво е постигнато.",
    unscripted:
      "Сравнението работи със скрипт, а той е изключен или не се е заредил. Отворете практиките една по една.",
    link: "Сравни ги една до друга",
    loading: "Практиките се зареждат…",
    empty: "Изберете с „За печат“ от две до четири практики и ги сравнете оттам.",
    missing: (ids) => `Не са намерени: ${ids}. Може да ги няма на този език.`,
    caption: "Избраните практики, по една в колона",
    rows: {
      where: "Къде и кога",
      what: "Накратко",
      background: "Предистория",
      practice: "Практика",
      results: "Резултати",
    },
    absent: "не е посочено",
  },
  en: {
    title: "Comparing practices",
    intro:
      "Two to four practices side by side: what was done, what it cost, what did not work out, and what came of it.",
    unscripted:
      "The comparison needs its script, which is switched off or was not loaded. Open the practices one by one.",
    link: "Compare them side by side",
    loading: "The practices are being loaded…",
    empty: "Choose two to four practices with “For print”, and compare them from there.",
    missing: (ids) => `Not found: ${ids}. They may not exist in this language.`,
    caption: "The chosen practices, one in each column",
    rows: {
      where: "Where and when",
      what: "In short",
      background: "Background",
      practice: "Practice",
      results: "Results",
    },
    absent: "not stated",
  },
};
