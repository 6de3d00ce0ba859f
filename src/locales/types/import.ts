/** What `praktika import` says beside its doubts. */
export interface ImportCliTexts {
  readonly noSuchPath: (path: string) => string;
  readonly nominations: (practices: number, file: string) => string;
  readonly done: (counts: {
    readonly written: number;
    readonly leftAlone: number;
    readonly doubts: number;
    /** Nothing was written, this is what would be. */
    readonly isDry: boolean;
  }) => string;
}
