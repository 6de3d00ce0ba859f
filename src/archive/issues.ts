import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { yearOf } from "../core/language/calendar-day.ts";
import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Issue, IssueQuery } from "../core/model/issue.ts";
import { type Absent, isAbsent } from "./absent.ts";

/** The newest first. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
}

/** The practices of an issue in one language, in its order. */
export function selectForIssue(
  issue: Issue,
  practices: readonly PracticeEntry[],
  compare: (a: string, b: string) => number,
): readonly PracticeEntry[] {
  const { selection } = issue;
  const byIds = isList(selection);
  const chosen = byIds
    ? selection.flatMap((id) => practices.filter(({ item }) => item.id === id))
    : practices.filter((entry) => matches(entry, selection));
  const order = issue.order ?? (byIds ? "selection" : "date");
  switch (order) {
    case "selection":
      return chosen;
    case "date":
      return [...chosen].sort((a, b) =>
        a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : compare(a.item.title, b.item.title),
      );
    case "title":
      return [...chosen].sort((a, b) => compare(a.item.title, b.item.title));
    case "innovator":
      return [...chosen].sort(
        (a, b) => compare(a.item.innovator ?? "", b.item.innovator ?? "") || compare(a.item.title, b.item.title),
      );
  }
}

function matches({ item }: PracticeEntry, query: IssueQuery): boolean {
  return (
    (query.year === undefined || yearOf(item.date) === String(query.year)) &&
    (query.theme === undefined || item.themes.includes(query.theme)) &&
    (query.municipality === undefined || item.municipalities.includes(query.municipality)) &&
    (query.award === undefined || item.awards.some(({ name }) => name === query.award))
  );
}

function isList(selection: Issue["selection"]): selection is readonly PracticeId[] {
  return Array.isArray(selection);
}

/** Findings: issue/unknown-practice, issue/empty-selection. */
export function checkIssues(archive: Archive, absent: Absent): readonly Finding[] {
  const known = new Set([...archive.editions.values()].flatMap(({ practicesById }) => [...practicesById.keys()]));
  return archive.issues.flatMap((issue) => {
    const { selection, file } = issue;
    const unknown = isList(selection)
      ? selection.flatMap((id, index) => {
          if (known.has(id) || isAbsent(absent, id)) return [];
          const location = { field: ["selection", index], on: "value" } as const;
          return [finding("issue/unknown-practice", file, { id, nearest: nearestName(id, known) }, location)];
        })
      : [];
    const empty = [...archive.editions.values()].every(
      ({ issues }) => (issues.get(issue.id)?.practices.length ?? 0) === 0,
    );
    if (!empty || unknown.length > 0) return unknown;
    return [finding("issue/empty-selection", file, {}, { field: ["selection"], on: "key" })];
  });
}
