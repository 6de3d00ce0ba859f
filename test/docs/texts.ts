import { cliTextsOf } from "../../src/cli/terminal.ts";
import type { Language } from "../../src/core/language/language.ts";
import { type FieldText, fieldTexts } from "../../src/locales/field-texts.ts";

/** How documents call a language: its English name. */
export const nameLanguage = (language: Language): string =>
  new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;

export const cliTexts = cliTextsOf;

/** Labels and hints of the settings of a site, by their paths. */
export const settingTexts = (language: Language): Readonly<Record<string, FieldText>> => fieldTexts[language].site;
