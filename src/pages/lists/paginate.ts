import type { Edition } from "../../core/model/archive.ts";
import type { Site } from "../../core/model/site.ts";

/** Number of pages that the list of all practices takes; an empty archive has one. */
export function pageCount(edition: Edition, site: Pick<Site, "practicesPerPage">): number {
  return Math.max(1, Math.ceil(edition.practices.length / site.practicesPerPage));
}
