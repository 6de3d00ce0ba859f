import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import type { Body } from "../core/model/body.ts";
import { arrange } from "../core/model/fields/arrange.ts";
import { readField } from "../core/model/fields/complete-record.ts";
import type { Field } from "../core/model/fields/field.ts";
import type { PracticeField } from "../core/model/fields/practice-fields.ts";
import type { Practice } from "../core/model/practice.ts";
import type { ExpectedSection } from "../core/model/site.ts";
import { sectionsOf } from "../locales/sections-of.ts";

/** An optional part that makes a practice complete. */
export interface WantedPart {
  readonly name: string;
  readonly section?: ExpectedSection;
  readonly field?: Field;
}

export interface Completeness {
  readonly entry: PracticeEntry;
  readonly missing: readonly WantedPart[];
}

/** The order of the report: what says what a practice is, then what helps to copy it. */
const order: readonly PracticeField["name"][] = [
  "summary",
  "innovator",
  "municipality",
  "themes",
  "status",
  "cost",
  "lessons",
  "contact",
];

/** The sections, the fields that their table wants, and the other languages. */
export function listWantedParts({ fields, site }: Pick<Archive, "fields" | "site">): readonly WantedPart[] {
  const wanted = fields.filter((field) => field.wanted).map((field) => ({ name: field.name, field }));
  return [
    ...sectionsOf(site).flatMap((section) => (section.wanted ? [{ name: section.name, section }] : [])),
    ...arrange(wanted, order, ({ name }) => name),
    ...(site.languages.length > 1 ? [{ name: "translation" }] : []),
  ];
}

/**
 * Lists the missing parts of each practice, the least complete practice first.
 * @param bodyOf gives the rendered text of a file
 */
export function measureCompleteness(
  archive: Archive,
  bodyOf: (file: string) => Body,
  parts: readonly WantedPart[] = listWantedParts(archive),
): readonly Completeness[] {
  const practices = [...archive.editions.values()].flatMap((edition) => edition.practices);
  const sources = { archive, bodyOf };
  return practices
    .map((entry) => ({ entry, missing: parts.filter((part) => !hasPart(part, entry, sources)) }))
    .sort((a, b) => b.missing.length - a.missing.length || (a.entry.item.file < b.entry.item.file ? -1 : 1));
}

interface Sources {
  readonly archive: Archive;
  readonly bodyOf: (file: string) => Body;
}

function hasPart({ name, field }: WantedPart, { item }: PracticeEntry, { archive, bodyOf }: Sources): boolean {
  if (field) return isStated(field, item);
  if (name === "translation")
    return [...archive.editions.values()].every(({ practicesById }) => practicesById.has(item.id));
  return bodyOf(item.file).sections.some(({ kind }) => kind === name);
}

function isStated(field: Field, item: Practice): boolean {
  // An unknown state is no statement.
  if (field.name === "status" && item.status?.state === "unknown") return false;
  const value = readField(item, field);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
