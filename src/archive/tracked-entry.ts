import type { Cell, Cells } from "../core/cells/cells.ts";
import type { Entry } from "../core/model/archive.ts";
import type { Page } from "../core/model/page.ts";
import type { Practice } from "../core/model/practice.ts";

/** Which values of a text pages can look at: its fields with its summary, and its words. */
export interface TextTokens {
  readonly record: string;
  readonly text: string;
}

/** Makes entries that note who looks into them. @param tokensOf the file of a text; undefined if it is gone */
export function createEntryTracker(cells: Cells, tokensOf: (file: string) => TextTokens | undefined) {
  const recordOf = cells.addSource("record", (file) => tokensOf(file)?.record ?? "");
  const textOf = cells.addSource("text", (file) => tokensOf(file)?.text ?? "");
  return {
    track: <Kind extends Practice | Page>(entry: Entry<Kind>): Entry<Kind> => {
      const { file } = entry.item;
      return new TrackedEntry(cells, entry, { record: recordOf(file), text: textOf(file) });
    },
    /** To be called when the words of a text are looked at. */
    noteBody: (file: string): void => cells.note(textOf(file)),
    /** To be called when something is taken that was made of a whole text. */
    noteText: (file: string): void => {
      cells.note(recordOf(file));
      cells.note(textOf(file));
    },
  };
}

/**
 * A practice or page that notes who looks into it. In what is kept, and in tokens of lists, it stands for its file: which texts a
 * list names is one thing, what they say another.
 */
class TrackedEntry<Kind extends Practice | Page> implements Entry<Kind> {
  readonly #cells: Cells;
  readonly #entry: Entry<Kind>;
  readonly #record: Cell;
  readonly #text: Cell;

  constructor(cells: Cells, entry: Entry<Kind>, { record, text }: { readonly record: Cell; readonly text: Cell }) {
    this.#cells = cells;
    this.#entry = entry;
    this.#record = record;
    this.#text = text;
  }

  get item(): Kind {
    this.#cells.note(this.#record);
    return this.#entry.item;
  }

  get summary(): string {
    this.#cells.note(this.#record);
    return this.#entry.summary;
  }

  get outline(): Entry<Kind>["outline"] {
    this.#cells.note(this.#text);
    return this.#entry.outline;
  }

  toJSON(): string {
    return this.#record.key;
  }
}
