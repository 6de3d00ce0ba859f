import type { PracticeId } from "../core/model/ids.ts";

/** Practices that exist as files but not in the archive: a link to one is not a link to nowhere. */
export interface Absent {
  readonly drafts: ReadonlySet<PracticeId>;
  /** Ids of files with errors of their own, which are reported there. */
  readonly broken: ReadonlySet<string>;
}

export function isAbsent({ drafts, broken }: Absent, id: string): boolean {
  return drafts.has(id as PracticeId) || broken.has(id);
}
