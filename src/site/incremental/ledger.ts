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

export function writeLedger(file: string, stamp: string, ledger: Ledger): void {
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

/** Writes the ledger of a build. What stays as it was at the last build keeps its numbers. */
export class LedgerWriter {
  private readonly cells: Cells;
  /** Kinds of kept values whose tokens will be asked for. */
  private readonly remade: ReadonlySet<string>;
  private readonly sources: string[];
  private readonly sourceOf: number[];
  private readonly keys: string[];
  private readonly tokens: string[];
  private readonly kept: Map<number, string>;
  private readonly files = new Map<string, string>();
  /** By number: 1 where something is made of the value. */
  private used: Uint8Array;
  /** By the id of a cell: its number and 1 more; 0 where it has none yet. */
  private numbers = new Uint32Array(initialRoom);
  /** Numbers by source and key; made when a number is first looked for. */
  private index: Map<string, Map<string, number>> | undefined;

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

  /** Takes over what another process has noted of the same values. */
  merge({ sources, sourceOf, keys, tokens, kept, files }: Ledger): void {
    const numbers = keys.map((key, index) => this.find({ source: sources[sourceOf[index] ?? 0] ?? "", key }));
    const moved = (reads: string): string => encodeNumbers(decodeNumbers(reads).map((number) => numbers[number] ?? 0));
    for (const [index, number] of numbers.entries()) {
      this.use(number);
      this.tokens[number] ||= tokens[index] ?? "";
    }
    for (const [index, reads] of kept) this.kept.set(numbers[index] ?? 0, moved(reads));
    for (const [path, reads] of Object.entries(files)) this.files.set(path, moved(reads));
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
    if (!kept) this.tokens[number] = this.cells.tokenAt(source, key);
    else this.tokens[number] = this.remade.has(source) ? this.cells.tokenOf(kept.value) : "";
    return number;
  }

  finish(made: Making): Ledger {
    const stays = [...this.keys.keys()].filter((number) => this.used[number]);
    if (stays.length < this.keys.length * (1 - maxUnusedShare)) this.renumber(stays);
    const { sources, sourceOf, keys, tokens } = this;
    return { made, sources, sourceOf, keys, tokens, kept: [...this.kept], files: Object.fromEntries(this.files) };
  }

  private encode(reads: ReadonlySet<Cell>): string {
    return encodeNumbers([...reads].map((cell) => this.numberOf(cell)));
  }

  private find({ source, key }: Pick<Cell, "source" | "key">): number {
    const known = this.indexOf(source);
    const number = known.get(key) ?? this.keys.length;
    if (number === this.keys.length) {
      this.sourceOf.push(this.sources.indexOf(source));
      this.keys.push(key);
      this.tokens.push("");
      known.set(key, number);
      if (number >= this.used.length) this.used = enlarge(this.used, new Uint8Array(2 * number));
    }
    return number;
  }

  private indexOf(source: string): Map<string, number> {
    this.index ??= this.createIndex();
    let known = this.index.get(source);
    if (!known) {
      known = new Map();
      this.index.set(source, known);
      this.sources.push(source);
    }
    return known;
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
