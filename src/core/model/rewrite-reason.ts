/** Why a file was written. */
export interface Reason {
  readonly kind: ReasonKind;
  /** What of that kind it is: a file, an id, a key; "" if the kind says it all. */
  readonly name: string;
}

/**
 * - `new`: it was not there; `damaged`: it was not as the last build left it; `copied`: it is a copy or a list of other files, and has another content
 * - `program`, `options`: what all files are made with
 * - all others: a value that it shows, or that decides what it shows
 */
export type ReasonKind =
  | "new"
  | "damaged"
  | "copied"
  | "program"
  | "options"
  | "text"
  | "list"
  | "neighbours"
  | "adoptions"
  | "nominations"
  | "history"
  | "site"
  | "theme"
  | "place"
  | "fields"
  | "media"
  | "data"
  | "pictures"
  | "pdf"
  | "issue"
  | "template"
  | "asset"
  | "address";

/** The files that were written, and why; that is hardly ever asked for. */
export interface Rewritten {
  readonly paths: readonly string[];
  readonly reasonsOf: (path: string) => readonly Reason[];
}

export const nothingRewritten: Rewritten = { paths: [], reasonsOf: () => [] };
