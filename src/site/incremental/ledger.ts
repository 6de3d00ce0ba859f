import { hash } from "node:crypto";
import { join } from "node:path";
import type { Cell, Cells, ValueName } from "../../core/cells/cells.ts";
import type { Folders } from "../folders.ts";
import { decodeNumbers, encodeNumbers } from "./cell-numbers.ts";
import { partsOf, readStateBytes, writeStateParts } from "./state-file.ts";
import { emptyTable, extendTable, type TextTable, tableOf, textAt } from "./text-table.ts";

/** What the files of a build were made of; plain data, kept until the next. */
export interface Ledger {
  readonly made: Making;
  /** All values that were looked at, by number: the number of the source, the key, the token. Of kept values some have none. */
  readonly sources: readonly string[];
  readonly sourceOf: Uint16Array;
  readonly keys: TextTable;
  readonly tokens: TextTable;
  /** The numbers of kept values, and what each was made of; numbers as `encodeNumbers` writes them. */
  readonly kept: Uint32Array;
  readonly keptReads: TextTable;
  /** What files were made of, by path below the output folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Of the values that change together (`Cells.bundle`). */
  readonly bundle: string;
  /** The id of what is left beside it (`KeptValues`). */
  readonly values: string;
}

/** What all files of a site are made with: another version of the program, or other options, make all of them again. */
export interface Making {
  readonly program: string;
  readonly options: string;
}

export function ledgerPath({ state, out }: Pick<Folders, "state" | "out">): string {
  return join(state, "cache", `dependencies-${hash("sha256", out).slice(0, 16)}.json`);
}

/** Where values lie that are left beside a ledger. */
export function valuesPath({ state, out }: Pick<Folders, "state" | "out">): string {
  return join(state, "cache", `values-${hash("sha256", out).slice(0, 16)}.json`);
}

/** A ledger as it is written; of many files nobody makes an object. */
export interface FinishedLedger extends Omit<Ledger, "files"> {
  readonly files: ReadonlyMap<string, string>;
}

/** What has been noted since the last part. Numbers go on from part to part, and sources are those of all parts. */
export interface LedgerPart extends Pick<FinishedLedger, "sources" | "files"> {
  readonly sourceOf: readonly number[];
  readonly keys: readonly string[];
  readonly tokens: readonly string[];
  readonly kept: ReadonlyMap<number, string>;
}

/** What of a ledger lies in the first line of the file as JSON, and files in the second; the rest follows as bytes. */
type Head = Pick<Ledger, "made" | "sources" | "bundle" | "values"> & {
  /** Bytes of each section. */
  readonly sections: readonly number[];
};

/** The ledger of the build with this stamp, which is that of the manifest; undefined if there is none that can be trusted. */
export function readLedger(file: string, stamp: string | undefined): Ledger | undefined {
  const content = stamp === undefined ? undefined : readStateBytes(file, keyOf(stamp));
  if (!content) return undefined;
  const headEnd = content.indexOf(10) + 1;
  let at = content.indexOf(10, headEnd) + 1;
  const { sections, ...head }: Head = JSON.parse(content.toString("utf8", 0, headEnd));
  const filesEnd = at;
  const [sourceOf = none, kept = none, ...tables] = sections.map((length) => {
    at += length;
    return content.subarray(at - length, at);
  });
  const [keys, tokens, keptReads] = [0, 2, 4].map((first) => ({
    bytes: tables[first] ?? none,
    ends: new Uint32Array(copyOf(tables[first + 1] ?? none)),
  }));
  const [empty] = [emptyTable];
  return {
    ...head,
    files: JSON.parse(content.toString("utf8", headEnd, filesEnd)),
    sourceOf: new Uint16Array(copyOf(sourceOf)),
    kept: new Uint32Array(copyOf(kept)),
    keys: keys ?? empty,
    tokens: tokens ?? empty,
    keptReads: keptReads ?? empty,
  };
}

const none = Buffer.alloc(0);

/** In a place of its own: longer numbers may not begin anywhere. */
function copyOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

export function writeLedger(file: string, stamp: string, ledger: FinishedLedger): void {
  const { made, sources, files, bundle, values, sourceOf, kept, keys, tokens, keptReads } = ledger;
  const tables = [keys, tokens, keptReads].flatMap(({ bytes, ends }) => [bytes, ends]);
  const sections = [sourceOf, kept, ...tables].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  const head: Head = { made, sources, bundle, values, sections: sections.map(({ length }) => length) };
  const parts = function* (): Generator<string | Buffer> {
    yield `${JSON.stringify(head)}\n`;
    yield* partsOf(files);
    yield "\n";
    yield* sections;
  };
  writeStateParts(file, keyOf(stamp), parts());
}

function keyOf(stamp: string): string {
  return `ledger 4 of ${stamp}`;
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
  private readonly before: Pick<Ledger, "sourceOf" | "keys" | "tokens" | "kept" | "keptReads" | "files">;
  private readonly sources: string[];
  /** Of values that the last build did not know, from the number of those that it knew, and that another process has by now, on. */
  private newSourceOf: number[] = [];
  private newKeys: string[] = [];
  private newTokens: string[] = [];
  /** Of values that the last build knew and that were looked at again, by number. */
  private readonly tokens = new Map<number, string>();
  /** Of kept values that were made. */
  private kept = new Map<number, string>();
  private files = new Map<string, string>();
  /** Values that another process has by now. */
  private given = 0;
  /** The number here of each value of another process. */
  private readonly adopted: number[] = [];
  /** By number: 1 where something is made of the value. */
  private used: Uint8Array;
  /** By the id of a cell: its number and 1 more; 0 where it has none yet. */
  private numbers = new Uint32Array(initialRoom);
  /** Numbers by source and key: those near what was looked for, and all of a source once that was not enough. */
  private readonly near = new Map<string, Map<string, number>>();
  private readonly index = new Map<string, Map<string, number>>();
  /** By number: the place among kept values of the last build and 1 more. */
  private readonly keptPlaces: Uint32Array;

  constructor(cells: Cells, remade: Iterable<string>, before: Ledger | undefined) {
    this.cells = cells;
    this.remade = new Set(remade);
    this.before = before ?? nothing;
    this.sources = [...(before?.sources ?? [])];
    this.used = new Uint8Array(2 * this.before.sourceOf.length + initialRoom);
    this.keptPlaces = new Uint32Array(this.before.sourceOf.length);
    for (const [place, number] of this.before.kept.entries()) this.keptPlaces[number] = place + 1;
  }

  /** The name of a value that the last build knew. */
  nameAt(number: number): ValueName {
    const { sourceOf, keys } = this.before;
    return { source: this.sources[sourceOf[number] ?? 0] ?? "", key: textAt(keys, number) };
  }

  /** Whether a value of the last build is a kept one. */
  isKept(number: number): boolean {
    return (this.keptPlaces[number] ?? 0) > 0;
  }

  /** What a kept value of the last build was made of; undefined for a plain one. */
  readsAt(number: number): string | undefined {
    const place = this.keptPlaces[number] ?? 0;
    return place === 0 ? undefined : textAt(this.before.keptReads, place - 1);
  }

  /** Notes what a file was made of. */
  add(path: string, reads: ReadonlySet<Cell>): void {
    this.lookNear(this.before.files[path]);
    this.files.set(path, this.encode(reads));
  }

  /** Notes that a file stays, made of values with these numbers. */
  keep(path: string, reads: string): void {
    this.files.set(path, reads);
  }

  /** Whether it has been noted what a file is made of. */
  knows(path: string): boolean {
    return this.files.has(path);
  }

  /** What has been noted since the last time, for another process: nothing of it is kept here. Only where no build came before. */
  takePart(): LedgerPart {
    const { sources, newSourceOf: sourceOf, newKeys: keys, newTokens: tokens, kept, files } = this;
    this.given += keys.length;
    [this.newSourceOf, this.newKeys, this.newTokens] = [[], [], []];
    [this.kept, this.files] = [new Map(), new Map()];
    return { sources, sourceOf, keys, tokens, kept, files };
  }

  /** Takes over what another process has noted of the same values. */
  merge({ sources, sourceOf, keys, tokens, kept, files }: LedgerPart): void {
    for (const [index, key] of keys.entries()) {
      const number = this.findAdopted({ source: sources[sourceOf[index] ?? 0] ?? "", key });
      this.adopted.push(number);
      this.use(number);
      if (!this.newTokens[number - this.firstNew]) this.setToken(number, tokens[index] ?? "");
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
    if (kept) {
      this.lookNear(this.readsAt(number));
      this.kept.set(number, this.encode(kept.reads, kept.alsoReads));
    }
    this.cells.forgetReads(cell);
    if (!kept) this.setToken(number, this.cells.tokenAt(source, key));
    else this.setToken(number, this.remade.has(source) ? this.cells.tokenOf(kept.value) : "");
    return number;
  }

  /** The number of the first value of `newKeys`. */
  private get firstNew(): number {
    return this.before.sourceOf.length + this.given;
  }

  private setToken(number: number, token: string): void {
    const { firstNew } = this;
    if (number < firstNew) this.tokens.set(number, token);
    else this.newTokens[number - firstNew] = token;
  }

  /** The number that a value has already. */
  numberAt({ source, key }: ValueName): number | undefined {
    return this.near.get(source)?.get(key) ?? this.indexOf(source).get(key);
  }

  /** @param values the id of what is left beside it */
  finish(made: Making, values: string): FinishedLedger {
    const { sources, before, newSourceOf, firstNew } = this;
    const sourceOf = new Uint16Array(firstNew + newSourceOf.length);
    sourceOf.set(before.sourceOf);
    sourceOf.set(newSourceOf, firstNew);
    const [keptBefore, newKept] = [new Map<number, string>(), new Map<number, string>()];
    for (const [number, reads] of this.kept) {
      if (this.isKept(number)) keptBefore.set((this.keptPlaces[number] ?? 0) - 1, reads);
      else newKept.set(number, reads);
    }
    const kept = new Uint32Array(before.kept.length + newKept.size);
    kept.set(before.kept);
    kept.set([...newKept.keys()], before.kept.length);
    const ledger: FinishedLedger = {
      made,
      sources,
      sourceOf,
      keys: extendTable(before.keys, new Map(), this.newKeys),
      tokens: extendTable(before.tokens, this.tokens, this.newTokens),
      kept,
      keptReads: extendTable(before.keptReads, keptBefore, [...newKept.values()]),
      files: this.files,
      bundle: this.cells.bundle,
      values,
    };
    const count = this.used.reduce((sum, isUsed) => sum + isUsed, 0);
    if (count >= sourceOf.length * (1 - maxUnusedShare)) return ledger;
    return renumber(
      ledger,
      [...sourceOf.keys()].filter((number) => this.used[number]),
    );
  }

  /** @param alsoReads numbers of the last build */
  private encode(reads: ReadonlySet<Cell>, alsoReads = ""): string {
    const numbers = Array.from(reads, (cell) => this.numberOf(cell));
    return encodeNumbers(alsoReads === "" ? numbers : new Set([...numbers, ...decodeNumbers(alsoReads)]));
  }

  /** A new number if there is none. A value with a cell here is found by that. */
  private find(name: ValueName): number {
    const known = this.numberAt(name);
    if (known !== undefined) return known;
    const { source, key } = name;
    const number = this.firstNew + this.newKeys.length;
    if (!this.sources.includes(source)) this.sources.push(source);
    this.newSourceOf.push(this.sources.indexOf(source));
    this.newKeys.push(key);
    if (number >= this.used.length) this.used = enlarge(this.used, new Uint8Array(2 * number));
    return number;
  }

  /** The same for a value of another process, which may have no cell here. */
  private findAdopted(name: ValueName): number {
    const cell = this.cells.cellAt(name.source, name.key);
    const known = cell && this.numbers[cell.id];
    if (known) return known - 1;
    const number = this.find(name);
    this.indexOf(name.source).set(name.key, number);
    return number;
  }

  /** What something was made of before is most of what it is made of now. */
  private lookNear(reads = ""): void {
    for (const number of decodeNumbers(reads)) {
      const { source, key } = this.nameAt(number);
      const known = this.near.get(source) ?? new Map<string, number>();
      this.near.set(source, known.set(key, number));
    }
  }

  private indexOf(source: string): Map<string, number> {
    let known = this.index.get(source);
    if (!known) {
      known = new Map();
      this.index.set(source, known);
      const wanted = this.sources.indexOf(source);
      const { sourceOf, keys } = this.before;
      for (let number = 0; number < sourceOf.length; number++)
        if (sourceOf[number] === wanted) known.set(textAt(keys, number), number);
    }
    return known;
  }
}

const nothing: Pick<Ledger, "sourceOf" | "keys" | "tokens" | "kept" | "keptReads" | "files"> = {
  sourceOf: new Uint16Array(),
  keys: emptyTable,
  tokens: emptyTable,
  kept: new Uint32Array(),
  keptReads: emptyTable,
  files: {},
};

/** Takes out what nothing is made of any more. @param stays the numbers of what something is made of */
function renumber(ledger: FinishedLedger, stays: readonly number[]): FinishedLedger {
  const numbers = new Map(stays.map((number, index) => [number, index]));
  const moved = (reads: string): string => encodeNumbers(decodeNumbers(reads).map((old) => numbers.get(old) ?? 0));
  const staying = (table: TextTable): TextTable => tableOf(stays.map((number) => textAt(table, number)));
  const kept = [...ledger.kept.entries()].filter(([, number]) => numbers.has(number));
  return {
    ...ledger,
    sourceOf: Uint16Array.from(stays, (number) => ledger.sourceOf[number] ?? 0),
    keys: staying(ledger.keys),
    tokens: staying(ledger.tokens),
    kept: Uint32Array.from(kept, ([, number]) => numbers.get(number) ?? 0),
    keptReads: tableOf(kept.map(([place]) => moved(textAt(ledger.keptReads, place)))),
    files: new Map(Array.from(ledger.files, ([path, reads]) => [path, moved(reads)])),
  };
}
