import { type CalendarDay, partsOf } from "./calendar-day.ts";
import type { Language } from "./language.ts";

const months: Readonly<Record<Language, readonly string[]>> = {
  bg: [
    "януари",
    "февруари",
    "март",
    "април",
    "май",
    "юни",
    "юли",
    "август",
    "септември",
    "октомври",
    "ноември",
    "декември",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const noBreak = "\u00a0";

/** `9 юни 2016 г.` or `9 June 2016`, with no-break spaces. */
export function formatDay(day: CalendarDay, language: Language): string {
  const parts = partsOf(day);
  const text = [parts.day, months[language][parts.month - 1], parts.year].join(noBreak);
  return language === "bg" ? `${text}${noBreak}г.` : text;
}

/** The size of a file, rounded: `85 kB` or `1.2 MB`, with a no-break space. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${noBreak}kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === "bg" ? megabytes.replace(".", ",") : megabytes}${noBreak}MB`;
}

/** A whole number: groups of three from five digits on, separated by a no-break space (bg) or a comma (en). */
export function formatCount(count: number, language: Language): string {
  const digits = String(count);
  if (digits.length < 5) return digits;
  return digits.replace(/\B(?=(\d{3})+$)/g, language === "bg" ? noBreak : ",");
}
