import { hash } from "node:crypto";
import { join } from "node:path";
import type { Cell, Cells } from "../../core/cells/cells.ts";
import type { Folders } from "../folders.ts";
import { decodeNumbers, encodeNumbers } from "./cell-numbers.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/** What the files of a build were made of; plain data, kept until the next. */
export interface Ledger {
  readonly made: Making;
  /** All values that were looked at, by number: the number of the source, the key, the token. Of kept values some have none. */
  readonly sources: readonly string[];
  readonly sourceOf: readonly number[];
  readonly keys: readonly string[];
  readonly tokens: readonly string[];
  /** What kept values were made of, by their number; numbers as `encodeNumbers` writes them. */
  readonly kept: readonly (readonly [number: number, reads: string])[];
  /** What files were made of, by path below the output folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** What all files of a site are made with: another version of the program, or other options, make all of them again. */
export interface Making {
  readonly program: string;
  readonly options: string;
}

export function ledgerPath({ state, out }: Pick<Folders, "state" | "out">): string {
  return join(state, "cache", `dependencies-${hash("sha256", out).slice(0, 16)}.json`);
}

/** The ledger of the build with this stamp, which is that of the manifest; undefined if there is none that can be trusted. */
export function readLedger(file: string, stamp: string | undefined): Ledger | undefined {
  return stamp === undefined ? undefined : (readStateFile(file, keyOf(stamp)) as Ledger | undefined);
}

export function writeLedger(file: string, stamp: string, ledger: FinishedLedger): void {
  writeStateFile(file, keyOf(stamp), ledger);
}

function keyOf(stamp: string): string {
  return `ledger 1 of ${stamp}`;
}

/** Where more of the values than this are of no use any more, all get new numbers. */
const maxUnusedShare = 0.3;

/** Values for which there is room at first. */
const initialRoom = 1 << 12;

function enlarge<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}

/** A ledger as it is written; of many files nobody makes an object. */
export interface FinishedLedger extends Omit<Ledger, "files"> {
  readonly files: Iterable<readonly [path: string, reads: string]>;
}

/** What has been noted since the last part. Numbers go on from part to part, and sources are those of all parts. */
export type LedgerPart = Omit<FinishedLedger, "made"> & { readonly files: ReadonlyMap<string, string> };

/** Writes the ledger of a build. What stays as it was at the last build keeps its numbers. */
export class LedgerWriter {
  private readonly cells: Cells;
  /** Kinds of kept values whose tokens will be asked for. */
  private readonly remade: ReadonlySet<string>;
  private readonly sources: string[];
  private sourceOf: number[];
  private keys: string[];
  private tokens: string[];
  private kept: Map<number, string>;
  private files = new Map<string, string>();
  /** Values that another process has by now. */
  private given = 0;
  /** The number here of each value of another process. */
  private adopted: number[] = [];
  /** By number: 1 where something is made of the value. */
  private used: Uint8Array;
  /** By the id of a cell: its number and 1 more; 0 where it has none yet. */
  private numbers = new Uint32Array(initialRoom);
  /** Numbers by source and key of the values that may have no cell here: those of the last build, and of another process. Made when it is first needed. */
  private opened: Map<string, Map<string, number>> | undefined;

  constructor(cells: Cells, remade: Iterable<string>, before: Ledger | undefined) {
    this.cells = cells;
    this.remade = new Set(remade);
    this.sources = [...(before?.sources ?? [])];
    this.sourceOf = [...(before?.sourceOf ?? [])];
    this.keys = [...(before?.keys ?? [])];
    this.tokens = [...(before?.tokens ?? [])];
    this.kept = new Map(before?.kept);
    this.used = new Uint8Array(2 * this.keys.length + initialRoom);
  }

  /** Notes what a file was made of. */
  add(path: string, reads: ReadonlySet<Cell>): void {
    this.files.set(path, this.encode(reads));
  }

  /** Whether it has been noted what a file is made of. */
  knows(path: string): boolean {
    return this.files.has(path);
  }

  /** Notes that a file stays, made of values with these numbers. */
  keep(path: string, reads: string): void {
    this.files.set(path, reads);
  }

  /** What has been noted since the last time, for another process: nothing of it is kept here. */
  takePart(): LedgerPart {
    const { sources, sourceOf, keys, tokens, kept, files } = this;
    this.given += keys.length;
    [this.sourceOf, this.keys, this.tokens] = [[], [], []];
    [this.kept, this.files] = [new Map(), new Map()];
    return { sources, sourceOf, keys, tokens, kept: [...kept], files };
  }

  /** Takes over what another process has noted of the same values. */
  merge({ sources, sourceOf, keys, tokens, kept, files }: LedgerPart): void {
    for (const [index, key] of keys.entries()) {
      const number = this.findAdopted(sources[sourceOf[index] ?? 0] ?? "", key);
      this.adopted.push(number);
      this.use(number);
      this.tokens[number] ||= tokens[index] ?? "";
    }
    const moved = (reads: string): string =>
      encodeNumbers(decodeNumbers(reads).map((number) => this.adopted[number] ?? 0));
    for (const [number, reads] of kept) this.kept.set(this.adopted[number] ?? 0, moved(reads));
    for (const [path, reads] of files) this.files.set(path, moved(reads));
  }

  /** Notes that a value of the last build is still what something was made of. */
  use(number: number): void {
    this.used[number] = 1;
  }

  /** The number of a value, which gets one if it has none; of a kept one also all that it was made of. */
  numberOf(cell: Cell): number {
    const { source, key, id, kept } = cell;
    const known = this.numbers[id] ?? 0;
    if (known > 0) return known - 1;
    const number = this.find(cell);
    if (id >= this.numbers.length) this.numbers = enlarge(this.numbers, new Uint32Array(2 * id));
    this.numbers[id] = number + 1;
    this.use(number);
    if (kept) this.kept.set(number, this.encode(kept.reads));
    this.cells.forgetReads(cell);
    const isAsked = !kept || this.remade.has(source);
    const token = kept ? () => this.cells.tokenOf(kept.value) : () => this.cells.tokenAt(source, key);
    this.tokens[number - this.given] = isAsked ? token() : "";
    return number;
  }

  finish(made: Making): FinishedLedger {
    const count = this.used.reduce((sum, isUsed) => sum + isUsed, 0);
    if (count < this.keys.length * (1 - maxUnusedShare))
      this.renumber([...this.keys.keys()].filter((number) => this.used[number]));
    const { sources, sourceOf, keys, tokens, files } = this;
    return { made, sources, sourceOf, keys, tokens, kept: [...this.kept], files };
  }

  private encode(reads: ReadonlySet<Cell>): string {
    return encodeNumbers([...reads].map((cell) => this.numberOf(cell)));
  }

  /** A new number if there is none. */
  private find({ source, key }: Pick<Cell, "source" | "key">): number {
    const known = this.index.get(source)?.get(key);
    if (known !== undefined) return known;
    const number = this.given + this.keys.length;
    if (!this.sources.includes(source)) this.sources.push(source);
    this.sourceOf.push(this.sources.indexOf(source));
    this.keys.push(key);
    this.tokens.push("");
    if (number >= this.used.length) this.used = enlarge(this.used, new Uint8Array(2 * number));
    return number;
  }

  /** The same for a value of another process, which may have no cell here. */
  private findAdopted(source: string, key: string): number {
    const cell = this.cells.cellAt(source, key);
    const known = cell && this.numbers[cell.id];
    if (known) return known - 1;
    const number = this.find({ source, key });
    const numbers = this.index.get(source) ?? new Map<string, number>();
    this.index.set(source, numbers.set(key, number));
    return number;
  }

  private get index(): Map<string, Map<string, number>> {
    this.opened ??= this.createIndex();
    return this.opened;
  }

  private createIndex(): Map<string, Map<string, number>> {
    const maps = this.sources.map(() => new Map<string, number>());
    for (const [number, key] of this.keys.entries()) maps[this.sourceOf[number] ?? 0]?.set(key, number);
    return new Map(this.sources.map((source, index) => [source, maps[index] ?? new Map()]));
  }

  /** Takes out what nothing is made of any more. */
  private renumber(stays: readonly number[]): void {
    const numbers = new Map(stays.map((number, index) => [number, index]));
    const moved = (reads: string): string => encodeNumbers(decodeNumbers(reads).map((old) => numbers.get(old) ?? 0));
    for (const list of [this.sourceOf, this.keys, this.tokens] as unknown[][]) {
      const kept = stays.map((number) => list[number]);
      list.length = 0;
      for (const value of kept) list.push(value);
    }
    const kept = [...this.kept].filter(([number]) => numbers.has(number));
    this.kept.clear();
    for (const [number, reads] of kept) this.kept.set(numbers.get(number) ?? 0, moved(reads));
    for (const [path, reads] of this.files) this.files.set(path, moved(reads));
  }
}
