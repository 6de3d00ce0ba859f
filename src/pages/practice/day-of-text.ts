import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Practice } from "../../core/model/practice.ts";

/** The day on which the text of a practice was last changed: as it says itself, else as the history knows, else that of its publication. */
export function dayOfVersion({ file, date, updated }: Practice, { versions }: Pick<Archive, "versions">): CalendarDay {
  return updated ?? versions.get(file) ?? date;
}

/**
 * The last day on which something in a practice is known to have been written: of its publication, when its text was changed, or when its
 * state was checked.
 */
export function dayOfText(item: Practice, archive: Pick<Archive, "versions">): CalendarDay {
  const { date, status } = item;
  return [date, dayOfVersion(item, archive), status?.checked ?? date].sort().at(-1) ?? date;
}
