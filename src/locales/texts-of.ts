import { type Language, languages } from "../core/language/language.ts";
import { bg } from "./bg/site.ts";
import { en } from "./en/site.ts";
import { practiceTextsOf } from "./field-texts.ts";
import type { SiteTexts } from "./site-texts.ts";

const catalogues: Readonly<Record<Language, SiteTexts>> = { bg, en };

/** The headings of fields are texts as well: a template finds that of `cost` as `t.cost`. */
const withHeadings = Object.fromEntries(
  languages.map((language) => [language, { ...headingsOf(language), ...catalogues[language] }]),
) as Record<Language, SiteTexts>;

function headingsOf(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(practiceTextsOf(language)).flatMap(([name, { heading }]) => (heading ? [[name, heading]] : [])),
  );
}

/** The texts of the site in a language. */
export function textsOf(language: Language): SiteTexts {
  return withHeadings[language];
}
