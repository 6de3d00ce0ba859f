import { closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Body } from "../../core/model/body.ts";
import { writeAll } from "../../state/write-all.ts";

/** Characters that may stay in memory, two bytes each: about 600 practices. */
const maxCharactersInMemory = 4_000_000;
const chunkBytes = 1 << 20;
const noBytes = Buffer.alloc(0);
/** As memory has them: nothing is to be encoded. */
const encoding = "utf16le";

/** Where a text lies in a temporary file. */
export interface TextPlace {
  readonly at: number;
  readonly length: number;
}

/** Temporary files of two processes, which see the texts of each other. */
export interface SharedFiles {
  readonly own: number;
  readonly other: number;
}

/**
 * The rendered texts between the moment when they are checked and the one when their page is made. What is more than a usual
 * archive waits in a temporary file, so that memory does not grow with the number of texts.
 */
export class BodyStore {
  /** As JSON: HTML that was put together piece by piece holds on to all its pieces. */
  private readonly inMemory = new Map<string, string>();
  private readonly inFile = new Map<string, TextPlace>();
  private readonly inOther = new Map<string, TextPlace>();
  private readonly maxCharacters: number;
  private other: number | undefined;
  private characters = 0;
  private file: number | undefined;
  private written = 0;
  /** What is to be written next: the first of these bytes. */
  private waiting = noBytes;
  private waitingBytes = 0;
  /** A text is read into it and parsed at once. */
  private scratch = noBytes;

  /** @param files given if another process is to see the texts */
  constructor(files?: SharedFiles) {
    this.maxCharacters = files ? 0 : maxCharactersInMemory;
    this.file = files?.own;
    this.other = files?.other;
  }

  set(name: string, body: Body): void {
    this.setJson(name, JSON.stringify(body));
  }

  /** @param text a body, already written */
  setJson(name: string, text: string): void {
    this.characters += text.length - (this.inMemory.get(name)?.length ?? 0);
    this.inMemory.delete(name);
    if (this.characters < this.maxCharacters) {
      this.inMemory.set(name, text);
      return;
    }
    // Where there are so many, those that came first wait in the file as well.
    for (const [other, early] of this.inMemory) this.setInFile(other, early);
    this.inMemory.clear();
    this.setInFile(name, text);
  }

  /** Writes a text of any other kind for the other process. */
  leave(text: string): TextPlace {
    const place = this.append(text);
    this.flush();
    return place;
  }

  /** A text that the other process has left. */
  fetch(place: TextPlace): string {
    return this.readText(place, this.other);
  }

  private setInFile(name: string, text: string): void {
    this.inFile.set(name, this.append(text));
  }

  private append(text: string): TextPlace {
    const maxBytes = text.length * 2;
    if (this.waitingBytes + maxBytes > this.waiting.length) {
      this.flush();
      if (this.waiting.length < maxBytes) this.waiting = Buffer.allocUnsafe(Math.max(maxBytes, chunkBytes));
    }
    const length = this.waiting.write(text, this.waitingBytes, encoding);
    const place = { at: this.written + this.waitingBytes, length };
    this.waitingBytes += length;
    return place;
  }

  get(name: string): Body | undefined {
    const text = this.inMemory.get(name);
    if (text !== undefined) return JSON.parse(text);
    const elsewhere = this.inOther.get(name);
    if (elsewhere) return this.read(elsewhere, this.other);
    const place = this.inFile.get(name);
    if (!place) return undefined;
    if (place.at + place.length > this.written) this.flush();
    return this.read(place, this.file);
  }

  /** Where texts lie in the own file, for the other process. */
  placesOf(names: readonly string[]): readonly (TextPlace | undefined)[] {
    this.flush();
    return names.map((name) => this.inFile.get(name));
  }

  /** Notes where the other process has put texts. */
  adopt(names: readonly string[], places: readonly (TextPlace | undefined)[]): void {
    for (const [index, name] of names.entries()) {
      const place = places[index];
      if (place) this.inOther.set(name, place);
    }
  }

  /** Gives the temporary files back; texts in them are gone. */
  close(): void {
    for (const file of [this.file, this.other]) if (file !== undefined) closeSync(file);
    this.file = undefined;
    this.other = undefined;
    this.inFile.clear();
    this.inOther.clear();
    this.waiting = noBytes;
    this.scratch = noBytes;
  }

  private read(place: TextPlace, file: number | undefined): Body {
    return JSON.parse(this.readText(place, file));
  }

  private readText({ at, length }: TextPlace, file = 0): string {
    if (this.scratch.length < length) this.scratch = Buffer.allocUnsafe(Math.max(length, chunkBytes));
    for (let done = 0; done < length; ) done += readSync(file, this.scratch, done, length - done, at + done);
    return this.scratch.toString(encoding, 0, length);
  }

  private flush(): void {
    if (this.waitingBytes === 0) return;
    this.file ??= openUnnamed();
    writeAll(this.file, this.waiting.subarray(0, this.waitingBytes), this.written);
    this.written += this.waitingBytes;
    this.waitingBytes = 0;
  }
}

/** A file that no name leads to: it is gone with the process, however that ends. Where that cannot be, it is removed at the end. */
export function openUnnamed(): number {
  const folder = mkdtempSync(join(tmpdir(), "praktika-texts-"));
  const file = openSync(join(folder, "texts"), "wx+", 0o600);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    process.once("exit", () => {
      try {
        closeSync(file);
      } finally {
        remove();
      }
    });
  }
  return file;
}
