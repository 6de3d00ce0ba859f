/** Comments of a map of columns. */
export interface MapComments {
  readonly head: readonly string[];
  /** How sure a proposal is. */
  readonly sureness: Readonly<Record<"name" | "likeness" | "cells" | "none", string>>;
}

type Rule =
  | "field"
  | "heading"
  | "dayInName"
  | "emphasis"
  | "likeness"
  | "part"
  | "organisation"
  | "contact"
  | "cells"
  | "firstLine"
  | "window"
  | "file"
  | "today"
  | "none";
type Part = "title" | "date" | "place";

export interface ImportReportTexts {
  /** From where a value was taken; goes on from the name of a part and its number. */
  readonly rules: Readonly<Record<Rule, string>>;
  readonly columns: Readonly<Record<Part | "file" | "from" | "source", string>>;
  /** How many values of a part came from where. */
  readonly count: (part: Part, counts: readonly (readonly [Rule, number])[]) => string;
  readonly where: (file: string) => string;
  /** Of the page of the development server. */
  readonly title: string;
  readonly intro: string;
  readonly edited: string;
  readonly left: (unedited: number, all: number) => string;
}

/** What `praktika import` says beside its doubts. */
export interface ImportCliTexts {
  readonly noSuchPath: (path: string) => string;
  /** Of the file that says which column is which field. */
  readonly map: MapComments;
  readonly mapWritten: (file: string) => string;
  readonly nominations: (practices: number, file: string) => string;
  /** Of the report on how sure what was imported is. */
  readonly report: ImportReportTexts;
  readonly done: (counts: {
    readonly written: number;
    readonly updated: number;
    readonly leftAlone: number;
    readonly doubts: number;
    /** Nothing was written, this is what would be. */
    readonly isDry: boolean;
  }) => string;
}
