/** Practices that exist as files but not in the archive, by id: a link to one of them is not broken. */
export interface Absent {
  readonly drafts: ReadonlySet<string>;
  /** Files with errors, which are reported on their own. */
  readonly broken: ReadonlySet<string>;
}

export function isAbsent({ drafts, broken }: Absent, id: string): boolean {
  return drafts.has(id) || broken.has(id);
}
