import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Practice } from "../../core/model/practice.ts";

/**
 * The last day on which something in a practice is known to have been written: of its publication, when its text was changed, or when its
 * state was checked.
 */
export function dayOfText({ date, updated = date, status }: Practice): CalendarDay {
  return [updated, status?.checked ?? date].reduce((latest, day) => (day > latest ? day : latest), date);
}
