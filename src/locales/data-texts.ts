import type { Language } from "../core/language/language.ts";

/** Columns of the open data that are no fields of a practice. */
export type ComputedColumn = "id" | "language" | "provinces" | "nominations" | "url";

/** Texts of the page of the open data. */
export interface DataTexts {
  readonly title: string;
  readonly intro: string;
  readonly filesTitle: string;
  readonly files: Readonly<Record<string, string>>;
  readonly fieldsTitle: string;
  readonly fieldsIntro: string;
  readonly fieldColumn: string;
  readonly typeColumn: string;
  readonly meaningColumn: string;
  readonly types: Readonly<Record<"string" | "date" | "integer" | "boolean" | "list", string>>;
  /** What the columns hold that are no fields of a practice. */
  readonly fields: Readonly<Record<ComputedColumn, string>>;
  readonly usage: string;
}

export const dataTexts: Readonly<Record<Language, DataTexts>> = {
  bg: {
    title: "Отворени данни",
    intro:
      "Целият архив като данни: за таблици, карти, библиотечни каталози и програми. Файловете се обновяват с всяко публикуване.",
    filesTitle: "Файлове",
    files: {
      "practices.csv": "таблица за Excel, LibreOffice и подобни; по един ред за всяка практика на всеки език",
      "practices.json": "същите данни за програми",
      "practices.jsonl": "същите данни, по един запис на ред",
      "practices.geojson": "практиките като точки на карта – средата на всяка община",
      "datapackage.json": "описание на полетата (Data Package)",
      "catalog.jsonld": "описание за портали за отворени данни (DCAT-AP)",
      "oai.xml": "записи за библиотечни каталози (OAI-PMH, статично хранилище, Dublin Core)",
      SHA256SUMS: "контролни суми: дали изтегленото е цяло",
    },
    fieldsTitle: "Полета",
    fieldsIntro: "Празно поле значи, че архивът не казва. В таблицата стойностите на списъците са разделени с „ | “.",
    fieldColumn: "Поле",
    typeColumn: "Вид",
    meaningColumn: "Какво съдържа",
    types: { string: "текст", date: "дата", integer: "цяло число", boolean: "да или не", list: "списък" },
    fields: {
      id: "Името на практиката в адреса ѝ; еднакво на всички езици и никога не се сменя.",
      language: "Езикът на записа: bg или en.",
      provinces: "Областите на тези общини, по техните кодове.",
      nominations: "Броят номинации от читатели, ако сайтът ги показва.",
      url: "Страницата с пълния текст.",
    },
    usage: "Текстовете се ползват по лиценза на сайта; посочете архива като източник.",
  },
  en: {
    title: "Open data",
    intro:
      "The whole archive as data: for tables, maps, library catalogues and programs. The files are renewed with every publication.",
    filesTitle: "Files",
    files: {
      "practices.csv": "a table for Excel, LibreOffice and the like; a line for each practice and language",
      "practices.json": "the same data for programs",
      "practices.jsonl": "the same data, a record a line",
      "practices.geojson": "practices as points on a map, in the middle of each municipality",
      "datapackage.json": "a description of the fields (Data Package)",
      "catalog.jsonld": "a description for portals of open data (DCAT-AP)",
      "oai.xml": "records for library catalogues (OAI-PMH static repository, Dublin Core)",
      SHA256SUMS: "checksums: whether what you downloaded is whole",
    },
    fieldsTitle: "Fields",
    fieldsIntro:
      "An empty field means that the archive does not say. In the table the values of lists are divided by “ | ”.",
    fieldColumn: "Field",
    typeColumn: "Kind",
    meaningColumn: "What it holds",
    types: { string: "text", date: "date", integer: "whole number", boolean: "yes or no", list: "list" },
    fields: {
      id: "The name of the practice in its address; the same in all languages, and it never changes.",
      language: "The language of the record: bg or en.",
      provinces: "The provinces of these municipalities, by their codes.",
      nominations: "Nominations by readers, if the site shows them.",
      url: "The page with the full text.",
    },
    usage: "The texts may be used under the licence of the site; name the archive as their source.",
  },
};
