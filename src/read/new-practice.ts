import { type CalendarDay, yearOf } from "../core/language/calendar-day.ts";
import type { Language } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import { sectionKinds } from "../core/model/body.ts";
import type { Document } from "../core/model/document.ts";
import { locales } from "../locales/locales.ts";
import { composeDocument, type WrittenField } from "./compose-document.ts";
import { sectionKindOf } from "./section-kind.ts";

/** What is known of a practice that is about to be written. */
export interface NewPractice {
  readonly language: Language;
  readonly title: string;
  /** "" if it is not known yet. */
  readonly innovator: string;
  readonly date: CalendarDay;
  readonly municipalities: readonly string[];
  readonly themes: readonly string[];
  readonly projectUrl: string;
}

/** A file that is about to be written. */
export interface NewFile {
  readonly id: string;
  /** Below the content folder: `practices/2016/x.bg.md`. */
  readonly path: string;
  readonly text: string;
}

/**
 * A practice to be filled in: a draft with the expected sections, each with a question or two in the place of its text.
 *
 * @param taken whether an id belongs to another practice; then the year is added, and after that a number
 */
export function composeNewPractice(practice: NewPractice, taken: (id: string) => boolean): NewFile {
  const { language, title, innovator, date, municipalities, themes, projectUrl } = practice;
  const id = chooseId(title, yearOf(date), taken);
  const fields: Record<string, WrittenField> = {
    title,
    innovator: innovator || "-",
    date,
    ...(projectUrl ? { projectUrl } : {}),
    ...(municipalities.length > 0 ? { municipality: oneOrMore(municipalities) } : {}),
    ...(themes.length > 0 ? { themes } : {}),
    // Nothing half-written is published by mistake.
    draft: "true",
  };
  return { id, path: pathOf(id, yearOf(date), language), text: composeDocument(fields, guidance(language)) };
}

/** Fields that say the same in every language. */
const neutral = ["date", "projectUrl", "municipality", "themes", "status", "award", "attachments", "legacy"] as const;

/** The other language version of a practice, to be translated. @param original as its editor wrote it */
export function composeTranslation(original: Document, id: string, language: Language): NewFile {
  const { fields, body } = original;
  const kept = Object.fromEntries(neutral.filter((name) => name in fields).map((name) => [name, fields[name]]));
  const { name, role, organisation, address, ...reachable } = asGroup(fields.contact);
  const contact = Object.keys(reachable).length > 0 ? { contact: reachable } : {};
  const translated = {
    title: String(fields.title ?? ""),
    innovator: String(fields.innovator ?? "-"),
    ...kept,
    ...contact,
    translation: "full",
    draft: "true",
  } as Record<string, WrittenField>;
  const year = /\/(\d{4})\/[^/]+$/.exec(original.path)?.[1] ?? String(fields.date).slice(0, 4);
  return { id, path: pathOf(id, year, language), text: composeDocument(translated, headingsOf(body, language)) };
}

function asGroup(value: unknown): Readonly<Record<string, WrittenField>> {
  return typeof value === "object" && value !== null ? (value as Record<string, WrittenField>) : {};
}

/** The sections of the original in their order; headings that are known in the other language, the rest as they are. */
function headingsOf(body: string, language: Language): string {
  const headings = [...body.matchAll(/^## +(.+?) *#*$/gm)].map(([, title = ""]) => title);
  if (headings.length === 0) return guidance(language);
  const { names, guidance: questions } = locales[language].sections;
  return headings
    .map((title) => {
      const kind = sectionKindOf(title);
      if (kind === "other") return `## ${title}\n`;
      return `## ${names[kind]}\n\n${questions[kind]}\n`;
    })
    .join("\n");
}

function guidance(language: Language): string {
  const { names, guidance: questions } = locales[language].sections;
  return sectionKinds.map((kind) => `## ${names[kind]}\n\n${questions[kind]}\n`).join("\n");
}

function chooseId(title: string, year: string, taken: (id: string) => boolean): string {
  const base = slugify(title, longestId) || "praktika";
  if (!taken(base)) return base;
  const dated = `${base}-${year}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? dated : `${dated}-${number}`;
    if (!taken(id)) return id;
  }
}

/** Room for the year and a number behind it. */
const longestId = 80;

function pathOf(id: string, year: string, language: Language): string {
  return `practices/${year}/${id}.${language}.md`;
}

function oneOrMore(values: readonly string[]): WrittenField {
  return values.length === 1 ? (values[0] ?? "") : values;
}
