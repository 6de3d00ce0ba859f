import type { Language } from "../core/language/language.ts";

/** Chooses the form of a word that goes with a number. */
export type ChooseForm = (count: number, one: string, other: string) => string;

/** The rule of a language for numbers and words (CLDR); a language with more forms than two needs a wider one. */
export function createFormChooser(language: Language): ChooseForm {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => (rules.select(count) === "one" ? one : other);
}
