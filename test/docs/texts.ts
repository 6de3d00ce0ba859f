import type { Language } from "../../src/core/language/language.ts";
import type { FieldText } from "../../src/locales/field-text.ts";
import { locales } from "../../src/locales/locales.ts";
import type { CliTexts } from "../../src/locales/types/cli.ts";

/** How documents call a language: its English name. */
export const nameLanguage = (language: Language): string =>
  new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;

export const cliTexts = (language: Language): CliTexts => locales[language].cli;

/** Labels and hints of the settings of a site or of a row of fields.yaml, by their paths. */
export const settingTexts = (language: Language, of: "site" | "row"): Readonly<Record<string, FieldText>> =>
  locales[language].fields[of];
