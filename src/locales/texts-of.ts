import type { Language } from "../core/language/language.ts";
import { locales } from "./locales.ts";
import type { SiteTexts } from "./types/site.ts";

/** The texts of the site in a language. */
export function textsOf(language: Language): SiteTexts {
  return locales[language].site;
}
