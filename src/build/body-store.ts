import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Body } from "../model/body.ts";

/** Characters of HTML that may stay in memory: about 1,200 practices. */
const usualMemory = 8_000_000;
const chunkBytes = 1 << 20;

/** An open file with texts, and where in it they are. */
export interface SharedBodies {
  readonly file: number;
  readonly places: ReadonlyMap<string, { readonly at: number; readonly length: number }>;
}

/**
 * The rendered texts between the moment when they are checked and the one when their page is made. What is more than a usual
 * archive waits in a temporary file, so that memory does not grow with the number of texts.
 */
export class BodyStore {
  private readonly mostInMemory: number;
  private readonly inMemory = new Map<string, Body>();
  private readonly inFile = new Map<string, { readonly at: number; readonly length: number }>();
  private readonly elsewhere: SharedBodies[] = [];
  private characters = 0;
  private file: number | undefined;
  private written = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;

  /** @param mostInMemory characters of HTML; 0 if another thread is to read all texts */
  constructor(mostInMemory: number = usualMemory) {
    this.mostInMemory = mostInMemory;
  }

  set(name: string, body: Body): void {
    if (this.characters < this.mostInMemory) {
      this.inMemory.set(name, body);
      this.characters += sizeOf(body);
      return;
    }
    const bytes = Buffer.from(JSON.stringify(body));
    this.inFile.set(name, { at: this.written + this.waitingBytes, length: bytes.length });
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.waitingBytes >= chunkBytes) this.flush();
  }

  get(name: string): Body | undefined {
    const body = this.inMemory.get(name);
    if (body) return body;
    const place = this.inFile.get(name);
    if (place) {
      if (place.at + place.length > this.written) this.flush();
      return readBody(this.file ?? 0, place);
    }
    for (const { file, places } of this.elsewhere) {
      const other = places.get(name);
      if (other) return readBody(file, other);
    }
    return undefined;
  }

  /** For another thread of this process: what is not in this one's memory. */
  share(): SharedBodies | undefined {
    this.flush();
    return this.file === undefined ? undefined : { file: this.file, places: this.inFile };
  }

  /** Reads what another thread of this process has stored, as long as that keeps its file. */
  adopt(shared: SharedBodies | undefined): void {
    if (shared) this.elsewhere.push(shared);
  }

  /** Gives the temporary file back; texts in it are gone. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.inFile.clear();
  }

  private flush(): void {
    if (this.waitingBytes === 0) return;
    this.file ??= openUnnamed();
    const bytes = Buffer.concat(this.waiting);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.file, bytes, done, bytes.length - done, this.written + done);
    this.written += bytes.length;
    this.waiting = [];
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
