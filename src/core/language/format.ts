import { type CalendarDay, partsOf } from "./calendar-day.ts";
import { type Language, perLanguage, tagOf } from "./language.ts";

const noBreak = "\u00a0";

const dayFormats = /* @__PURE__ */ perLanguage(
  (language) =>
    new Intl.DateTimeFormat(tagOf(language), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
);

/** `9 юни 2016 г.` or `9 June 2016`, with no-break spaces. */
export function formatDay(day: CalendarDay, language: Language): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const midnight = new Date(0).setUTCFullYear(year, month - 1, dayOfMonth);
  return dayFormats[language].format(midnight).replace(/\s/g, noBreak);
}

/** The size of a file, rounded: `85 kB` or `1.2 MB`, with a no-break space. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${noBreak}kB`;
  return `${formatDecimal(bytes / 1_000_000, 1, language)}${noBreak}MB`;
}

/** A whole number: groups of three from five digits on, as the language divides them: `12 345` or `12,345`. */
export function formatCount(count: number, language: Language): string {
  return count < 10_000 ? String(count) : count.toLocaleString(tagOf(language)).replace(/\s/g, noBreak);
}

/** A number with so many decimals, without groups: `1,5` or `1.5`. */
export function formatDecimal(value: number, decimals: number, language: Language): string {
  return value.toLocaleString(tagOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
}
