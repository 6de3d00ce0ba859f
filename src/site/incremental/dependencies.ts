import type { Cells, Recalled } from "../../core/cells/cells.ts";
import type { Reason } from "../../core/model/rewrite-reason.ts";
import { decodeNumbers, encodeNumbers } from "./cell-numbers.ts";
import type { KeptValues } from "./kept-values.ts";
import { type FinishedLedger, type Ledger, type LedgerPart, LedgerWriter, type Making } from "./ledger.ts";
import { reasonOf } from "./reasons.ts";
import { textAt } from "./text-table.ts";

/*
 * What each file of the site was made of, as it was noted while it was made. At the next build a file is made again if one of the
 * values that it was made of is another; `build --explain` says which.
 */

/** Makes a kept value of its key alone, by kind; for those that very many files show. */
export type Remade = Readonly<Record<string, (key: string) => unknown>>;

const [same, changed] = [1, 2];

export class Dependencies {
  private readonly cells: Cells;
  private readonly remade: Remade;
  private readonly made: Making;
  /** Of the last build; undefined if nothing that it made can stay. */
  private readonly before: Ledger | undefined;
  private readonly last: Ledger | undefined;
  /** Of the values of the last build, by number; 0 while it is not known. */
  private readonly states: Uint8Array;
  private readonly writer: LedgerWriter;
  private readonly values: KeptValues | undefined;

  /** @param last the ledger of the last build; @param values what it left beside it */
  constructor(
    {
      cells,
      remade,
      values,
    }: { readonly cells: Cells; readonly remade: Remade; readonly values?: KeptValues | undefined },
    made: Making,
    last: Ledger | undefined,
  ) {
    this.cells = cells;
    this.remade = remade;
    this.values = values;
    this.made = made;
    this.last = last;
    this.before = last?.made.program === made.program && last.made.options === made.options ? last : undefined;
    this.states = new Uint8Array(this.before?.sourceOf.length ?? 0);
    this.writer = new LedgerWriter(cells, Object.keys(remade), this.before);
    cells.recall = (kind, key) => this.recall(kind, key);
  }

  /** Whether the last build was made by the same program for the same target. */
  get isOfSameProgram(): boolean {
    return this.before !== undefined;
  }

  /** Whether a file would be just what it was at the last build. */
  isSame(path: string): boolean {
    const reads = this.before?.files[path];
    return reads !== undefined && this.areSame(decodeNumbers(reads));
  }

  /** Makes a file and notes all that it is made of. */
  make<Value>(path: string, make: () => Value): Value {
    const { value, reads } = this.cells.record(make);
    this.writer.add(path, reads);
    return value;
  }

  /** What has been made since the last time, for another process to take over. */
  takePart(): LedgerPart {
    return this.writer.takePart();
  }

  adopt(part: LedgerPart): void {
    this.writer.merge(part);
  }

  /** Notes that a file stays as it was at the last build, for which `isSame` has been asked. */
  keep(path: string): void {
    this.writer.keep(path, this.before?.files[path] ?? "");
  }

  /** Whether a file has been made, or stays. */
  knows(path: string): boolean {
    return this.writer.knows(path);
  }

  /** Why a file had to be written. @param isCopied true: it is not made, and nothing but its content can have changed */
  explain(path: string, isCopied: boolean): readonly Reason[] {
    const { last, before, made } = this;
    const because = (kind: Reason["kind"]): readonly Reason[] => [{ kind, name: "" }];
    if (isCopied) return because(last ? "copied" : "new");
    if (last?.files[path] === undefined) return because("new");
    if (!before) return because(last.made.program === made.program ? "options" : "program");
    const reasons = new Map<string, Reason>();
    for (const number of this.changedAmong(decodeNumbers(before.files[path] ?? ""), new Set())) {
      const { source, key } = this.writer.nameAt(number);
      const reason = reasonOf(source, key);
      reasons.set(`${reason.kind} ${reason.name}`, reason);
    }
    return reasons.size > 0 ? [...reasons.values()] : because("damaged");
  }

  /** To be kept for the next build, when all files are made; saves what it names. */
  ledger(): FinishedLedger {
    return this.writer.finish(this.made, this.values?.save(this.cells.leftForNext) ?? "");
  }

  private recall(kind: string, key: string): Recalled | undefined {
    const number = this.before && this.writer.numberAt({ source: kind, key });
    const reads = number === undefined ? undefined : this.writer.readsAt(number);
    const value = reads === undefined ? undefined : this.values?.at(kind, key);
    if (value === undefined) return undefined;
    const { same: others = [], changed: changes = [] } = Object.groupBy(decodeNumbers(reads ?? ""), (other) =>
      this.isValueSame(other) ? "same" : "changed",
    );
    return { value, changes: changes.map((other) => this.writer.nameAt(other)), same: encodeNumbers(others) };
  }

  private areSame(numbers: readonly number[]): boolean {
    let hasKept = false;
    for (const number of numbers) {
      if (this.writer.isKept(number)) hasKept = true;
      else if (this.states[number] !== same && !this.isValueSame(number)) return false;
    }
    // Kept values last: how one is made may depend on plain ones that are no longer there.
    return !hasKept || numbers.every((number) => this.states[number] === same || this.isValueSame(number));
  }

  private isValueSame(number: number): boolean {
    if (this.states[number] === 0) {
      const reads = this.writer.readsAt(number);
      const isSame = reads === undefined ? this.isPlainSame(number) : this.isKeptSame(number, reads);
      this.states[number] = isSame ? same : changed;
      if (isSame) this.writer.use(number);
    }
    return this.states[number] === same;
  }

  private isPlainSame(number: number): boolean {
    const { source, key } = this.writer.nameAt(number);
    const { cells, before } = this;
    if (cells.bundle !== "" && cells.bundle === before?.bundle && cells.isBundled(source)) return true;
    return before !== undefined && cells.tokenAt(source, key) === textAt(before.tokens, number);
  }

  private isKeptSame(number: number, reads: string): boolean {
    if (this.areSame(decodeNumbers(reads))) return true;
    const { source, key } = this.writer.nameAt(number);
    const cell = this.remake(source, key);
    if (!cell || !this.before || this.cells.tokenOf(cell.kept?.value) !== textAt(this.before.tokens, number))
      return false;
    // It has come out as before, of other values.
    this.writer.numberOf(cell);
    return true;
  }

  /** Undefined where a kind is not made in advance, or this one cannot be made any more. */
  private remake(kind: string, key: string) {
    try {
      this.remade[kind]?.(key);
    } catch {
      return undefined;
    }
    return this.cells.keptAt(kind, key);
  }

  /** The plain values that have changed among these, and among those that these were made of. */
  private *changedAmong(numbers: readonly number[], passed: Set<number>): Generator<number> {
    for (const number of numbers) {
      if (passed.has(number) || this.isValueSame(number)) continue;
      passed.add(number);
      const reads = this.writer.readsAt(number);
      if (reads === undefined) yield number;
      else yield* this.changedAmong(decodeNumbers(reads), passed);
    }
  }
}
