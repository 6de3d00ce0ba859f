import { type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../core/diagnostics/finding.ts";
import type { Entry } from "../core/model/archive.ts";
import { readField } from "../core/model/fields/complete-record.ts";
import { practiceFields } from "../core/model/fields/practice-fields.ts";
import type { Page } from "../core/model/page.ts";
import type { Practice } from "../core/model/practice.ts";
import type { ContentFolder } from "../read/read-content.ts";
import { hasSameState } from "../site/incremental/file-state.ts";
import type { CachedText } from "../site/incremental/text-cache.ts";
import { BodyStore } from "../site/load/body-store.ts";
import { isUnreadable } from "../site/load/keep-former.ts";
import { assembleTexts, type LoadedArchive, type Progress } from "../site/load/load-archive.ts";
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

type Text = Entry<Practice> | Entry<Page>;

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
  private texts!: Texts;
  private readonly records = new Map<string, CachedText>();

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
    if (!now.entry) {
      this.records.set(file, good ? { ...now, entry: good } : now);
      return good ? "shown" : "moved";
    }
    if (!good || placeOf(good) !== placeOf(now.entry)) {
      this.records.set(file, now);
      return "moved";
    }
    // The same entry stands in many lists of the archive; only what it says is new.
    Object.assign(good, now.entry);
    this.records.set(file, { ...now, entry: good });
    return "shown";
  }

  /** Reads the content folder again: what has changed, and what could come out differently because of it. */
  async reload(changed: ReadonlySet<string>): Promise<void> {
    const { content, cache, progress } = this.options;
    const before = this.texts as Texts | undefined;
    this.texts = await openTexts({ content, cache, readOnly: false, bodies: this.bodies, former: before });
    const isAlike = before !== undefined && rulesOf(before) === rulesOf(this.texts);
    const media = differing(before?.media ?? [], this.texts.media);
    const { practices, pages } = this.texts.listing;
    const files = new Set([...practices, ...pages]);
    for (const file of this.records.keys()) if (!files.has(file)) this.records.delete(file);
    let done = 0;
    for (const file of files) {
      const known = this.records.get(file);
      const stays = isAlike && known && !changed.has(file) && !concerns(known, media) && !this.isOutdated(file);
      if (!stays) {
        const now = this.texts.read(file);
        this.records.set(file, now.entry || !known?.entry ? now : { ...now, entry: known.entry });
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
      withDrafts: true,
      formerIssues: (this.loaded as LoadedArchive | undefined)?.archive.issues ?? [],
    });
    this.loaded = value;
    const own = new Set([...this.records.values()].flatMap((record) => record.findings));
    this.joint = findings.filter((finding) => !own.has(finding));
  }

  private pathOf(file: string): string {
    const { folder, name } = this.options.content;
    return join(folder, file.slice(name.length + 1));
  }
}

/** What of a text decides where it stands in the archive and what else is in it: all but words. */
function placeOf({ item, outline }: Text): string {
  const { title, file, ...page } = item;
  if (!("date" in page)) return JSON.stringify([title, page, outline]);
  const { id, language, attachments } = page;
  return JSON.stringify([
    id,
    language,
    practiceFields.filter((field) => "arranges" in field).map((field) => readField(page, field)),
    attachments.map((attachment) => attachment.file),
    outline.links.map(({ target }) => target),
    outline.anchors,
  ]);
}

/** What of the site decides how texts are read. */
function rulesOf({ vocabulary: { site, themes, places } }: Texts): string {
  return JSON.stringify([site.languages, site.rawHtml, [...themes], [...places.keys()]]);
}

/** A text in a folder that cannot be looked into is as good as changed: reading it again tells why. */
function statOrNothing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

type Media = Texts["media"];

/** Paths of files that are in one list only, or have another size in the other. */
function differing(before: Media, now: Media): ReadonlySet<string> {
  const lines = (media: Media): Map<string, string> => new Map(media.map((file) => [JSON.stringify(file), file.path]));
  const [earlier, later] = [lines(before), lines(now)];
  return new Set(
    [...earlier, ...later].filter(([line]) => !(earlier.has(line) && later.has(line))).map(([, path]) => path),
  );
}

/** Whether a text shows or links a file, or one that was not found. */
function concerns({ entry, findings }: CachedText, media: ReadonlySet<string>): boolean {
  if (media.size === 0) return false;
  if (findings.some(({ code }) => code === "link/missing-file" || code === "link/unpublished-file")) return true;
  return entry?.outline.links.some(({ target }) => target.kind === "file" && media.has(target.path)) ?? false;
}
