import { type CalendarDay, guessIsoDay, parseCalendarDay } from "../core/language/calendar-day.ts";

/** A date of the old archive as a day, and whether the day itself was there. */
export interface OldDate {
  readonly day: CalendarDay;
  readonly isWhole: boolean;
}

const months: readonly RegExp[] = [
  /^(ян|jan)/i,
  /^(фев|feb)/i,
  /^(мар|mar)/i,
  /^(апр|apr)/i,
  /^(май|may)/i,
  /^(юни|jun)/i,
  /^(юли|jul)/i,
  /^(авг|aug)/i,
  /^(сеп|sep)/i,
  /^(окт|oct)/i,
  /^(ное|nov)/i,
  /^(дек|dec)/i,
];

/** The time after a day as programs write it; the day is that of the writer's own clock. */
const isoTime = /(?<=^\d{4}-\d{2}-\d{2})[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * The seven forms of the old archive: `09 юни 2016`, `10 January 2006`, `01.04.2005 12:39`, `03.01.2008, 16:59`, `2017/04/01`,
 * `2006/05` and `декември 2007г.`, of which the last two have no day and mean the first. Undefined for anything else.
 */
export function parseOldDate(text: string): OldDate | undefined {
  const plain = text.trim().replace(/\s*г(?:од)?\.?$/i, "");
  const whole = guessIsoDay(plain.replace(isoTime, "").replace(/(\d{4}),?\s+\d{1,2}:\d{2}(:\d{2})?$/, "$1"));
  if (whole) return { day: whole, isWhole: true };
  const numbers = /^(\d{4})[/.-](\d{1,2})$/.exec(plain) ?? /^(?<m>\d{1,2})[/.](?<y>\d{4})$/.exec(plain);
  if (numbers) {
    const { m = numbers[2], y = numbers[1] } = numbers.groups ?? {};
    return first(y, m);
  }
  const named = /^(\p{L}+)\.?,?\s+(\d{4})$/u.exec(plain);
  const month = named ? months.findIndex((pattern) => pattern.test(named[1] ?? "")) : -1;
  return month < 0 ? undefined : first(named?.[2], String(month + 1));
}

function first(year = "", month = ""): OldDate | undefined {
  const day = parseCalendarDay(`${year}-${month.padStart(2, "0")}-01`);
  return day && { day, isWhole: false };
}
