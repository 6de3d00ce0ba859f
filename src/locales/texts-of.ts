import { type Language, perLanguage } from "../core/language/language.ts";
import type { PracticeFieldText } from "./field-texts.ts";
import { locales } from "./locales.ts";
import type { SiteTexts } from "./types/site.ts";

/** The headings of fields are texts as well: a template finds that of `cost` as `t.cost`. */
const withHeadings = perLanguage((language): SiteTexts => ({ ...headingsOf(language), ...locales[language].site }));

function headingsOf(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(practiceTextsOf(language)).flatMap(([name, { heading }]) => (heading ? [[name, heading]] : [])),
  );
}

/** The texts of the site in a language. */
export function textsOf(language: Language): SiteTexts {
  return withHeadings[language];
}

/** The texts of the fields of a practice, by the path of the field, such as `contact.email`. */
export function practiceTextsOf(language: Language): Readonly<Record<string, PracticeFieldText>> {
  return locales[language].fields.practice;
}
