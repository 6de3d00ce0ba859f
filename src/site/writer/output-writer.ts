import { hash } from "node:crypto";
import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { type Artifact, type Content, type InPieces, isInPieces } from "../../core/model/route.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { fileStateOf, isSameFile } from "../incremental/file-state.ts";
import { FileTable, type StoredFiles } from "./file-table.ts";
import {
  carryOut,
  finishInterrupted,
  isAsWritten,
  judgeOrphan,
  nearStaging,
  removeStaging,
  statFile,
} from "./journal.ts";
import { describeLeft, listUnknownFiles } from "./left-files.ts";
import {
  type Manifest,
  newStamp,
  type OutputPlace,
  readManifest,
  type WrittenFile,
  writeJournal,
  writeManifest,
} from "./manifest.ts";
import { refused } from "./refused.ts";
import { Staging } from "./staging.ts";

export interface WriteCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface Commit {
  readonly counts: WriteCounts;
  /** Of the manifest that the build has left. */
  readonly stamp: string;
}

/** Files that a process beside that of the build has staged or kept. */
export interface OutputShare {
  readonly staged: StoredFiles;
  readonly kept: ReadonlyMap<string, WrittenFile>;
}

/** Characters that are written at once of a file in pieces. */
const partLength = 1 << 16;

/** Of a folder on the way to a file: there and a real one; not there, or about to make room; taken by something else. */
type FolderState = "safe" | "absent" | "blocked";

/**
 * Writes a site into its folder as one change. New files wait in a staging folder outside of it until `commit`; a build that
 * fails calls `abandon` and leaves everything as it was. Files that are the same already are not touched, orphans of earlier
 * builds are removed, and nothing that Praktika did not write is ever deleted. It also finishes what an earlier build, cut off
 * while it moved files, has begun.
 */
export class OutputWriter {
  readonly findings: Finding[] = [];
  /** Of the build before. */
  readonly previous: Manifest;
  private readonly place: OutputPlace;
  private readonly out: string;
  private staged = new FileTable();
  private readonly staging: Staging;
  private kept = new Map<string, WrittenFile>();
  private readonly folders = new Map<string, FolderState>();
  /** Orphans that a build wrote, to be removed; set by `check`. */
  private readonly orphans = new Set<string>();
  /** Orphans that somebody changed; set by `check`. */
  private readonly left = new Map<string, WrittenFile>();
  /** Files to be written where there is a folder. */
  private readonly replacingFolders = new Set<string>();
  /** Whether the files of the output folder are those of before, are being changed, or are those of this build. */
  progress: "nothing" | "some" | "all" = "nothing";
  private isForgotten = false;
  /** Texts are encoded here one after the other: asking first how many bytes each will have takes as long again. */
  private readonly scratch = Buffer.allocUnsafe(1 << 20);

  /** @param beside true: in a process beside that of the build, which has made order before and will take what is staged here */
  constructor(place: OutputPlace, beside = false) {
    this.place = place;
    this.out = place.out;
    this.staging = new Staging(place.staging);
    if (!beside) finishInterrupted(place);
    this.previous = readManifest(place);
    this.folders.set(this.out, "safe");
    if (!beside) process.once("exit", this.abandon);
  }

  /** What has been added since the last time, for the process of the build: nothing of it is kept here. Undefined if something is in its way. */
  takeShare(): OutputShare | undefined {
    const share = { staged: this.staged.stored(), kept: this.kept };
    [this.staged, this.kept] = [new FileTable(), new Map()];
    return this.findings.length > 0 || this.replacingFolders.size > 0 ? undefined : share;
  }

  /** Takes what a process beside this one has added. */
  adopt({ staged, kept }: OutputShare): void {
    this.staged.adopt(staged);
    for (const [path, file] of kept) this.kept.set(path, file);
  }

  /** Leaves a file of the last build in its place. False if it is not there as it was written. */
  keep(path: string): boolean {
    const { seen, files } = this.previous;
    const entry = files[path];
    const target = join(this.out, path);
    const stats = entry && statFile(target);
    if (!entry || !stats?.isFile() || !isAsWritten(target, stats, { entry, seen })) return false;
    this.kept.set(path, { ...fileStateOf(stats), hash: entry.hash });
    return true;
  }

  /** The same with all files that the last build wrote into a folder. */
  keepFolder(folder: string): boolean {
    const paths = Object.keys(this.previous.files).filter((path) => path.startsWith(`${folder}/`));
    return paths.every((path) => this.keep(path));
  }

  /** Takes a file. True if it has to be written. Findings: output/symlink, output/occupied. */
  add({ path, content }: { readonly path: string; readonly content: Content }): boolean {
    return isInPieces(content) ? this.addInPieces(path, content) : this.addWhole(path, content);
  }

  private addWhole(path: string, content: Artifact["content"]): boolean {
    const bytes = typeof content === "string" ? this.encode(content) : content;
    const contentHash = hash("sha256", bytes);
    const target = join(this.out, path);
    const known = this.previous.files[path];
    let stats = known && statFile(target);
    if (stats?.isFile() && known?.hash === contentHash && isSameFile(known, stats, this.previous.seen)) {
      this.kept.set(path, known);
      return false;
    }
    const folder = this.folderState(dirname(target));
    if (folder === "blocked") return false;
    if (folder === "safe") stats ??= statFile(target);
    if (!this.checkTarget(path, stats)) return false;
    if (stats?.isFile() && stats.size === bytes.length && readFileSync(target).equals(bytes)) {
      this.kept.set(path, { ...fileStateOf(stats), hash: contentHash });
      return false;
    }
    this.staged.set(path, this.staging.write(path, [bytes], contentHash));
    return true;
  }

  /** It is written before it is compared: nobody has it as a whole. */
  private addInPieces(path: string, { pieces }: InPieces): boolean {
    const target = join(this.out, path);
    const folder = this.folderState(dirname(target));
    const stats = folder === "safe" ? statFile(target) : undefined;
    if (folder === "blocked" || !this.checkTarget(path, stats)) return false;
    const staged = this.staging.write(path, this.encodePieces(pieces));
    if (!stats?.isFile() || !isAsWritten(target, stats, { entry: staged, seen: 0 })) {
      this.staged.set(path, staged);
      return true;
    }
    rmSync(join(this.place.staging, path));
    this.kept.set(path, { ...fileStateOf(stats), hash: staged.hash });
    return false;
  }

  /** What a file that has been kept or added is. */
  at(path: string): WrittenFile | undefined {
    return this.kept.get(path) ?? this.staged.get(path);
  }

  /** What has been kept and added so far, by path. */
  *files(): Generator<readonly [path: string, entry: WrittenFile]> {
    yield* this.kept;
    yield* this.staged;
  }

  private *sortedFiles(): Generator<readonly [path: string, entry: WrittenFile]> {
    for (const path of [...this.kept.keys(), ...this.staged.keys()].sort()) {
      const entry = this.at(path);
      if (entry) yield [path, entry];
    }
  }

  /**
   * Looks at what is going to change before anything does.
   *
   * Findings: output/left and output/unknown (warnings), output/occupied, output/unwritable.
   */
  check(): void {
    const { files, left, seen } = this.previous;
    const known = new Set([...this.kept.keys(), ...this.staged.keys()]);
    for (const [path, entry] of Object.entries({
      ...listUnknownFiles(this.previous, this.out, known),
      ...left,
      ...files,
    })) {
      if (known.has(path)) continue;
      const judgement = judgeOrphan(this.out, path, { entry, seen });
      if (judgement === "ours") this.orphans.add(path);
      if (judgement === "changed") this.left.set(path, entry);
    }
    this.findings.push(...describeLeft(this.left));
    for (const path of [...this.replacingFolders, ...this.left.keys()])
      if (this.isOccupied(path)) this.findings.push(finding("output/occupied", path, { path }));
    this.checkFolders();
  }

  /**
   * Puts the new files into place and removes orphans. `check` comes before.
   *
   * @param meanwhile is given the stamp of this build when all is in place. What takes its time belongs there: only of a file that has
   * been in place for a moment its state is sure, so that the next build need not read it
   */
  commit(meanwhile: (stamp: string) => void = () => undefined): Commit {
    const { place } = this;
    makeFolder(place.out);
    const isNear = this.staged.size > 0 && !this.canMove();
    if (isNear) this.copyNear();
    const stamp = newStamp();
    const journal = { stamp, put: this.staged, remove: [...this.orphans], isNear };
    writeJournal(place, journal);
    // From here on the next build finishes what this one may not.
    this.forget();
    this.progress = "some";
    const moved = carryOut(place, journal, this.previous);
    meanwhile(stamp);
    for (const path of isNear ? this.staged.keys() : moved) this.lookAgain(path, isNear);
    writeManifest(place, { stamp, seen: Date.now(), files: this.sortedFiles(), left: this.left });
    rmSync(place.journal);
    removeStaging(place);
    this.progress = "all";
    const [written, unchanged, removed] = [this.staged.size, this.kept.size, this.orphans.size];
    return { counts: { written, unchanged, removed }, stamp };
  }

  /** Leaves the output folder as it was before; called by itself when the process exits. After `commit` has begun it does nothing. */
  readonly abandon = (): void => {
    if (this.isForgotten) return;
    this.forget();
    removeStaging(this.place);
  };

  private forget(): void {
    this.isForgotten = true;
    process.off("exit", this.abandon);
  }

  /** UTF-8; good until the next call. */
  private encode(text: string): Buffer {
    // A list of all addresses is long, and would have three times its room kept for it.
    if (text.length * 3 > this.scratch.length) return Buffer.from(text);
    return this.scratch.subarray(0, this.scratch.write(text));
  }

  /** The same of a long text, a part at a time. */
  private *encodePieces(pieces: Iterable<string>): Generator<Buffer> {
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < partLength) continue;
      yield this.encode(waiting);
      waiting = "";
    }
    yield this.encode(waiting);
  }

  /** Whether files can be moved from the staging folder: trying tells more than devices, which mounted folders may share. */
  private canMove(): boolean {
    const [probe, target] = [join(this.place.staging, ".probe"), nearStaging(this.place)];
    mkdirSync(probe);
    try {
      renameSync(probe, target);
      rmdirSync(target);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
      rmdirSync(probe);
      return false;
    }
  }

  /** Copies what is staged to the file system of the output folder: what there is no room for is noticed before the first move. */
  private copyNear(): void {
    const near = nearStaging(this.place);
    const folders = new Set([...this.staged.keys()].map((path) => dirname(join(near, path))));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const path of this.staged.keys()) copyFileSync(join(this.place.staging, path), join(near, path));
  }

  /** Notes the state of a file where it is now. Moving it has changed its change time alone; else it may be somebody's by now. */
  private lookAgain(path: string, isCopied: boolean): void {
    const [entry, stats] = [this.staged.get(path), statFile(join(this.out, path))];
    if (!entry || stats?.size !== entry.bytes) return;
    const isOurs = isCopied || (stats.mtimeMs === entry.modified && stats.ino === entry.inode);
    if (isOurs) this.staged.set(path, { ...fileStateOf(stats), hash: entry.hash });
  }

  /** Whether something that stays is in the way of a new file. */
  private isOccupied(path: string): boolean {
    if (this.left.has(path)) return [...this.staged.keys()].some((other) => other.startsWith(`${path}/`));
    return readdirSync(join(this.out, path), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .some((entry) => !this.orphans.has(this.relative(join(entry.parentPath, entry.name))));
  }

  /** Finding: output/unwritable. */
  private checkFolders(): void {
    const existing = new Set<string>();
    let changing: string | undefined;
    for (const paths of [this.staged.keys(), this.orphans])
      for (const path of paths) {
        const folder = dirname(join(this.out, path));
        if (folder !== changing) existing.add(findExisting(folder));
        changing = folder;
      }
    let last: string | undefined;
    for (const folder of [...existing].sort()) {
      // Where a whole tree cannot be written, its top says it.
      if (last !== undefined && folder.startsWith(`${last}/`)) continue;
      try {
        // The dot: a file in place of the folder is another error than a missing permission.
        accessSync(`${folder}/.`, constants.W_OK | constants.X_OK);
      } catch (error) {
        const found = refused(error, "output/unwritable", this.place);
        if (!found) throw error;
        this.findings.push(found);
        last = folder;
      }
    }
  }

  /** Every folder on the way must be a real one: a symbolic link could lead anywhere. */
  private folderState(folder: string): FolderState {
    const known = this.folders.get(folder);
    if (known) return known;
    const parent = this.folderState(dirname(folder));
    // What follows from the folder above need not be kept: a new site has as many folders as practices.
    if (parent !== "safe") return parent;
    const state = this.lookAtFolder(folder);
    this.folders.set(folder, state);
    return state;
  }

  private lookAtFolder(folder: string): FolderState {
    const stats = statFile(folder);
    if (stats?.isDirectory()) return "safe";
    const path = this.relative(folder);
    // A file of an earlier build makes room.
    if (!stats || path in this.previous.files) return "absent";
    this.findings.push(finding(stats.isSymbolicLink() ? "output/symlink" : "output/occupied", path, { path }));
    return "blocked";
  }

  private checkTarget(path: string, stats: Stats | undefined): boolean {
    if (!stats || stats.isFile()) return true;
    if (stats.isDirectory() && Object.keys(this.previous.files).some((other) => other.startsWith(`${path}/`))) {
      this.replacingFolders.add(path);
      return true;
    }
    this.findings.push(finding(stats.isSymbolicLink() ? "output/symlink" : "output/occupied", path, { path }));
    return false;
  }

  private relative(path: string): string {
    return path.slice(this.out.length + 1).replaceAll("\\", "/");
  }
}

/** The nearest folder on the way to a path that is there, or the file that is in its way. */
function findExisting(path: string): string {
  return statFile(path) ? path : findExisting(dirname(path));
}
