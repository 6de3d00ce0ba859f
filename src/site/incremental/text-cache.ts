import { hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TextTokens } from "../../archive/tracked-entry.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Entry } from "../../core/model/archive.ts";
import type { Page } from "../../core/model/page.ts";
import type { Practice } from "../../core/model/practice.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { type FileState, fileStateOf, isSameFile } from "./file-state.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/** All that comes of a text file but its HTML: what the rest of the archive needs to know of it. */
export interface TextRecord {
  /** Undefined if the file has errors. */
  readonly entry?: Entry<Practice> | Entry<Page>;
  readonly findings: readonly Finding[];
  /** What tells its fields and its HTML from others; absent like the entry. */
  readonly tokens?: TextTokens;
}

/** What came of a text, and the state that its file was in. */
export interface CachedText extends TextRecord, FileState {
  /** Of the file's bytes; "" if it cannot be read. */
  readonly hash: string;
}

/** What is remembered of the texts of one folder. */
interface Shelf {
  /** When its files were looked at; milliseconds. */
  readonly seen: number;
  readonly texts: Readonly<Record<string, CachedText>>;
}

export interface TextCacheOptions {
  readonly content: ContentFolder;
  /** Folder of the cache; undefined: nothing is remembered. */
  readonly folder: string | undefined;
  readonly readOnly: boolean;
  /** Hash of all else that decides what comes of a text: the program, the site, themes, places, media. */
  readonly key: string;
}

/** A file is there and cannot be read; the cause is what the system says. */
export class UnreadableFile extends Error {}

/**
 * What earlier builds made of the text files, a file of the cache for each folder of content. A text is known again by size
 * and times; if only the times differ, as after a checkout, by its bytes. A change of permissions alone shows in its times as well. Files of another key, and damaged ones, count for
 * nothing.
 */
export class TextCache {
  private readonly options: TextCacheOptions;
  private readonly known = new Map<string, Shelf>();
  private readonly now = new Map<string, Map<string, CachedText>>();
  private readonly changed = new Set<string>();
  private readonly started = Date.now();

  constructor(options: TextCacheOptions) {
    this.options = options;
  }

  /** The record of a text as it is now; `read` makes it of the file's bytes where it is not known. Throws `UnreadableFile`. */
  take(file: string, read: (bytes: Buffer) => TextRecord): CachedText {
    const place = file.slice(0, file.lastIndexOf("/"));
    const path = this.pathOf(file);
    const shelf = this.shelfOf(place);
    const cached = shelf.texts[file];
    const text = (cached && this.asItWas(path, cached, shelf.seen)) ?? this.asItIs(path, cached, read);
    if (text !== cached) this.changed.add(place);
    const texts = this.now.get(place) ?? new Map();
    this.now.set(place, texts.set(file, text));
    return text;
  }

  private asItWas(path: string, cached: CachedText, seen: number): CachedText | undefined {
    return isSameFile(
      cached,
      orUnreadable(() => statSync(path)),
      seen,
    )
      ? cached
      : undefined;
  }

  private asItIs(path: string, cached: CachedText | undefined, read: (bytes: Buffer) => TextRecord): CachedText {
    const { content, state } = readWithState(path);
    const contentHash = hash("sha1", content, "base64url");
    if (cached?.hash === contentHash) return { ...cached, ...state };
    // A title that was cut out of a text holds on to all of the text; a copy does not. It is also what the next build will see.
    const text: CachedText = { ...read(content), ...state, hash: contentHash };
    return JSON.parse(JSON.stringify(text));
  }

  /** Remembers what was taken. */
  save(): void {
    const { folder, readOnly, key } = this.options;
    if (!folder || readOnly) return;
    for (const [place, texts] of this.now) {
      const isComplete = Object.keys(this.shelfOf(place).texts).every((file) => texts.has(file));
      if (!this.changed.has(place) && isComplete) continue;
      const shelf: Shelf = { seen: this.started, texts: Object.fromEntries(texts) };
      writeStateFile(this.fileOf(place), key, shelf);
    }
  }

  private shelfOf(place: string): Shelf {
    const known = this.known.get(place) ?? this.readShelf(place) ?? { seen: 0, texts: {} };
    this.known.set(place, known);
    return known;
  }

  private readShelf(place: string): Shelf | undefined {
    if (!this.options.folder) return undefined;
    return readStateFile(this.fileOf(place), this.options.key) as Shelf | undefined;
  }

  private pathOf(file: string): string {
    const { content } = this.options;
    return join(content.folder, file.slice(content.name.length + 1));
  }

  private fileOf(place: string): string {
    return join(this.options.folder ?? "", `${hash("sha256", place).slice(0, 16)}.json`);
  }
}

/** A text is never so large; whoever put such a file there hears of it by what `readFileSync` says. */
const mostAtOnce = 1 << 24;

/** The state is that of the bytes, whatever happens to the file meanwhile. One stat, one read: each costs as much as parsing. */
function readWithState(path: string): { readonly content: Buffer; readonly state: FileState } {
  return orUnreadable(() => {
    const file = openSync(path, "r");
    try {
      const stats = fstatSync(file);
      const content = readWhole(file, stats.size);
      // A file that was being written has another size than was announced.
      return { content, state: { ...fileStateOf(stats), bytes: content.length } };
    } finally {
      closeSync(file);
    }
  });
}

function readWhole(file: number, size: number): Buffer {
  if (size > mostAtOnce) return readFileSync(file);
  const bytes = Buffer.allocUnsafe(size + 1);
  const read = readSync(file, bytes);
  // More or less than was announced: a file that is being written, or none that has a size.
  if (read !== size) return Buffer.concat([bytes.subarray(0, read), readFileSync(file)]);
  return bytes.subarray(0, size);
}

function orUnreadable<Value>(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw new UnreadableFile("unreadable", { cause: error });
  }
}
