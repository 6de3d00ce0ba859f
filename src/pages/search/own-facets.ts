import { type CalendarDay, yearOf } from "../../core/language/calendar-day.ts";
import { createComparer } from "../../core/language/collate.ts";
import type { Language } from "../../core/language/language.ts";
import { nameKey } from "../../core/language/names.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import { type FacetName, facetNames } from "../../core/model/facets.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import type { Field, ValueType } from "../../core/model/fields/field.ts";
import type { PracticeField } from "../../core/model/fields/practice-fields.ts";
import type { Practice } from "../../core/model/practice.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import { sayValue } from "../kit/say-value.ts";

/** The field that a facet narrows down by; those without one are of every practice. */
const fieldsOfFacets: Readonly<Partial<Record<FacetName, PracticeField["name"]>>> = {
  theme: "themes",
  municipality: "municipality",
  province: "municipality",
  innovator: "innovator",
  status: "status",
  award: "award",
};

/** What the program can narrow down by, as far as the archive has it. */
export function usualFacets({ site, fields }: Pick<Archive, "site" | "fields">): readonly FacetName[] {
  const has = (facet: FacetName): boolean => {
    const field = fieldsOfFacets[facet];
    if (facet === "language") return site.languages.length > 1;
    return field === undefined || fields.some(({ name }) => name === field);
  };
  return facetNames.filter(has);
}

/** By which of its fields an archive narrows a search down, with their labels. */
export function ownFacets(fields: readonly Field[], language: Language) {
  const texts = practiceTextsOf(language, fields);
  return fields.filter(({ filter }) => filter).map(({ name }) => ({ name, label: texts[name]?.label ?? name }));
}

type KeyAndLabel = readonly [key: string, label: string];

/** The values of such a field in their order, and those of a practice. */
export function facetValues(field: Field, { language, practices }: Edition, archive: Archive) {
  const keysOf = (item: Practice): readonly KeyAndLabel[] => {
    const value = readField(item, field) ?? [];
    return [value].flat().map((one) => keyOf(field.kind === "list" ? field.of : field, one, { archive, language }));
  };
  const all = practices.flatMap(({ item }) => keysOf(item));
  const compare = createComparer(language);
  const order = new Map((choicesOf(field) ?? []).map((value, at) => [value, at]));
  const rank = ([key]: KeyAndLabel): number => order.get(key) ?? order.size;
  return { values: all.toSorted((a, b) => rank(a) - rank(b) || compare(a[1], b[1])), keysOf };
}

function choicesOf(type: ValueType): readonly string[] | undefined {
  if (type.kind === "list") return choicesOf(type.of);
  if (type.kind === "yesNo") return ["true", "false"];
  return type.kind === "choice" ? type.values : undefined;
}

function keyOf(
  type: ValueType,
  value: unknown,
  { archive, language }: { readonly archive: Archive; readonly language: Language },
): KeyAndLabel {
  switch (type.kind) {
    case "day":
      return [yearOf(value as CalendarDay), yearOf(value as CalendarDay)];
    case "line":
    case "agent":
      // One name, however its letters are written.
      return [nameKey(String(value)), String(value)];
    default:
      return [String(value), sayValue(type, value, { language, archive })];
  }
}
