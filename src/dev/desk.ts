import { statSync } from "node:fs";
import type { Permalink } from "../core/model/ids.ts";
import type { LiveSite } from "./live-site.ts";

/** A text that an editor has in hand. */
export interface DeskText {
  readonly title: string;
  readonly file: string;
  readonly permalink: Permalink | undefined;
}

/** After a clone every file is of today. */
const maxOfToday = 20;

/** What is not published yet, and what was saved since midnight, the last first. */
export interface Desk {
  readonly drafts: readonly DeskText[];
  readonly today: readonly DeskText[];
}

type SavedSite = Pick<LiveSite, "pathOf" | "permalinkOf"> & {
  readonly context: Pick<LiveSite["context"], "archive">;
};

/** Looks at the practices of a site and at when their files were saved. @param now the machine's own time, and its midnight */
export function listDesk(site: SavedSite, now: Date = new Date()): Desk {
  const practices = [...site.context.archive.editions.values()].flatMap((edition) => edition.practices);
  const textOf = ({ item: { title, file } }: (typeof practices)[number]): DeskText => ({
    title,
    file,
    permalink: site.permalinkOf(file),
  });
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const saved = practices.map((entry) => ({ entry, at: savedAt(site, entry.item.file) }));
  return {
    drafts: practices.filter(({ item }) => item.draft).map(textOf),
    today: saved
      .filter(({ at }) => at >= midnight)
      .sort((a, b) => b.at - a.at)
      .slice(0, maxOfToday)
      .map(({ entry }) => textOf(entry)),
  };
}

/** In milliseconds; 0 for a file that has just gone. */
function savedAt(site: SavedSite, file: string): number {
  const path = site.pathOf(file);
  return (path && statSync(path, { throwIfNoEntry: false })?.mtimeMs) || 0;
}
