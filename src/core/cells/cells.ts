import { type Remember, rememberAnswers } from "../remember-answers.ts";

/*
 * What is made of what, found out while it is made: whoever reads a value of the archive or of the context notes a cell, and so
 * does whoever takes a kept value, which hands on what it was made of. Nobody lists what a page depends on.
 */

/** A value that can be another at the next build: a plain one, or one that was made of others and is kept. */
export interface Cell {
  /** The source of a plain value, or the kind of a kept one. */
  readonly source: string;
  readonly key: string;
  /** Its number among all cells of one `Cells`, from 0. */
  readonly id: number;
  /** Of a kept value. */
  readonly kept?: Kept;
}

/** A value that is kept, and what it was made of until that is known elsewhere (`Cells.forgetReads`). */
interface Kept {
  readonly value: unknown;
  reads: ReadonlySet<Cell>;
  /** What else it is made of, as `Recalled` says it. */
  readonly alsoReads?: string;
}

/** The name of a value: its source or kind, and its key. */
export type ValueName = Pick<Cell, "source" | "key">;

/** A kept value as the last build left it. */
export interface Recalled {
  readonly value: unknown;
  /** What it was made of and is another now. */
  readonly changes: readonly ValueName[];
  /** All the rest of what it was made of, in the words of whoever recalls it. */
  readonly same: string;
}

/** How to come by a value that the next build may begin with. */
export interface Making<Value> {
  readonly make: () => Value;
  /** What of it is left to the next build, as JSON. */
  readonly leave: (value: Value) => unknown;
  /**
   * From what the last build left, if the value is to be just what `make` would give; undefined where it has to be made.
   *
   * @param changes what it was made of and is another now; all of it has to be taken again
   */
  readonly update: (last: unknown, changes: readonly ValueName[]) => Value | undefined;
}

/** As `Memo`, for a value that is made of very much, of which hardly anything changes from build to build. */
export type MemoForNext = <Value>(kind: string, key: string, making: Making<Value>) => Value;

/** What was made, and all that it was made of. */
export interface Recording<Value> {
  readonly value: Value;
  readonly reads: ReadonlySet<Cell>;
}

/**
 * Keeps what was worked out once, for as long as the value that holds the memo lives. A call names the kind of thing and what it is made
 * for; `make` may look at nothing but the context and what that name says.
 */
export type Memo = <Value>(kind: string, key: string, make: () => Value) => Value;

/** Gives the token of one of its plain values as it is now: equal tokens stand for equal values, "" for none. */
export type Source = (key: string) => string;

export class Cells {
  private readonly digest: (text: string) => string;
  private readonly sources = new Map<string, Source>();
  /** Sources whose values are as they were while `bundle` is. */
  private readonly bundled = new Set<string>();
  private isBundling = false;
  private readonly plain = new Map<string, Map<string, Cell>>();
  private readonly kept = new Map<string, Map<string, Cell>>();
  private readonly left = new Map<Cell, unknown>();
  private reading: Set<Cell> | undefined;
  private count = 0;
  /** Tells all values of bundled sources from others; "" if they have to be asked for one by one. */
  bundle = "";
  /** Gives what the last build kept; not set where there was none. */
  recall: (kind: string, key: string) => Recalled | undefined = () => undefined;

  /** @param digest a short hash of a text */
  constructor(digest: (text: string) => string) {
    this.digest = digest;
  }

  /** Announces where plain values come from, and gives their cells: one for each key. A later source of the name replaces it. */
  addSource(name: string, source: Source): (key: string) => Cell {
    this.sources.set(name, source);
    if (this.isBundling) this.bundled.add(name);
    const known = this.plain.get(name) ?? new Map<string, Cell>();
    this.plain.set(name, known);
    return (key) => {
      let cell = known.get(key);
      if (!cell) {
        cell = { source: name, key, id: this.count++ };
        known.set(key, cell);
      }
      return cell;
    };
  }

  /** The sources that are announced meanwhile change together: while the token is the same, so are all their values. */
  announceBundle<Value>(token: string, announce: () => Value): Value {
    this.bundle = token;
    this.isBundling = true;
    try {
      return announce();
    } finally {
      this.isBundling = false;
    }
  }

  isBundled(source: string): boolean {
    return this.bundled.has(source);
  }

  /** To be called whenever a value is looked at, also where none is found. */
  note(cell: Cell): void {
    this.reading?.add(cell);
  }

  /** Makes something and notes all that it reads. */
  record<Value>(make: () => Value): Recording<Value> {
    const outer = this.reading;
    const reads = new Set<Cell>();
    this.reading = reads;
    try {
      return { value: make(), reads };
    } finally {
      this.reading = outer;
    }
  }

  /** Whoever asks notes what the answer was made of, also where it was given before. */
  readonly remember: Remember = <Answer>(find: (text: string) => Answer) => {
    const answers = rememberAnswers((text) => this.record(() => find(text)));
    return (text) => {
      const { value, reads } = answers(text);
      for (const cell of reads) this.note(cell);
      return value;
    };
  };

  readonly memo: Memo = <Value>(kind: string, key: string, make: () => Value): Value =>
    this.keep(kind, key, () => this.record(make)).kept?.value as Value;

  readonly memoForNext: MemoForNext = <Value>(
    kind: string,
    key: string,
    { make, update, leave }: Making<Value>,
  ): Value => {
    const cell = this.keep(kind, key, () => {
      // Recalling asks what has changed, which is nothing that the value is made of.
      const last = this.record(() => this.recall(kind, key)).value;
      const updated = last && this.record(() => update(last.value, last.changes));
      return updated?.value === undefined ? this.record(make) : { ...updated, alsoReads: last?.same };
    });
    const value = cell.kept?.value as Value;
    this.left.set(cell, leave(value));
    return value;
  };

  /** What is left to the next build. */
  get leftForNext(): ReadonlyMap<Cell, unknown> {
    return this.left;
  }

  private keep(kind: string, key: string, make: () => Kept): Cell {
    let known = this.kept.get(kind);
    if (!known) {
      known = new Map();
      this.kept.set(kind, known);
    }
    let cell = known.get(key);
    if (!cell) {
      cell = { source: kind, key, id: this.count++, kept: make() };
      known.set(key, cell);
    }
    this.note(cell);
    return cell;
  }

  /** Keeps nothing of what was kept: the values that it was made of may be others now. */
  forgetKept(): void {
    this.kept.clear();
    this.left.clear();
  }

  /** To be called when it is known elsewhere what a kept value was made of: for all rows of a large archive that takes more room than the rows. */
  forgetReads({ kept }: Cell): void {
    if (kept) kept.reads = noCells;
  }

  /** A value that has been looked at, or is kept. */
  cellAt(source: string, key: string): Cell | undefined {
    return this.plain.get(source)?.get(key) ?? this.keptAt(source, key);
  }

  /** A value that is kept already. */
  keptAt(kind: string, key: string): Cell | undefined {
    return this.kept.get(kind)?.get(key);
  }

  /** The token of a plain value as it is now; "" also where there are no such values any more. */
  tokenAt(source: string, key: string): string {
    return this.sources.get(source)?.(key) ?? "";
  }

  /**
   * The token of a value. Entries of the archive stand for their files: who looks into them notes that. Throws for a function, because
   * what it would say cannot be told from it.
   */
  tokenOf(value: unknown): string {
    if (value === undefined) return "";
    const text = JSON.stringify(toPlain(value, ""));
    return text.length <= maxTokenLength ? text : this.digest(text);
  }
}

const noCells: ReadonlySet<Cell> = new Set();

/** A text that is no longer than its hash stands for itself. */
const maxTokenLength = 20;

/** A value as JSON takes it without asking at each of its parts: it would cost as much as all the rest of telling what has changed. */
function toPlain(value: unknown, name: string): unknown {
  if (typeof value === "function") throw new Error(`a kept value holds the function ${name}`);
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return value.toJSON();
  if (Array.isArray(value)) return value.map((part) => toPlain(part, name));
  if (value instanceof Map) return Array.from(value, (part) => toPlain(part, name));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPlain(part, key)]));
}
