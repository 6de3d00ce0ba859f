import type { PracticeEntry } from "../core/model/archive.ts";
import type { Route } from "../core/model/route.ts";
import type { LiveSite } from "./live-site.ts";

/** The practice that a page shows; undefined for other pages. */
export function practiceOf({ kind, key, language }: Route, site: LiveSite): PracticeEntry | undefined {
  if (kind !== "practice") return undefined;
  const practices: ReadonlyMap<string, PracticeEntry> | undefined =
    site.context.archive.editions.get(language)?.practicesById;
  return practices?.get(key);
}
