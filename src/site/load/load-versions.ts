import { join } from "node:path";
import { finding, type Result } from "../../core/diagnostics/finding.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";
import { listUncommitted, readHead, readHistory } from "./git-history.ts";

/** Days by path below the content folder. */
type Days = Readonly<Record<string, CalendarDay>>;

/**
 * The day on which each text was last changed, as git knows it, by file. Texts that are not committed as they are have none. The log is
 * read once for each commit; where there is no repository, nothing is.
 *
 * Finding: content/shallow-history.
 */
export function loadVersions(
  { folder, name }: ContentFolder,
  cache: { readonly folder: string; readonly readOnly: boolean },
): Result<Archive["versions"]> {
  const head = readHead(folder);
  if (head === undefined) return { value: new Map(), findings: [] };
  // In a part of the history the oldest commit seems to have written everything.
  if (head.isShallow)
    return { value: new Map(), findings: [finding("content/shallow-history", `${name}/site.yaml`, {})] };
  const file = join(cache.folder, "versions.json");
  const key = `versions of ${name} at ${head.commit}`;
  const known = readStateFile(file, key) as Days | undefined;
  const days = known ?? readDays(folder);
  if (!known && !cache.readOnly) writeStateFile(file, key, days);
  const versions = new Map(Object.entries(days).map(([path, day]) => [`${name}/${path}`, day]));
  for (const path of versions.size > 0 ? listUncommitted(folder) : []) versions.delete(`${name}/${path}`);
  return { value: versions, findings: [] };
}

function readDays(folder: string): Days {
  const { changedAt, prefix } = readHistory(folder) ?? { changedAt: new Map<string, number>(), prefix: "" };
  const texts = [...changedAt].filter(([path]) => path.startsWith(prefix) && path.endsWith(".md"));
  return Object.fromEntries(texts.map(([path, seconds]) => [path.slice(prefix.length), dayOf(seconds)]));
}

/** In UTC: the same wherever the site is built. */
function dayOf(seconds: number): CalendarDay {
  return new Date(seconds * 1000).toISOString().slice(0, 10) as CalendarDay;
}
