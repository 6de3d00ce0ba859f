import type { CalendarDay } from "../language/calendar-day.ts";

/** The printed sheet of a practice, a book or a booklet that is published beside its page. */
export interface SheetPdf {
  readonly pages: number;
  readonly bytes: number;
  /** When what it was printed from was last changed. */
  readonly version: CalendarDay;
}
