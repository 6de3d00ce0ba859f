/**
 * The languages that an archive can be in. For another one: its tag here, its folder in src/locales and its lines in
 * `locales.ts` and `endpoint.ts` there. The tags stand here and not in the record of locales because everything needs the type,
 * also what must not load a text; the compiler then asks for the folder where it is missing.
 */
export const languages = ["bg", "en"] as const;
export type Language = (typeof languages)[number];

/** The languages of a site that does not name any. */
export const usualLanguages: readonly [Language, ...Language[]] = ["bg", "en"];

/** What is written for readers of whom nothing is known. */
export const worldLanguage: Language = "en";

/** Where a language is written in several ways, the one that the archive follows. */
const regions: Readonly<Partial<Record<Language, string>>> = { en: "en-GB" };

/** A text in some of the languages. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** A value for each language. */
export function perLanguage<Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Value>;
}

/** The text in the wanted language, else in the first that has one, else "". */
export function localize(text: LocalizedText | undefined, language: Language): string {
  if (text === undefined) return "";
  return text[language] ?? languages.map((other) => text[other]).find((other) => other !== undefined) ?? "";
}

/** The language as `Intl` knows it (BCP 47): `bg`, `en-GB`. */
export function tagOf(language: Language): string {
  return regions[language] ?? language;
}

const countryTags = /* @__PURE__ */ perLanguage((language): string => {
  const { language: name, region } = new Intl.Locale(tagOf(language)).maximize();
  return `${name}_${region}`;
});

/** Language and country as Open Graph writes them: `bg_BG`, `en_GB`. */
export function countryTagOf(language: Language): string {
  return countryTags[language];
}

/** The alphabet of a language; others than these two are not set in our fonts. */
export type Script = "Cyrl" | "Latn";

const scripts = /* @__PURE__ */ perLanguage(
  (language): Script => (new Intl.Locale(language).maximize().script === "Cyrl" ? "Cyrl" : "Latn"),
);

export function scriptOf(language: Language): Script {
  return scripts[language];
}

/** The first language that is written in a script. */
export function languageOfScript(script: Script): Language {
  return languages.find((language) => scriptOf(language) === script) ?? worldLanguage;
}

/** What a language is called in another: „английски“ is English in Bulgarian. */
export function nameOfLanguage(named: Language, language: Language): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(named) ?? named;
}

/** The beginning of a name has at least so many letters. */
const minLetters = 3;

/** The language that a word names by its tag, by its name in any language, or by an abbreviation of that: “EN”, “англ.”. */
export function languageNamed(word: string): Language | undefined {
  const wanted = word.trim().replace(/\.$/, "").toLowerCase();
  const isMeant = (name: string): boolean => wanted.length >= minLetters && name.toLowerCase().startsWith(wanted);
  return languages.find(
    (named) => wanted === named || languages.some((language) => isMeant(nameOfLanguage(named, language))),
  );
}
