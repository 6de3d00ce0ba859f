import { type Language, perLanguage } from "./language.ts";

/**
 * A calendar day `YYYY-MM-DD`. It is never a moment in time, so no time zone can shift it; as text it sorts by date.
 */
export type CalendarDay = string & { readonly calendarDay: true };

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The calendar day that `text` writes in ISO 8601 form, or undefined if it has another form or does not exist. */
export function parseCalendarDay(text: string): CalendarDay | undefined {
  const match = isoDay.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const valid = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return valid ? (text as CalendarDay) : undefined;
}

/** True for text of ISO form, whether or not the day exists. */
export function hasIsoForm(text: string): boolean {
  return isoDay.test(text);
}

export function partsOf(day: CalendarDay): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function yearOf(day: CalendarDay): string {
  return day.slice(0, 4);
}

/** The last day of an existing month as ISO text, or undefined if there is no such month. */
export function lastDayOfMonth(isoText: string): string | undefined {
  const [year, month] = isoText.split("-").map(Number);
  if (!year || !month || month > 12) return undefined;
  return `${isoText.slice(0, 8)}${daysInMonth(year, month)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthNames: readonly (readonly string[])[] = [
  ["януари", "january", "jan", "яну"],
  ["февруари", "february", "feb", "фев"],
  ["март", "march", "mar", "мар"],
  ["април", "april", "apr", "апр"],
  ["май", "may"],
  ["юни", "june", "jun"],
  ["юли", "july", "jul"],
  ["август", "august", "aug", "авг"],
  ["септември", "september", "sep", "сеп", "септ"],
  ["октомври", "october", "oct", "окт"],
  ["ноември", "november", "nov", "ное"],
  ["декември", "december", "dec", "дек"],
];

/**
 * The ISO form that a date in another habit most likely means (`09 юни 2016`, `10 January 2006`, `01.04.2005 12:39`,
 * `2017/04/01`, `9.6.2016 г.`), or undefined if no whole day can be made out.
 */
export function guessIsoDay(text: string): CalendarDay | undefined {
  return readDays(text)[0];
}

/**
 * The days that a date in another habit can mean, the likeliest first: „06/09/2016“ is 6 September or, in America, 9 June, and a moment
 * in UTC may be the next day in Sofia.
 */
export function readDays(text: string): readonly CalendarDay[] {
  const plain = text.trim().toLowerCase();
  const moment = /^(\d{4}-\d{2}-\d{2})t\d{2}:\d{2}\S*(?:z|[+-]\d{2}:?\d{2})$/.exec(plain);
  if (moment) return distinct(parseCalendarDay(moment[1] ?? ""), dayInSofia(text.trim()));
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain);
  if (yearFirst) return distinct(compose(yearFirst[1], yearFirst[2], yearFirst[3]));
  const dayFirst = /^(\d{1,2})([-/. ]+)(\d{1,2})[-/. ]+(\d{4})(?!\d)/.exec(plain);
  if (dayFirst) {
    const [, first, separator = "", second, year] = dayFirst;
    const american = separator.includes(".") ? undefined : compose(year, first, second);
    return distinct(compose(year, second, first), american);
  }
  const named = /^(?<day>\d{1,2})\.?\s+(?<month>\p{L}+)\.?,?\s+(?<year>\d{4})(?!\d)/u.exec(plain);
  const english = /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})(?!\d)/u.exec(plain);
  const { day, month = "", year } = (named ?? english)?.groups ?? {};
  const number = monthNames.findIndex((names) => names.includes(month));
  return number < 0 ? [] : distinct(compose(year, String(number + 1), day));
}

/** Whether some who write a language put the month first, as Americans do. */
const hasMonthFirst = /* @__PURE__ */ perLanguage(
  (language) => new Intl.DateTimeFormat(language).formatToParts()[0]?.type === "month",
);

/**
 * The day that a date in another habit can only mean. „06/09/2016“ has one meaning in Bulgarian, two in English.
 */
export function onlyDay(text: string, language: Language): CalendarDay | undefined {
  const [day, other] = readDays(text);
  const isMoment = /\dt\d/i.test(text);
  return other === undefined || (!hasMonthFirst[language] && !isMoment) ? day : undefined;
}

function dayInSofia(moment: string): CalendarDay | undefined {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return undefined;
  return parseCalendarDay(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Sofia" }).format(time));
}

function distinct(...days: readonly (CalendarDay | undefined)[]): readonly CalendarDay[] {
  return [...new Set(days.filter((day) => day !== undefined))];
}

function compose(year = "", month = "", day = ""): CalendarDay | undefined {
  return parseCalendarDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
