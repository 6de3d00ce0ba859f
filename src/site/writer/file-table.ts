import type { WrittenFile } from "./manifest.ts";

/** Of a SHA-256. */
const hashBytes = 32;
/** Bytes, two times and the inode. */
const numbersOfFile = 4;
/** Files for which there is room at first. */
const initialRoom = 1 << 8;

/** A table as another process takes it over. */
export interface StoredFiles {
  readonly paths: readonly string[];
  readonly numbers: Float64Array;
  readonly hashes: Uint8Array;
}

/** What files are, by path: as numbers side by side, because a large site has as many as practices, and an object for each takes four times the room. */
export class FileTable {
  private readonly rows = new Map<string, number>();
  private numbers = new Float64Array(initialRoom * numbersOfFile);
  private hashes = Buffer.alloc(initialRoom * hashBytes);

  get size(): number {
    return this.rows.size;
  }

  has(path: string): boolean {
    return this.rows.has(path);
  }

  keys(): MapIterator<string> {
    return this.rows.keys();
  }

  get(path: string): WrittenFile | undefined {
    const row = this.rows.get(path);
    return row === undefined ? undefined : this.at(row);
  }

  set(path: string, { hash, bytes, modified, changed, inode }: WrittenFile): void {
    const row = this.rowOf(path);
    this.numbers.set([bytes, modified, changed, inode], row * numbersOfFile);
    this.hashes.write(hash, row * hashBytes, "hex");
  }

  *[Symbol.iterator](): Generator<readonly [path: string, file: WrittenFile]> {
    for (const [path, row] of this.rows) yield [path, this.at(row)];
  }

  stored(): StoredFiles {
    const { size } = this;
    return {
      paths: [...this.rows.keys()],
      numbers: this.numbers.slice(0, size * numbersOfFile),
      hashes: this.hashes.subarray(0, size * hashBytes),
    };
  }

  /** Takes over what another table holds. */
  adopt({ paths, numbers, hashes }: StoredFiles): void {
    for (const [index, path] of paths.entries()) {
      const row = this.rowOf(path);
      this.numbers.set(numbers.subarray(index * numbersOfFile, (index + 1) * numbersOfFile), row * numbersOfFile);
      this.hashes.set(hashes.subarray(index * hashBytes, (index + 1) * hashBytes), row * hashBytes);
    }
  }

  private at(row: number): WrittenFile {
    const [bytes = 0, modified = 0, changed = 0, inode = 0] = this.numbers.subarray(
      row * numbersOfFile,
      (row + 1) * numbersOfFile,
    );
    const hash = this.hashes.toString("hex", row * hashBytes, (row + 1) * hashBytes);
    return { hash, bytes, modified, changed, inode };
  }

  /** A new one at the end if the path has none. */
  private rowOf(path: string): number {
    const known = this.rows.get(path);
    if (known !== undefined) return known;
    const row = this.rows.size;
    this.rows.set(path, row);
    if ((row + 1) * hashBytes > this.hashes.length) this.enlarge();
    return row;
  }

  private enlarge(): void {
    const numbers = new Float64Array(2 * this.numbers.length);
    numbers.set(this.numbers);
    this.numbers = numbers;
    this.hashes = Buffer.concat([this.hashes, Buffer.alloc(this.hashes.length)]);
  }
}
