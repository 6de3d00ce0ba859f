import type { Language } from "../core/language/language.ts";

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
  readonly types: Readonly<Record<"string" | "date" | "year" | "integer" | "list", string>>;
  /** What each field of the data holds; the names are those of `dataFields`, which a test holds them to. */
  readonly fields: Readonly<Record<string, string>>;
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
    types: { string: "текст", date: "дата", year: "година", integer: "цяло число", list: "списък" },
    fields: {
      id: "Името на практиката в адреса ѝ; еднакво на всички езици и никога не се сменя.",
      language: "Езикът на записа: bg или en.",
      title: "Заглавието.",
      innovator: "Кой я е направил.",
      date: "Денят на публикацията в архива.",
      summary: "Резюмето или началото на текста.",
      themes: "Темите, по техните имена в адресите.",
      municipalities: "Общините, по кодовете от ЕКАТТЕ.",
      provinces: "Областите на тези общини, по техните кодове.",
      status: "active – действа, ended – приключила, unknown – неизвестно.",
      statusChecked: "Кога състоянието е проверено за последен път.",
      cost: "Колко е струвала.",
      lessons: "Какво не се е получило.",
      awards: "Наградите, с годината в скоби.",
      adoptedFrom: "Откъде е заимствана: името на практика от архива или текст.",
      adoptedBy: "Кой още я прилага: името на практика от архива или текст.",
      nominations: "Броят номинации от читатели, ако сайтът ги показва.",
      projectUrl: "Собствената страница на проекта.",
      translation: "full – пълен превод, short – съкратен, machine – машинен; празно за оригинал.",
      legacyId: "Номерът в стария архив.",
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
    types: { string: "text", date: "date", year: "year", integer: "whole number", list: "list" },
    fields: {
      id: "The name of the practice in its address; the same in all languages, and it never changes.",
      language: "The language of the record: bg or en.",
      title: "The title.",
      innovator: "Who did it.",
      date: "The day of publication in the archive.",
      summary: "The summary, or the beginning of the text.",
      themes: "The themes, by their names in addresses.",
      municipalities: "The municipalities, by their codes in EKATTE.",
      provinces: "The provinces of these municipalities, by their codes.",
      status: "active, ended or unknown.",
      statusChecked: "When the status was last checked.",
      cost: "What it cost.",
      lessons: "What did not work out.",
      awards: "Awards, with the year in brackets.",
      adoptedFrom: "Where it was taken from: the name of a practice of the archive, or text.",
      adoptedBy: "Who else applies it: the name of a practice of the archive, or text.",
      nominations: "Nominations by readers, if the site shows them.",
      projectUrl: "The project's own page.",
      translation: "full, short or machine for a translation; empty for an original.",
      legacyId: "The number in the old archive.",
      url: "The page with the full text.",
    },
    usage: "The texts may be used under the licence of the site; name the archive as their source.",
  },
};
