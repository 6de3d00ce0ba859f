import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import { formatMoney, formatQuantity, type Money } from "../../core/language/money.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { ValueType } from "../../core/model/fields/field.ts";
import type { MunicipalityCode } from "../../core/model/ids.ts";
import { locales } from "../../locales/locales.ts";
import { placeName } from "./place-name.ts";

/** For whom a value is said: readers of a language, in an archive. */
interface Readers {
  readonly language: Language;
  readonly archive: Pick<Archive, "places" | "site">;
}

/** A value of a field as readers see it. */
export function sayValue(type: ValueType, value: unknown, readers: Readers): string {
  const { language, archive } = readers;
  switch (type.kind) {
    case "list":
      return (value as readonly unknown[]).map((item) => sayValue(type.of, item, readers)).join(", ");
    case "choice":
      return localize(type.labels?.[String(value)], language) || String(value);
    case "yesNo":
      return locales[language].fields.choices[String(value)] ?? "";
    case "money":
      return formatMoney(value as Money, language, archive.site.languages);
    case "quantity":
      return formatQuantity(value as number, localize(type.unit, language), language);
    case "count":
      return formatCount(value as number, language);
    case "day":
      return formatDay(value as CalendarDay, language);
    case "municipality":
      return placeName(archive.places.get(value as MunicipalityCode), language);
    default:
      return String(value);
  }
}
