import type { Language } from "../core/language/language.ts";
import { bg } from "./bg/site.ts";
import { en } from "./en/site.ts";
import type { SiteTexts } from "./site-texts.ts";

const catalogues: Readonly<Record<Language, SiteTexts>> = { bg, en };

/** The texts of the site in a language. */
export function textsOf(language: Language): SiteTexts {
  return catalogues[language];
}
