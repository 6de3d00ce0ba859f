import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Practice } from "../../core/model/practice.ts";

/** The last day on which something in a practice is known to have been written: of its publication, or when its state was checked. */
export function dayOfText({ date, status }: Practice): CalendarDay {
  const checked = status?.checked;
  return checked !== undefined && checked > date ? checked : date;
}
