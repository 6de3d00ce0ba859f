import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount } from "../../core/language/format.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import type { Language } from "../../core/language/language.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import { type Field, type Place, type PlainKind, plainKinds } from "../../core/model/fields/field.ts";
import { type PracticeField, practiceFields } from "../../core/model/fields/practice-fields.ts";
import type { Practice } from "../../core/model/practice.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import { dayView } from "../kit/row-view.ts";

/** A field whose value needs no markup of its own, for `partials/plain-fact.njk`. */
export interface PlainFact {
  readonly name: string;
  readonly label: string;
  /** One or more; none where the practice does not state it. */
  readonly paragraphs: readonly string[];
  /** Of a link, else "". */
  readonly href: string;
}

type PlainField = Field & { readonly kind: PlainKind };

/** The plain fields that stand at a place. */
export function plainFieldsAt(place: Place, fields: readonly Field[] = practiceFields): readonly PlainField[] {
  return fields.filter((field): field is PlainField => field.place === place && !field.ownMarkup && isPlain(field));
}

/** The plain facts of a practice at a place: after the text all of them, elsewhere those that it states. */
export function plainFactsAt(place: Place, item: Practice, fields?: readonly Field[]): readonly PlainFact[] {
  return plainFieldsAt(place, fields)
    .map((field) => factOf(field, item))
    .filter(({ paragraphs }) => place === "transfer" || paragraphs.length > 0);
}

/** Names of the fields that stand after the text without markup of their own. */
type PlainName = Exclude<Extract<PracticeField, { readonly place: "transfer" }>, { readonly ownMarkup: true }>["name"];

/** The same facts by name, as templates of sites know them: `practice.cost` is a list of paragraphs. */
export function paragraphsByName(facts: readonly PlainFact[]): Readonly<Record<PlainName, readonly string[]>> {
  const byName = facts.map(({ name, paragraphs }) => [name, paragraphs]);
  return Object.fromEntries(byName) as Record<PlainName, readonly string[]>;
}

function isPlain({ kind }: Field): boolean {
  return (plainKinds as readonly string[]).includes(kind);
}

function factOf(field: PlainField, item: Practice): PlainFact {
  const value = readField(item, field) as string | number | undefined;
  return {
    name: field.name,
    label: practiceTextsOf(item.language)[field.name]?.heading ?? field.name,
    paragraphs: value === undefined || value === "" ? [] : paragraphsOf(field.kind, value, item.language),
    href: field.kind === "webAddress" ? String(value ?? "") : "",
  };
}

function paragraphsOf(kind: PlainKind, value: string | number, language: Language): readonly string[] {
  switch (kind) {
    case "prose":
      return String(value)
        .split(/\n\s*\n/)
        .map((paragraph) => bindWithHardSpaces(paragraph.replace(/\s+/g, " ").trim()));
    case "count":
      return [formatCount(Number(value), language)];
    case "day":
      return [dayView(value as CalendarDay, language).text];
    case "line":
      return [bindWithHardSpaces(String(value))];
    case "webAddress":
      return [String(value)];
  }
}
