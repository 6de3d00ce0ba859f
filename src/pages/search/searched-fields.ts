import { toAdopter } from "../../archive/adoptions.ts";
import { type CalendarDay, yearOf } from "../../core/language/calendar-day.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import type { Field, Member, ValueType } from "../../core/model/fields/field.ts";
import type { MunicipalityCode, ThemeId } from "../../core/model/ids.ts";
import type { Practice } from "../../core/model/practice.ts";
import { placeName } from "../kit/place-name.ts";
import { sayValue } from "../kit/say-value.ts";
import type { WeighedText } from "./engine/weigh-words.ts";

/** The words that a practice says in its fields, with the weights of their rows. */
export function searchedTexts(
  item: Practice,
  archive: Pick<Archive, "fields" | "places" | "site">,
): readonly WeighedText[] {
  return archive.fields
    .filter((field) => !isNamed(field))
    .flatMap((field) =>
      textsIn(field, readField(item, field), { weight: field.search, language: item.language, archive }),
    )
    .filter(({ text }) => text !== "");
}

/** Names that other files say: of themes, of places and the provinces around them, of years, of practices that are referred to. */
export function searchedNames(
  item: Practice,
  archive: Archive,
  fields: readonly Field[] = archive.fields,
): readonly WeighedText[] {
  return fields.filter(isNamed).flatMap((field) => {
    const { search: weight = 0 } = field;
    if (weight === 0) return [];
    const values = [readField(item, field) ?? []].flat() as unknown as readonly string[];
    return namesOf(field, values, { item, archive }).map((text) => ({ text, weight }));
  });
}

const kindOf = (type: ValueType): ValueType["kind"] => (type.kind === "list" ? type.of.kind : type.kind);
const isNamed = (field: Field): boolean =>
  field.refers === true || ["theme", "municipality", "day"].includes(kindOf(field));

function namesOf(
  field: Field,
  values: readonly string[],
  { item: { language }, archive }: { readonly item: Practice; readonly archive: Archive },
): readonly string[] {
  const { themes, places } = archive;
  if (field.refers) return titlesOf(values, archive.editions.get(language)?.practicesById ?? new Map());
  switch (kindOf(field)) {
    case "theme":
      return values.map((id) => localize(themes.get(id as ThemeId)?.name, language));
    case "municipality": {
      const found = values.map((code) => places.get(code as MunicipalityCode));
      return [...found, ...found.map((place) => place?.province)].map((place) => placeName(place, language));
    }
    default:
      return values.map((day) => yearOf(day as CalendarDay));
  }
}

/** The title of a practice that is referred to; what is no reference stays as it is written. */
function titlesOf(values: readonly string[], practices: Edition["practicesById"]): readonly string[] {
  return values.flatMap((written) => {
    const adopter = toAdopter(written, practices);
    return "text" in adopter ? [adopter.text] : (practices.get(adopter.id)?.item.title ?? []);
  });
}

/** The texts of a value; of a group those of the members that are searched, each with its own weight. */
function textsIn(type: ValueType, value: unknown, how: Weighing): readonly WeighedText[] {
  const { weight } = how;
  if (value === undefined) return [];
  if (type.kind === "list") return (value as readonly unknown[]).flatMap((item) => textsIn(type.of, item, how));
  if (type.kind === "group" && typeof value === "object" && value !== null)
    return type.fields.flatMap((member: Member) =>
      textsIn(member, (value as Readonly<Record<string, unknown>>)[member.name], { ...how, weight: member.search }),
    );
  return weight === undefined ? [] : [{ text: sayValue(type, value, how), weight }];
}

interface Weighing {
  readonly weight: number | undefined;
  readonly language: Language;
  readonly archive: Pick<Archive, "places" | "site">;
}
