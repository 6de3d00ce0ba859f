import { type Language, localize, perLanguage } from "../core/language/language.ts";
import type { Field } from "../core/model/fields/field.ts";
import { practiceFields } from "../core/model/fields/practice-fields.ts";
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

/** The texts of the fields of a practice, by the path of the field, such as `contact.email`: those of the locale, and what the archive says instead. */
export function practiceTextsOf(
  language: Language,
  fields: readonly Field[] = practiceFields,
): Readonly<Record<string, PracticeFieldText>> {
  const known: Readonly<Record<string, PracticeFieldText>> = locales[language].fields.practice;
  const own = fields
    .filter(({ label, hint }) => label || hint)
    .map((field) => [field.name, textOf(field, known[field.name], language)]);
  return { ...known, ...Object.fromEntries(own) };
}

/** What is said of a field that the archive has named. */
function textOf(field: Field, known: PracticeFieldText | undefined, language: Language): PracticeFieldText {
  const hint = localize(field.hint, language) || known?.hint || "";
  if (!field.label) return { ...known, label: known?.label ?? field.name, hint };
  const label = localize(field.label, language);
  return {
    ...known,
    label,
    hint,
    heading: label,
    compared: label,
    wanted: label.charAt(0).toLowerCase() + label.slice(1),
    question: label,
    data: known?.data ?? `${hint || label}.`.replace(/([.!?])\.$/, "$1"),
  };
}
