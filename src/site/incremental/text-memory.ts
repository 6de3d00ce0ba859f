import { join } from "node:path";
import { NameTable } from "../../core/name-table.ts";
import { decodeNumbers, encodeNumbers } from "./cell-numbers.ts";
import { identifyProgram } from "./program-identity.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/** As it lies in the file: names by number, and numbers of texts as `encodeNumbers` writes them, by file, with a hash of the text. */
interface Remembered {
  readonly names: readonly string[];
  readonly texts: Readonly<Record<string, readonly [hash: string, numbers: string]>>;
}

/**
 * What was worked out of texts as numbers, by file and by a hash of the text, so that the next build need not do it again. It is read when
 * it is first asked for: most builds do not need it.
 */
export class TextMemory {
  private readonly file: string;
  private readonly hashOf: (file: string) => string;
  private opened: { readonly before: Remembered["texts"]; readonly names: NameTable } | undefined;
  private readonly now: Record<string, readonly [hash: string, numbers: string]> = {};
  private isNew = false;

  constructor(cacheFolder: string, hashOf: (file: string) => string) {
    this.file = join(cacheFolder, "words.json");
    this.hashOf = hashOf;
  }

  /** What the numbers stand for. */
  get terms(): NameTable {
    return this.open().names;
  }

  /** What is remembered of the text of a file, in ascending order, else what `make` gives. */
  readonly remembered = (file: string, make: () => readonly number[]): readonly number[] => {
    const hash = this.hashOf(file);
    const known = this.open().before[file];
    if (known?.[0] === hash) {
      this.now[file] = known;
      return decodeNumbers(known[1]);
    }
    this.isNew = true;
    const numbers = make();
    this.now[file] = [hash, encodeNumbers(numbers)];
    return numbers;
  };

  /** Leaves what is still true to the next build. */
  save(): void {
    // Names that are of no text have numbers as well.
    if (!this.isNew && this.opened?.names.names.length === this.opened?.names.known) return;
    const { before, names } = this.open();
    const stays = Object.entries(before).filter(([file, [hash]]) => hash === this.hashOf(file));
    const texts = { ...Object.fromEntries(stays), ...this.now };
    const remembered: Remembered = { names: names.names, texts };
    writeStateFile(this.file, identifyProgram(), remembered);
  }

  private open() {
    if (!this.opened) {
      const remembered = readStateFile(this.file, identifyProgram()) as Remembered | undefined;
      const { names = [], texts = {} } = remembered ?? {};
      this.opened = { before: texts, names: new NameTable(names) };
    }
    return this.opened;
  }
}
