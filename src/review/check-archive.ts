import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { CalendarDay } from "../core/language/calendar-day.ts";
import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import { filesOf } from "../core/model/fields/files-of.ts";
import type { Site } from "../core/model/site.ts";

/**
 * Checks a valid archive for facts that are too old and for files that nothing uses.
 *
 * Findings: front-matter/odd-date, status/unchecked, status/stale, page/stale-statement, site/security-expires, media/unreferenced.
 */
export function checkArchive(archive: Archive, siteFile: string, today: CalendarDay): readonly Finding[] {
  const entries = [...archive.editions.values()].flatMap(({ practices }) => practices);
  return [
    // The dates of demonstration data mean nothing.
    ...(archive.site.demonstration ? [] : entries.flatMap((entry) => checkStatus(entry, today))),
    ...entries.flatMap((entry) => checkDate(entry, today)),
    ...checkStatement(archive, today),
    ...checkSecurity(archive.site, siteFile, today),
    ...findUnreferenced(archive, entries),
  ];
}

/** After so many years the status of a practice should be checked again. */
const maxStatusYears = 3;

function checkStatus({ item }: PracticeEntry, today: CalendarDay): readonly Finding[] {
  if (item.status?.state !== "active") return [];
  const { checked } = item.status;
  if (!checked) return [finding("status/unchecked", item.file, {}, { field: ["status"], on: "key" })];
  if (checked >= yearsBefore(today, maxStatusYears)) return [];
  const location = { field: ["status", "checked"], on: "value" } as const;
  return [finding("status/stale", item.file, { checked, years: maxStatusYears }, location)];
}

/** Before this year there was nothing to copy. */
const firstYear = "1900";

/** A practice of the future would lead the archive until then; one of the year 206 is a slip of the finger. */
function checkDate({ item }: PracticeEntry, today: CalendarDay): readonly Finding[] {
  const { date, file } = item;
  if (date >= firstYear && date <= monthAfter(today)) return [];
  const folder = /\/practices\/(\d{4})\//.exec(file)?.[1];
  const years = [folder ?? "", ...swappedYears(date.slice(0, 4))];
  const year = years.find((other) => other >= "1990" && other <= today.slice(0, 4));
  const suggestion = year === undefined ? undefined : `${year}${date.slice(4)}`;
  return [finding("front-matter/odd-date", file, { value: date, suggestion }, { field: ["date"], on: "value" })];
}

/** The year with each two neighbouring digits exchanged, and with a nought in another place: 2061 → 2016, 0206 → 2006. */
function swappedYears(year: string): readonly string[] {
  const swapped = [2, 1, 0].map(
    (at) => year.slice(0, at) + (year[at + 1] ?? "") + (year[at] ?? "") + year.slice(at + 2),
  );
  return [
    ...swapped,
    ...swapped.map((other) => other.slice(1) + other.slice(0, 1)),
    `20${year.slice(2)}`,
    `19${year.slice(2)}`,
  ];
}

/** An accessibility statement says when it was last checked, and is checked every year (Directive (EU) 2016/2102, art. 7). */
function checkStatement({ editions }: Archive, today: CalendarDay): readonly Finding[] {
  return [...editions.values()].flatMap(({ pages }) =>
    [...pages.values()].flatMap(({ item }) => {
      if (item.id !== "accessibility" || (item.updated && item.updated >= yearsBefore(today, 1))) return [];
      const location = item.updated ? ({ field: ["updated"], on: "value" } as const) : undefined;
      return [finding("page/stale-statement", item.file, { updated: item.updated }, location)];
    }),
  );
}

/** security.txt is not valid after its day (RFC 9116, 2.5.5); the finding comes a month before. */
function checkSecurity({ security }: Site, siteFile: string, today: CalendarDay): readonly Finding[] {
  if (!security || security.expires > monthAfter(today)) return [];
  const location = { field: ["security", "expires"], on: "value" } as const;
  return [finding("site/security-expires", siteFile, { expires: security.expires }, location)];
}

/** The same day of the next month, for comparing: it may be a day that no calendar has. */
function monthAfter(day: CalendarDay): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return [String(next[0]).padStart(4, "0"), ...[next[1] ?? 0, date].map((part) => String(part).padStart(2, "0"))].join(
    "-",
  );
}

function yearsBefore(day: CalendarDay, years: number): CalendarDay {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}` as CalendarDay;
}

/** Files of content/media that no text shows or links to. */
function findUnreferenced({ editions, media, fields }: Archive, entries: readonly PracticeEntry[]): readonly Finding[] {
  const pages = [...editions.values()].flatMap((edition) => [...edition.pages.values()]);
  const used = new Set<string>();
  for (const { outline } of [...entries, ...pages])
    for (const { target } of outline.links) if (target.kind === "file") used.add(target.path);
  for (const { item } of entries) for (const { path } of filesOf(item, fields)) used.add(path);
  return [...media.values()]
    .filter(({ path }) => !used.has(path))
    .map(({ source, path }) => finding("media/unreferenced", source, { path }));
}
