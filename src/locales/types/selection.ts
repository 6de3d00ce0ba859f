/**
 * Texts of the reader's selection. Those that a script completes are made with names in braces, such as `{title}`, in
 * the place of values (`scriptTexts` in render/views/selection-view.ts).
 */
export interface SelectionTexts {
  readonly title: string;
  readonly intro: string;
  readonly unscripted: string;
  /** On the button of a practice; pressed or not. Its name goes on with a colon and the title. */
  readonly toggle: string;
  readonly link: (count: string) => string;
  readonly full: (count: string) => string;
  /** Beside the link, where the browser stores nothing. */
  readonly notKept: string;
  readonly list: string;
  readonly loading: string;
  readonly empty: string;
  readonly pages: (count: string) => string;
  readonly sheets: (count: string) => string;
  /** From the parts: “8 practices, about 27 pages (14 sheets, printed on both sides)”. */
  readonly total: (practices: string, pages: string, sheets: string) => string;
  readonly print: string;
  readonly printHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly address: string;
  readonly clear: string;
  readonly cleared: string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  readonly undo: string;
  readonly undone: string;
  readonly moved: (title: string, position: string, total: string) => string;
  readonly removed: (title: string) => string;
  readonly missing: (ids: string) => string;
  readonly removeMissing: string;
  readonly tooMany: (count: string) => string;
  /** The list came with the address and is another than the reader's own, which has so many. */
  readonly foreign: (practices: string) => string;
  readonly toOwn: string;
  readonly addToOwn: string;
  /** Seen only in a copy that is opened from a disk. */
  readonly fromDisk: string;
}
