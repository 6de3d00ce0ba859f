import {
  isLanguage,
  type Language,
  type LocalizedText,
  localize,
  nameOfLanguage,
  perLanguage,
} from "../core/language/language.ts";
import type { Field } from "../core/model/fields/field.ts";
import { practiceFields } from "../core/model/fields/practice-fields.ts";
import type { Site } from "../core/model/site.ts";
import { endpointTexts } from "./endpoint.ts";
import type { PracticeFieldText } from "./field-texts.ts";
import type { Locale } from "./locale.ts";
import { locales } from "./locales.ts";
import { bindTexts, replaceTexts } from "./own-texts.ts";
import type { EndpointTexts } from "./types/endpoint.ts";
import type { SiteTexts } from "./types/site.ts";

/** Everything that readers of a site are told. */
export type ReaderTexts = SiteTexts &
  Pick<Locale, "compare" | "data" | "offline"> & { readonly endpoint: Omit<EndpointTexts, "clips"> };

/** What an archive may say of its texts: it replaces some, and gives fields names of its own. */
export interface Speaker {
  readonly site: Pick<Site, "texts">;
  readonly fields: readonly Field[];
}

/** What an archive says that has no texts of its own; the headings of fields are texts as well: a template finds that of `cost` as `t.cost`. */
export const usualTexts = perLanguage((language): ReaderTexts => {
  const { site, compare, data, offline } = locales[language];
  const { clips: _, ...endpoint } = endpointTexts[language];
  return bindTexts({
    ...headingsOf(practiceTextsOf(language, practiceFields)),
    ...site,
    compare,
    data,
    offline,
    endpoint,
  });
});

function headingsOf(texts: Readonly<Record<string, PracticeFieldText>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, { heading }]) => (heading ? [[name, heading]] : [])));
}

/** Where the name of a built-in field stands beside its text of the same name. */
const namesOfFields: Readonly<Record<string, readonly string[]>> = {
  innovator: ["search.facets.innovator"],
  municipality: ["place", "search.facets.municipality"],
  themes: ["search.facets.theme"],
  award: ["awards"],
  projectUrl: ["projectPage"],
};

/** The texts of a site in a language. */
export function textsOf(language: Language, { site, fields }: Speaker): ReaderTexts {
  const usual = usualTexts[language];
  const named = fields.filter(({ label, name }) => label && builtIn.has(name));
  const names = named.flatMap(({ name, label = {} }) =>
    [name, ...(namesOfFields[name] ?? [])].map((key) => [key, inForms(label)] as const),
  );
  const own = { ...Object.fromEntries(names), ...site.texts };
  return Object.keys(own).length === 0 ? usual : replaceTexts(usual, own, language);
}

/** A name is the same for one and for several. */
function inForms(label: LocalizedText): Site["texts"][string] {
  return Object.fromEntries(Object.entries(label).map(([language, text]) => [language, { one: text, other: text }]));
}

const builtIn: ReadonlySet<string> = new Set(practiceFields.map(({ name }) => name));

/** The texts of the fields of a practice, by the path of the field, such as `contact.email`: those of the locale, and what the archive says instead. */
export function practiceTextsOf(
  language: Language,
  fields: readonly Field[],
): Readonly<Record<string, PracticeFieldText>> {
  const known: Readonly<Record<string, PracticeFieldText>> = locales[language].fields.practice;
  const own = fields
    .filter(({ label, hint }) => label || hint)
    .map((field) => [field.name, textOf(field, known[field.name], language)]);
  return { ...known, ...Object.fromEntries(own) };
}

/** What a value of a choice is called, such as `active` or the tag of a language; undefined if it has no name. */
export function nameOfChoice(value: string, language: Language): string | undefined {
  return isLanguage(value) ? nameOfLanguage(value, language) : locales[language].fields.choices[value];
}

/** What is said of a field that the archive has named. */
function textOf(field: Field, known: PracticeFieldText | undefined, language: Language): PracticeFieldText {
  const ownHint = localize(field.hint, language);
  const hint = ownHint || known?.hint || "";
  const data = (said: string): string => said.replace(/\.?$/, ".");
  if (!field.label)
    return { ...known, label: known?.label ?? field.name, hint, ...(ownHint && { data: data(ownHint) }) };
  const label = localize(field.label, language);
  return {
    ...known,
    label,
    hint,
    heading: label,
    compared: label,
    wanted: label.charAt(0).toLowerCase() + label.slice(1),
    question: label,
    data: data(ownHint || label),
  };
}
