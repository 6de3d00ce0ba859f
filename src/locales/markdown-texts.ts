import type { Language } from "../core/language/language.ts";

/** What a screen reader says of parts that Markdown has no words for. */
interface BodyTexts {
  readonly table: string;
  readonly footnotes: string;
  /** Of the arrow from a footnote back to the text. */
  readonly backToText: string;
}

export const bodyTexts: Readonly<Record<Language, BodyTexts>> = {
  bg: { table: "Таблица", footnotes: "Бележки", backToText: "Обратно към текста" },
  en: { table: "Table", footnotes: "Notes", backToText: "Back to the text" },
};
