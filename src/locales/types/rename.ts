/** What `praktika rename` says. */
export interface RenameTexts {
  readonly invalidId: (id: string) => string;
  /** With the path of the file that has the id. */
  readonly taken: (id: string, path: string) => string;
  readonly done: (done: {
    readonly from: string;
    readonly to: string;
    readonly files: number;
    /** True: nothing was written. */
    readonly isDry: boolean;
  }) => string;
}
