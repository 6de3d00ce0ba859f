/** The languages of an archive. */
export const languages = ["bg", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in one or both languages. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The text in the wanted language, else in the other one, else "". */
export function localize(text: LocalizedText | undefined, language: Language): string {
  return text?.[language] ?? text?.bg ?? text?.en ?? "";
}
