import { type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { PartsRead } from "../archive/parts-read.ts";
import { Cells } from "../core/cells/cells.ts";
import type { Finding } from "../core/diagnostics/finding.ts";
import type { CalendarDay } from "../core/language/calendar-day.ts";
import type { ContentFolder } from "../read/read-content.ts";
import { hasSameState } from "../site/incremental/file-state.ts";
import type { CachedText } from "../site/incremental/folder-cache.ts";
import { shortHash } from "../site/incremental/short-hash.ts";
import { BodyStore } from "../site/load/body-store.ts";
import { isUnreadable } from "../site/load/keep-former.ts";
import { assembleTexts, type LoadedArchive, type Progress } from "../site/load/load-archive.ts";
import { loadVersions } from "../site/load/load-versions.ts";
import { openTexts, type Texts } from "../site/load/read-texts.ts";

export interface LiveContentOptions {
  readonly content: ContentFolder;
  /** Folder where what comes of texts is remembered. */
  readonly cache: string;
  readonly progress: Progress;
}

/**
 * What reading a text again has come to: it is as it was; the archive shows the change; or the archive has to be assembled
 * anew, because the text moves in it, comes or goes.
 */
export type Rereading = "same" | "shown" | "moved";

/**
 * The content as it is now. A text that is saved with an error keeps its last good form in the archive, and the archive always
 * exists, whatever is wrong with single files.
 */
export class LiveContent {
  /** The archive of all that could be read. */
  loaded!: LoadedArchive;
  /** Of texts, of all other files, of how they fit together; as of the last time the archive was assembled. */
  private joint: readonly Finding[] = [];
  private readonly options: LiveContentOptions;
  private readonly bodies = new BodyStore();
  /** Of all archives, one after the other: what has been looked at in one can be asked for in the next. */
  private readonly cells = new Cells(shortHash);
  /** What of the texts decides where they stand in the archive, and which pages there are. */
  readonly parts = new PartsRead();
  private texts!: Texts;
  private readonly records = new Map<string, CachedText>();
  /** The day of each text that is committed as it is. */
  private versions = new Map<string, CalendarDay>();

  private constructor(options: LiveContentOptions) {
    this.options = options;
  }

  static async open(options: LiveContentOptions): Promise<LiveContent> {
    const live = new LiveContent(options);
    await live.reload(new Set());
    live.texts.cache.save();
    return live;
  }

  /** All findings, or those of one file; what is wrong with single texts is of now. */
  listFindings(file?: string): readonly Finding[] {
    if (file === undefined) return [...this.joint, ...[...this.records.values()].flatMap(({ findings }) => findings)];
    return [...this.joint.filter((finding) => finding.file === file), ...(this.records.get(file)?.findings ?? [])];
  }

  /** Whether a file is a text that was read. */
  knows(file: string): boolean {
    return this.records.has(file);
  }

  /** Whether something of the content could not be read the last time, and may be there again. */
  get isPartial(): boolean {
    return this.texts.findings.some(isUnreadable);
  }

  /** Whether a text that was read has changed on the disk since, or is gone. */
  isOutdated(file: string): boolean {
    const record = this.records.get(file);
    if (!record) return false;
    const stats = statOrNothing(this.pathOf(file));
    return stats === undefined || !hasSameState(record, stats);
  }

  /** Absolute paths of texts that have changed since they were read. */
  listOutdated(): readonly string[] {
    return [...this.records.keys()].filter((file) => this.isOutdated(file)).map((file) => this.pathOf(file));
  }

  /** Reads one text again, and nothing else. */
  readAgain(file: string): Rereading {
    const before = this.records.get(file);
    const now = this.texts.read(file);
    if (before && before.hash === now.hash && before.hash !== "") {
      this.records.set(file, { ...before, modified: now.modified, changed: now.changed, inode: now.inode });
      return "same";
    }
    const good = before?.entry;
    // What is not committed has no day; assembling the archive asks git again.
    this.versions.delete(file);
    if (!now.entry) {
      this.records.set(file, before ? { ...now, ...lastGood(before) } : now);
      return good ? "shown" : "moved";
    }
    this.records.set(file, now);
    if (!good || !this.parts.areAlike(good, now.entry)) return "moved";
    this.loaded.replace(now.entry);
    return "shown";
  }

  /** Reads the content folder again: what has changed, and what could come out differently because of it. */
  async reload(changed: ReadonlySet<string>): Promise<void> {
    const { content, cache, progress } = this.options;
    const before = this.texts as Texts | undefined;
    this.texts = await openTexts({ content, cache, readOnly: false, bodies: this.bodies, former: before });
    const { cache: texts } = this.texts;
    const key = before?.cache.key ?? "";
    const { practices, pages } = this.texts.listing;
    const files = new Set([...practices, ...pages]);
    for (const file of this.records.keys()) if (!files.has(file)) this.records.delete(file);
    let done = 0;
    for (const file of files) {
      const known = this.records.get(file);
      const stays = known && texts.isCurrent(known, key) && !changed.has(file) && !this.isOutdated(file);
      if (!stays) {
        const now = this.texts.read(file);
        this.records.set(file, now.entry || !known ? now : { ...now, ...lastGood(known) });
      }
      progress(++done, files.size);
    }
    this.assemble();
  }

  /** Puts the archive together from what was read. Drafts are part of it. */
  assemble(): void {
    const { value, findings } = assembleTexts(this.texts, this.records, {
      content: this.options.content,
      bodies: this.bodies,
      cells: this.cells,
      parts: this.parts,
      withDrafts: true,
      formerIssues: (this.loaded as LoadedArchive | undefined)?.archive.issues ?? [],
    });
    const { content, cache } = this.options;
    const versions = loadVersions(content, { folder: dirname(cache), readOnly: false });
    this.versions = new Map(versions.value);
    this.loaded = { ...value, archive: { ...value.archive, versions: this.versions } };
    const own = new Set([...this.records.values()].flatMap((record) => record.findings));
    this.joint = [...findings.filter((finding) => !own.has(finding)), ...versions.findings];
  }

  private pathOf(file: string): string {
    const { folder, name } = this.options.content;
    return join(folder, file.slice(name.length + 1));
  }
}

/** What stays of a text that now has errors, with the tokens of that. */
function lastGood({ entry, tokens }: CachedText): Pick<CachedText, "entry" | "tokens"> {
  return entry && tokens ? { entry, tokens } : {};
}

/** A text in a folder that cannot be looked into is as good as changed: reading it again tells why. */
function statOrNothing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
