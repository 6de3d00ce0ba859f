import type { CalendarDay } from "./calendar-day.ts";

/** Whether the IANA time zone database has a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which a day begins in a time zone, as ISO 8601 with the offset there: `2026-03-01T00:00:00+02:00`. Where
 * clocks are put forward at midnight the day begins at 1 o’clock.
 * @param shift days to add, such as 1 for the end of the day
 */
export function startOfDay(day: CalendarDay, timeZone: string, shift = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000;
  // Which of two offsets holds is known only at the moment that is looked for.
  const guess = midnight - offsetAt(midnight, timeZone);
  const moment = midnight - offsetAt(guess, timeZone);
  const isReal = offsetAt(moment, timeZone) === offsetAt(guess, timeZone);
  const start = isReal ? moment : Math.max(moment, guess);
  return format(start, offsetAt(start, timeZone));
}

/** Milliseconds that clocks in a time zone are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function format(moment: number, offset: number): string {
  const local = new Date(moment + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60_000;
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}
