import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Body } from "../../core/model/body.ts";

/** Characters of HTML that may stay in memory: about 1,200 practices. */
const maxCharactersInMemory = 8_000_000;
const chunkBytes = 1 << 20;
const noBytes = Buffer.alloc(0);

/**
 * The rendered texts between the moment when they are checked and the one when their page is made. What is more than a usual
 * archive waits in a temporary file, so that memory does not grow with the number of texts.
 */
export class BodyStore {
  private readonly inMemory = new Map<string, Body>();
  private readonly inFile = new Map<string, { readonly at: number; readonly length: number }>();
  private characters = 0;
  private file: number | undefined;
  private written = 0;
  /** What is to be written next: the first of these bytes. */
  private waiting = noBytes;
  private waitingBytes = 0;

  set(name: string, body: Body): void {
    const earlier = this.inMemory.get(name);
    if (earlier) this.characters -= sizeOf(earlier);
    this.inMemory.delete(name);
    if (this.characters < maxCharactersInMemory) {
      this.inMemory.set(name, body);
      this.characters += sizeOf(body);
      return;
    }
    const text = JSON.stringify(body);
    const most = text.length * 3;
    if (this.waitingBytes + most > this.waiting.length) {
      this.flush();
      if (this.waiting.length < most) this.waiting = Buffer.allocUnsafe(Math.max(most, chunkBytes));
    }
    const length = this.waiting.write(text, this.waitingBytes);
    this.inFile.set(name, { at: this.written + this.waitingBytes, length });
    this.waitingBytes += length;
  }

  get(name: string): Body | undefined {
    const body = this.inMemory.get(name);
    if (body) return body;
    const place = this.inFile.get(name);
    if (!place) return undefined;
    if (place.at + place.length > this.written) this.flush();
    return readBody(this.file ?? 0, place);
  }

  /** Gives the temporary file back; texts in it are gone. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.inFile.clear();
    this.waiting = noBytes;
  }

  private flush(): void {
    if (this.waitingBytes === 0) return;
    this.file ??= openUnnamed();
    for (let done = 0; done < this.waitingBytes; )
      done += writeSync(this.file, this.waiting, done, this.waitingBytes - done, this.written + done);
    this.written += this.waitingBytes;
    this.waitingBytes = 0;
  }
}

function readBody(file: number, { at, length }: { readonly at: number; readonly length: number }): Body {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) done += readSync(file, bytes, done, length - done, at + done);
  return JSON.parse(bytes.toString("utf8"));
}

function sizeOf({ lead, sections, footnotes }: Body): number {
  return lead.length + footnotes.length + sections.reduce((sum, { html }) => sum + html.length, 0);
}

/** A file that no name leads to: it is gone with the process, however that ends. Where that cannot be, it is removed at the end. */
function openUnnamed(): number {
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
