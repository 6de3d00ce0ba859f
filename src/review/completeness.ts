import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import { type Body, sectionKinds } from "../core/model/body.ts";
import { arrange } from "../core/model/fields/arrange.ts";
import { readField } from "../core/model/fields/complete-record.ts";
import type { Field } from "../core/model/fields/field.ts";
import { type PracticeField, practiceFields } from "../core/model/fields/practice-fields.ts";
import type { Practice } from "../core/model/practice.ts";

/** Something that a practice may say of itself, beside what it must. */
export type WantedPart =
  | { readonly name: (typeof sectionKinds)[number] | "translation"; readonly field?: undefined }
  | { readonly name: string; readonly field: Field };

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
export function listWantedParts(fields: readonly Field[] = practiceFields): readonly WantedPart[] {
  const wanted = fields.filter((field) => field.wanted).map((field) => ({ name: field.name, field }));
  return [
    ...sectionKinds.map((name) => ({ name })),
    ...arrange(wanted, order, ({ name }) => name),
    { name: "translation" },
  ];
}

/** What each practice lacks, the least complete first. @param bodyOf the rendered text of a file */
export function measureCompleteness(
  archive: Archive,
  bodyOf: (file: string) => Body,
  parts: readonly WantedPart[] = listWantedParts(),
): readonly Completeness[] {
  const practices = [...archive.editions.values()].flatMap((edition) => edition.practices);
  const has = ({ name, field }: WantedPart, { item }: PracticeEntry): boolean => {
    if (field) return isStated(field, item);
    if (name === "translation")
      return [...archive.editions.values()].every(({ practicesById }) => practicesById.has(item.id));
    return bodyOf(item.file).sections.some(({ kind }) => kind === name);
  };
  return practices
    .map((entry) => ({ entry, missing: parts.filter((part) => !has(part, entry)) }))
    .sort((a, b) => b.missing.length - a.missing.length || (a.entry.item.file < b.entry.item.file ? -1 : 1));
}

function isStated(field: Field, item: Practice): boolean {
  // Nobody has found out.
  if (field.name === "status" && item.status?.state === "unknown") return false;
  const value = readField(item, field);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
