import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Folders } from "../../site/folders.ts";
import { readHistory } from "../check/git-history.ts";

/** When each file of the content was last changed, as git knows it. The log is read when it is first asked for. */
export function createVersions({ root }: Pick<Folders, "root">): (file: string) => CalendarDay | undefined {
  let history: ReturnType<typeof readHistory> | null = null;
  return (file) => {
    if (history === null) history = readHistory(root);
    const seconds = history?.isShallow ? undefined : history?.changedAt.get(history.prefix + file);
    // The day in UTC: the same wherever it is printed.
    return seconds === undefined ? undefined : (new Date(seconds * 1000).toISOString().slice(0, 10) as CalendarDay);
  };
}
