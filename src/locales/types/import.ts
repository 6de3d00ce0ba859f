/** Comments of a map of columns. */
export interface MapComments {
  readonly head: readonly string[];
  /** How sure a proposal is. */
  readonly sureness: Readonly<Record<"name" | "likeness" | "cells" | "none", string>>;
}

/** What `praktika import` says beside its doubts. */
export interface ImportCliTexts {
  readonly noSuchPath: (path: string) => string;
  /** Of the file that says which column is which field. */
  readonly map: MapComments;
  readonly mapWritten: (file: string) => string;
  readonly nominations: (practices: number, file: string) => string;
  readonly done: (counts: {
    readonly written: number;
    readonly leftAlone: number;
    readonly doubts: number;
    /** Nothing was written, this is what would be. */
    readonly isDry: boolean;
  }) => string;
}
