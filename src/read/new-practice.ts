import { type CalendarDay, yearOf } from "../core/language/calendar-day.ts";
import type { Language } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { Document } from "../core/model/document.ts";
import type { Field } from "../core/model/fields/field.ts";
import type { ExpectedSection, Vocabulary } from "../core/model/site.ts";
import { sectionsOf, writeSection } from "../locales/sections-of.ts";
import { composeDocument, type WrittenField } from "./compose-document.ts";
import { sectionKindOf } from "./section-kind.ts";

/** What is known of a practice that is about to be written. */
export interface NewPractice {
  readonly language: Language;
  /** Title and date must be known. */
  readonly answers: Readonly<Record<string, string | readonly string[]>> & Readonly<Record<"title" | "date", string>>;
}

/** What an archive says of its practices. */
type Rules = Pick<Vocabulary, "fields" | "site">;

/** A file that is about to be written. */
export interface NewFile {
  readonly id: string;
  /** Below the content folder: `practices/2016/x.bg.md`. */
  readonly path: string;
  readonly text: string;
  /** The id of another practice whose title gives the same id. */
  readonly namesake?: string;
}

/**
 * A practice to be filled in: a draft with the expected sections, each with a question or two in the place of its text.
 *
 * @param taken whether an id belongs to another practice; then the year is added, and after that a number
 */
export function composeNewPractice(
  practice: NewPractice,
  { fields: table, site }: Rules,
  taken: (id: string) => boolean,
): NewFile {
  const { language, answers } = practice;
  const title = answers.title.normalize("NFC").replace(/\s+/g, " ");
  const year = yearOf(answers.date as CalendarDay);
  const base = slugify(title, maxIdLength) || "praktika";
  const id = chooseId(base, year, taken);
  const given: Readonly<Record<string, string | readonly string[]>> = { ...answers, title };
  const fields = table.flatMap((field) => writtenField(field, given[field.name] ?? ""));
  // Nothing half-written is published by mistake.
  const draft = { ...Object.fromEntries(fields), draft: "true" };
  const text = composeDocument(draft, guidanceOf(sectionsOf(site), language));
  return { id, path: pathOf(id, year, language), text, ...(id === base ? {} : { namesake: base }) };
}

/** The other language version of a practice, to be translated. @param original as its editor wrote it */
export function composeTranslation(
  original: Document,
  { id, language }: { readonly id: string; readonly language: Language },
  { fields: table, site }: Rules,
): NewFile {
  const { fields, body } = original;
  const translated = {
    title: String(fields.title ?? ""),
    innovator: String(fields.innovator ?? "-"),
    ...sharedFields(table, fields),
    // The editor says how much of it is translated when it is.
    translation: "",
    draft: "true",
  } as Record<string, WrittenField>;
  const year = /\/(\d{4})\/[^/]+$/.exec(original.path)?.[1] ?? String(fields.date).slice(0, 4);
  return {
    id,
    path: pathOf(id, year, language),
    text: composeDocument(translated, headingsOf(body, language, sectionsOf(site))).replace(
      /^translation: .*$/m,
      "translation:",
    ),
  };
}

/** The fields that say the same in every language, then of other groups the members that do. */
function sharedFields(table: readonly Field[], written: Document["fields"]): Readonly<Record<string, unknown>> {
  const whole = table.filter(({ name, shared }) => shared && name in written).map(({ name }) => [name, written[name]]);
  const parts = table.flatMap((field) => {
    if (field.shared || field.kind !== "group") return [];
    const isOwn = (name: string): boolean => field.fields.some((member) => member.name === name && !member.shared);
    const members = Object.entries(asGroup(written[field.name])).filter(([name]) => !isOwn(name));
    return members.length > 0 ? [[field.name, Object.fromEntries(members)]] : [];
  });
  return Object.fromEntries([...whole, ...parts]);
}

function asGroup(value: unknown): Readonly<Record<string, WrittenField>> {
  return typeof value === "object" && value !== null ? (value as Record<string, WrittenField>) : {};
}

/** The sections of the original in their order; headings that are known in the other language, the rest as they are. */
function headingsOf(body: string, language: Language, sections: readonly ExpectedSection[]): string {
  const headings = [...body.matchAll(/^## +(.+?) *#*$/gm)].map(([, title = ""]) => title);
  if (headings.length === 0) return guidanceOf(sections, language);
  return headings
    .map((title) => {
      const kind = sectionKindOf(title, sections);
      const known = sections.find(({ name }) => name === kind);
      return known ? writeSection(known, language) : `## ${title}\n`;
    })
    .join("\n");
}

function guidanceOf(sections: readonly ExpectedSection[], language: Language): string {
  return sections.map((section) => writeSection(section, language)).join("\n");
}

function chooseId(base: string, year: string, taken: (id: string) => boolean): string {
  if (!taken(base)) return base;
  const dated = `${base}-${year}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? dated : `${dated}-${number}`;
    if (!taken(id)) return id;
  }
}

/** Room for the year and a number behind it. */
const maxIdLength = 80;

function pathOf(id: string, year: string, language: Language): string {
  return `practices/${year}/${id}.${language}.md`;
}

/** A field as it goes into the file, if there is something to write. A list called by the name of one item may be that item. */
function writtenField(
  { name, need, property }: Field,
  answer: string | readonly string[],
): readonly (readonly [name: string, value: WrittenField])[] {
  // What must be stated waits for its value in the file.
  if (answer.length === 0) return need === undefined ? [] : [[name, need === "named" ? "-" : ""]];
  const [only] = answer;
  const isOne = property !== undefined && typeof answer !== "string" && answer.length === 1;
  return [[name, isOne && only !== undefined ? only : answer]];
}
