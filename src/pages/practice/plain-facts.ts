import { permalinks } from "../../archive/permalinks.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import type { Language } from "../../core/language/language.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import { type Field, isPlain, type Paper, type Place, type PlainType } from "../../core/model/fields/field.ts";
import type { PracticeField } from "../../core/model/fields/practice-fields.ts";
import type { MunicipalityCode } from "../../core/model/ids.ts";
import type { Practice } from "../../core/model/practice.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import type { Viewpoint } from "../kit/context.ts";
import { type Figure, figureOf } from "../kit/figure-of.ts";
import { sayValue } from "../kit/say-value.ts";

/** A field whose value needs no markup of its own, for `partials/plain-fact.njk`. */
export interface PlainFact {
  readonly name: string;
  readonly label: string;
  /** One or more; none where the practice does not state it. */
  readonly paragraphs: readonly string[];
  /** Of a link, else "". */
  readonly href: string;
  readonly isExternal: boolean;
  /** The value as a number, where it can be compared. */
  readonly figure: Figure | null;
  /** Where the page has it and this paper does not. */
  readonly notOn: readonly Paper[];
}

/** The facts of a practice by their place. */
export type PlainFacts = Readonly<Record<"facts" | "transfer", readonly PlainFact[]>>;

/** Those that stand on a paper. */
export function factsOn(paper: Paper, { facts, transfer }: PlainFacts): PlainFacts {
  const isOn = ({ notOn }: PlainFact): boolean => !notOn.includes(paper);
  return { facts: facts.filter(isOn), transfer: transfer.filter(isOn) };
}

type PlainField = Field & PlainType;

/** The plain fields that stand at a place. */
export function plainFieldsAt(place: Place, fields: readonly Field[]): readonly PlainField[] {
  return fields.filter((field): field is PlainField => field.place === place && !field.ownMarkup && isPlain(field));
}

/** The plain facts of a practice at a place: after the text all of them, elsewhere those that it states. */
export function plainFactsAt(place: Place, item: Practice, from: Viewpoint): readonly PlainFact[] {
  const { fields } = from.context.archive;
  const texts = practiceTextsOf(item.language, fields);
  return plainFieldsAt(place, fields)
    .map((field) => ({ ...factOf(field, item, from), label: texts[field.name]?.heading ?? field.name }))
    .filter(({ paragraphs }) => place === "transfer" || paragraphs.length > 0);
}

/** Names of the fields that stand after the text without markup of their own. */
type PlainName = Exclude<Extract<PracticeField, { readonly place: "transfer" }>, { readonly ownMarkup: true }>["name"];

/** The same facts by name, as templates of sites know them: `practice.cost` is a list of paragraphs. */
export function paragraphsByName(facts: readonly PlainFact[]): Readonly<Record<PlainName, readonly string[]>> {
  const byName = facts.map(({ name, paragraphs }) => [name, paragraphs]);
  return Object.fromEntries([["cost", []], ["lessons", []], ...byName]) as Record<PlainName, readonly string[]>;
}

function factOf(field: PlainField, item: Practice, from: Viewpoint): Omit<PlainFact, "label"> {
  const { name, notOn = [] } = field;
  const value = readField(item, field);
  const isStated = value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  const figure = figureOf(field, value, item.language);
  const nothing = { name, notOn, paragraphs: [], href: "", isExternal: false, figure };
  return isStated ? { ...nothing, ...sayFact(field, value, { ...from, language: item.language }) } : nothing;
}

function sayFact(
  field: PlainField,
  value: unknown,
  { language, context, link }: Viewpoint & { readonly language: Language },
): Pick<PlainFact, "paragraphs"> & Partial<PlainFact> {
  const text = String(value);
  switch (field.kind) {
    case "prose":
      return {
        paragraphs: text.split(/\n\s*\n/).map((paragraph) => bindWithHardSpaces(paragraph.replace(/\s+/g, " ").trim())),
      };
    case "webAddress":
      return { paragraphs: [text], href: text, isExternal: true };
    case "file":
      return {
        paragraphs: [text.slice(text.lastIndexOf("/") + 1)],
        href: link(permalinks.media(text)),
      };
    default: {
      const page =
        field.kind === "municipality" ? permalinks.municipality(language, text as MunicipalityCode) : undefined;
      return {
        paragraphs: [bindWithHardSpaces(sayValue(field, value, { language, archive: context.archive }))],
        href: page && context.planned.has(page) ? link(page) : "",
      };
    }
  }
}
