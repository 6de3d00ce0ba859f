import { type Finding, finding } from "../diagnostics/finding.ts";
import type { CalendarDay } from "../language/calendar-day.ts";
import type { Archive, PracticeEntry } from "../model/archive.ts";

/**
 * What grows old or is left over in an archive whose files are all valid.
 *
 * Findings: status/unchecked, status/stale, page/stale-statement, media/unreferenced.
 */
export function checkArchive(archive: Archive, today: CalendarDay): readonly Finding[] {
  const entries = [...archive.editions.values()].flatMap(({ practices }) => practices);
  return [
    // The dates of demonstration data mean nothing.
    ...(archive.site.demonstration ? [] : entries.flatMap((entry) => checkStatus(entry, today))),
    ...checkStatement(archive, today),
    ...findUnreferenced(archive, entries),
  ];
}

/** Years after which somebody should ask again whether a practice still works. */
const statusYears = 3;

function checkStatus({ item }: PracticeEntry, today: CalendarDay): readonly Finding[] {
  if (item.status?.state !== "active") return [];
  const { checked } = item.status;
  if (!checked) return [finding("status/unchecked", item.file, {}, { field: ["status"], on: "key" })];
  if (checked >= yearsBefore(today, statusYears)) return [];
  const spot = { field: ["status", "checked"], on: "value" } as const;
  return [finding("status/stale", item.file, { checked, years: statusYears }, spot)];
}

/** An accessibility statement says when it was last looked at, and is looked at every year (Directive (EU) 2016/2102, art. 7). */
function checkStatement({ editions }: Archive, today: CalendarDay): readonly Finding[] {
  return [...editions.values()].flatMap(({ pages }) =>
    [...pages.values()].flatMap(({ item }) => {
      if (item.id !== "accessibility" || (item.updated && item.updated >= yearsBefore(today, 1))) return [];
      const spot = item.updated ? ({ field: ["updated"], on: "value" } as const) : undefined;
      return [finding("page/stale-statement", item.file, { updated: item.updated }, spot)];
    }),
  );
}

function yearsBefore(day: CalendarDay, years: number): CalendarDay {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}` as CalendarDay;
}

/** Files of content/media that no text shows or links to. */
function findUnreferenced({ editions, media }: Archive, entries: readonly PracticeEntry[]): readonly Finding[] {
  const pages = [...editions.values()].flatMap((edition) => [...edition.pages.values()]);
  const used = new Set<string>();
  for (const { outline } of [...entries, ...pages])
    for (const { target } of outline.links) if (target.kind === "file") used.add(target.path);
  for (const { item } of entries) for (const { file } of item.attachments) used.add(file);
  return [...media.values()]
    .filter(({ path }) => !used.has(path))
    .map(({ source, path }) => finding("media/unreferenced", source, { path }));
}
