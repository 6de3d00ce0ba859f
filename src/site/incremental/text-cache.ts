import { hash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ContentFolder } from "../../read/read-content.ts";
import { type FileState, fileStateOf, isSameState } from "./file-state.ts";
import {
  type CachedText,
  type FolderCache,
  readFolderCache,
  type TextRecord,
  writeFolderCache,
} from "./folder-cache.ts";
import { createSharer } from "./share-values.ts";

export interface TextCacheOptions {
  readonly content: ContentFolder;
  /** Folder of the cache; undefined: nothing is remembered. */
  readonly folder: string | undefined;
  readonly readOnly: boolean;
  /** What all texts go by: the program, the languages of the site, its places. */
  readonly key: string;
  /** The state of a file that was looked at when the build began, which will be looked at again before its end; by absolute path. */
  readonly stateOf?: ((path: string) => FileState | undefined) | undefined;
  /** Whether what a text looked at is as it was. */
  readonly isCurrent: (text: TextRecord) => boolean;
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
  private readonly known = new Map<string, FolderCache>();
  private readonly now = new Map<string, Map<string, CachedText>>();
  private readonly changed = new Set<string>();
  private readonly started = Date.now();
  private readonly share = createSharer();
  /** Files are read into it one after the other. */
  private scratch = Buffer.allocUnsafe(1 << 16);

  constructor(options: TextCacheOptions) {
    this.options = options;
  }

  /** The record of a text as it is now; `read` makes it of the file's bytes where it is not known. Throws `UnreadableFile`. */
  take(file: string, read: (bytes: Buffer) => TextRecord): CachedText {
    const place = file.slice(0, file.lastIndexOf("/"));
    const path = this.pathOf(file);
    const folderCache = this.folderCacheOf(place);
    const known = folderCache.texts[file];
    const cached = known && this.options.isCurrent(known) ? known : undefined;
    const text = (cached && this.asItWas(path, cached, folderCache.seen)) ?? this.asItIs(file, cached, read);
    if (text !== known) this.changed.add(place);
    this.note(place, file, text);
    return text;
  }

  /** What was remembered of a text before. */
  before(file: string): CachedText | undefined {
    return this.folderCacheOf(file.slice(0, file.lastIndexOf("/"))).texts[file];
  }

  /** Remembers what another process has taken, which comes from JSON. */
  adopt(file: string, text: CachedText): CachedText {
    const place = file.slice(0, file.lastIndexOf("/"));
    this.changed.add(place);
    this.note(place, file, this.share(text, file));
    return text;
  }

  private note(place: string, file: string, text: CachedText): void {
    const texts = this.now.get(place) ?? new Map();
    this.now.set(place, texts.set(file, text));
  }

  private asItWas(path: string, cached: CachedText, seen: number): CachedText | undefined {
    const now = this.options.stateOf?.(path) ?? fileStateOf(orUnreadable(() => statSync(path)));
    return isSameState(cached, now, seen) ? cached : undefined;
  }

  private asItIs(file: string, cached: CachedText | undefined, read: (bytes: Buffer) => TextRecord): CachedText {
    const { content, state } = this.readWithState(this.pathOf(file));
    const contentHash = hash("sha1", content, "base64url");
    if (cached?.hash === contentHash) return { ...cached, ...state };
    // A title that was cut out of a text holds on to all of the text; a copy does not. It is also what the next build will see.
    const text: CachedText = { ...read(content), ...state, hash: contentHash };
    return this.share(JSON.parse(JSON.stringify(text)), file);
  }

  /**
   * The bytes of a file, good until the next call. The state is that of the bytes, whatever happens to the file meanwhile. One stat, one read:
   * each costs as much as parsing.
   */
  private readWithState(path: string): { readonly content: Buffer; readonly state: FileState } {
    return orUnreadable(() => {
      const file = openSync(path, "r");
      try {
        const stats = fstatSync(file);
        const content = this.readWhole(file, stats.size);
        // A file that was being written has another size than was announced.
        return { content, state: { ...fileStateOf(stats), bytes: content.length } };
      } finally {
        closeSync(file);
      }
    });
  }

  private readWhole(file: number, size: number): Buffer {
    if (size > maxTextBytes) return readFileSync(file);
    if (this.scratch.length <= size) this.scratch = Buffer.allocUnsafe(2 * size);
    const read = readSync(file, this.scratch, 0, size + 1, null);
    // More or less than was announced: a file that is being written, or none that has a size.
    if (read !== size) return Buffer.concat([this.scratch.subarray(0, read), readFileSync(file)]);
    return this.scratch.subarray(0, size);
  }

  /** Whether a text that was read, also by an earlier cache, would be read in the same way now. @param key of that cache */
  isCurrent(text: TextRecord, key: string): boolean {
    return key === this.key && this.options.isCurrent(text);
  }

  get key(): string {
    return this.options.key;
  }

  /** Remembers what was taken. */
  save(): void {
    const { folder, readOnly, key } = this.options;
    if (!folder || readOnly) return;
    for (const [place, texts] of this.now) {
      const isComplete = Object.keys(this.folderCacheOf(place).texts).every((file) => texts.has(file));
      if (!this.changed.has(place) && isComplete) continue;
      const folderCache: FolderCache = { seen: this.started, texts: Object.fromEntries(texts) };
      writeFolderCache(this.fileOf(place), key, folderCache);
    }
  }

  private folderCacheOf(place: string): FolderCache {
    const { folder, key } = this.options;
    const read = () => (folder === undefined ? undefined : readFolderCache(this.fileOf(place), key));
    const known = this.known.get(place) ?? read() ?? { seen: 0, texts: {} };
    this.known.set(place, known);
    return known;
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
const maxTextBytes = 1 << 24;

function orUnreadable<Value>(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw new UnreadableFile("unreadable", { cause: error });
  }
}
