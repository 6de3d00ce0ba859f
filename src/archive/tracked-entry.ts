import type { Cell, Cells } from "../core/cells/cells.ts";
import type { Language } from "../core/language/language.ts";
import type { Entry } from "../core/model/archive.ts";
import type { Page } from "../core/model/page.ts";
import type { Practice } from "../core/model/practice.ts";
import type { PartsRead } from "./parts-read.ts";

/** Which values of a text pages can look at: its fields with its summary, and its words. */
export interface TextTokens {
  readonly record: string;
  readonly text: string;
}

/** Makes entries that note who looks into them. @param tokensOf the file of a text; undefined if it is gone */
export function createEntryTracker(
  cells: Cells,
  tokensOf: (file: string) => TextTokens | undefined,
  parts?: PartsRead,
) {
  const recordOf = cells.addSource("record", (file) => tokensOf(file)?.record ?? "");
  const textOf = cells.addSource("text", (file) => tokensOf(file)?.text ?? "");
  const tracked = new Map<string, TrackedEntry<Practice | Page>>();
  return {
    /** @param open gives what the text says, which is asked for when somebody looks at it */
    track: <Kind extends Practice | Page>(file: string, open: () => Entry<Kind>): Entry<Kind> => {
      const made = new TrackedEntry(open, { cells, parts, record: recordOf(file), text: textOf(file) });
      tracked.set(file, made);
      return made;
    },
    /** Without a note of it. Undefined where there is no such text. */
    languageOf: (file: string): Language | undefined => tracked.get(file)?.language,
    /** To be called when a text says something else: whoever has its entry sees that. */
    replace: (entry: Entry<Practice> | Entry<Page>): void => tracked.get(entry.item.file)?.replace(entry),
    /** To be called when the words of a text are looked at. */
    noteBody: (file: string): void => cells.note(textOf(file)),
    /** To be called when something is taken that was made of a whole text. */
    noteText: (file: string): void => {
      cells.note(recordOf(file));
      cells.note(textOf(file));
    },
  };
}

/** Where an entry notes who looks into it. */
interface Noting {
  readonly cells: Cells;
  readonly parts: PartsRead | undefined;
  readonly record: Cell;
  readonly text: Cell;
}

/**
 * A practice or page that notes who looks into it. In what is kept, and in tokens of lists, it stands for its file: which texts a
 * list names is one thing, what they say another.
 */
class TrackedEntry<Kind extends Practice | Page> implements Entry<Kind> {
  readonly #cells: Cells;
  #open: () => Entry<Kind>;
  readonly #parts: PartsRead | undefined;
  readonly #record: Cell;
  readonly #text: Cell;

  constructor(open: () => Entry<Kind>, { cells, parts, record, text }: Noting) {
    this.#open = open;
    this.#cells = cells;
    this.#parts = parts;
    this.#record = record;
    this.#text = text;
  }

  get item(): Kind {
    this.#cells.note(this.#record);
    return this.#watched(this.#open().item, "item");
  }

  get summary(): string {
    this.#cells.note(this.#record);
    return this.#watched(this.#open().summary, "summary");
  }

  get outline(): Entry<Kind>["outline"] {
    this.#cells.note(this.#text);
    return this.#watched(this.#open().outline, "outline");
  }

  get language(): Language {
    return this.#open().item.language;
  }

  /** Only the development server has to know by what the archive is arranged. */
  #watched<Part>(part: Part, path: string): Part {
    return this.#parts === undefined ? part : this.#parts.watch(part, path);
  }

  replace(entry: Entry<Kind>): void {
    this.#open = () => entry;
  }

  toJSON(): string {
    return this.#record.key;
  }
}
