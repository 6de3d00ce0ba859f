import { hash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { Manifest, ManifestEntry } from "../../core/model/manifest.ts";
import type { Artifact } from "../../core/model/route.ts";
import { makeFolder } from "../../state/make-folder.ts";

export interface WriteCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Of a folder on the way to a file: there and a real one; not there, or about to make room; taken by something else. */
type FolderState = "safe" | "absent" | "blocked";

const stagingPrefix = ".praktika-staging-";

/**
 * Writes a site into its folder as one change. New files wait in a staging folder inside the output folder until
 * `commit`; a build that fails calls `abandon` and leaves everything as it was. Files that are the same already are
 * not touched, orphans of earlier builds are removed, and nothing that Praktika did not write is ever deleted.
 */
export class OutputWriter {
  readonly findings: Finding[] = [];
  private readonly out: string;
  private readonly previous: Manifest["files"];
  private readonly staging: string;
  private readonly staged = new Map<string, ManifestEntry>();
  private readonly stagedFolders = new Set<string>();
  private readonly kept = new Map<string, ManifestEntry>();
  private readonly folders = new Map<string, FolderState>();
  private readonly created: boolean;
  /** Texts are encoded here one after the other: asking first how many bytes each will have takes as long again. */
  private scratch = Buffer.allocUnsafe(1 << 18);

  /** @param out absolute path; @param previous manifest of the last build into it */
  constructor(out: string, previous: Manifest) {
    this.created = makeFolder(out) !== undefined;
    this.out = realpathSync(out);
    this.previous = previous.files;
    for (const name of readdirSync(this.out))
      if (isStale(name)) rmSync(join(this.out, name), { recursive: true, force: true });
    this.staging = join(this.out, stagingPrefix + process.pid);
    this.folders.set(this.out, "safe");
  }

  /** Leaves a file of the last build in its place. False if it is not there as it was written. */
  keep(path: string): boolean {
    const known = this.previous[path];
    const stats = known && statOrUndefined(join(this.out, path));
    if (!known || !stats?.isFile() || !isUntouched(stats, known)) return false;
    this.kept.set(path, known);
    return true;
  }

  /** Takes a finished file. True if it has to be written. Findings: output/symlink, output/occupied. */
  add({ path, content }: Artifact): boolean {
    const bytes = typeof content === "string" ? this.encode(content) : content;
    const contentHash = hash("sha256", bytes);
    const target = join(this.out, path);
    const known = this.previous[path];
    let stats = known && statOrUndefined(target);
    if (stats?.isFile() && known?.hash === contentHash && isUntouched(stats, known)) {
      this.kept.set(path, known);
      return false;
    }
    const folder = this.folderState(dirname(target));
    if (folder === "blocked") return false;
    if (folder === "safe") stats ??= statOrUndefined(target);
    if (!this.checkTarget(path, stats)) return false;
    if (stats?.isFile() && stats.size === bytes.length && readFileSync(target).equals(bytes)) {
      this.kept.set(path, { hash: contentHash, bytes: stats.size, modified: stats.mtimeMs });
      return false;
    }
    this.staged.set(path, { hash: contentHash, ...this.stage(path, bytes) });
    return true;
  }

  /** What has been kept and added so far, by path. */
  *files(): Generator<readonly [path: string, entry: ManifestEntry]> {
    yield* this.kept;
    yield* this.staged;
  }

  /** Puts the new files into place and removes orphans. Returns the manifest to keep. */
  commit(): { readonly counts: WriteCounts; readonly manifest: Manifest } {
    const orphans = Object.keys(this.previous).filter((path) => !this.kept.has(path) && !this.staged.has(path));
    this.checkRights([...this.staged.keys(), ...orphans]);
    const removed = orphans.filter((path) => this.removeOrphan(path)).length;
    if (this.staged.size > 0) moveInto(this.staging, this.out);
    rmSync(this.staging, { recursive: true, force: true });
    const files = [...this.files()].sort(([a], [b]) => (a < b ? -1 : 1));
    const counts = { written: this.staged.size, unchanged: this.kept.size, removed };
    return { counts, manifest: { files: Object.fromEntries(files) } };
  }

  /** Before the first file is moved: what the system would refuse half-way it must refuse now. Throws what it says. */
  private checkRights(paths: readonly string[]): void {
    for (const folder of new Set(paths.map((path) => dirname(join(this.out, path)))))
      if (statOrUndefined(folder)?.isDirectory()) accessSync(folder, constants.W_OK | constants.X_OK);
  }

  /** Leaves the output folder as it was before. */
  abandon(): void {
    rmSync(this.staging, { recursive: true, force: true });
    if (this.created) removeIfEmpty(this.out);
  }

  /** UTF-8; good until the next call. */
  private encode(text: string): Buffer {
    const most = text.length * 3;
    if (this.scratch.length < most) this.scratch = Buffer.allocUnsafe(most);
    return this.scratch.subarray(0, this.scratch.write(text));
  }

  /** Writes a file below the staging folder, where it lies as it will below the output folder. */
  private stage(path: string, bytes: Uint8Array): Omit<ManifestEntry, "hash"> {
    const staged = join(this.staging, path);
    const folder = dirname(staged);
    if (!this.stagedFolders.has(folder)) {
      makeFolder(folder);
      this.stagedFolders.add(folder);
    }
    const file = openSync(staged, "wx");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      // Moving a file leaves this as it is.
      const { size, mtimeMs } = fstatSync(file);
      return { bytes: size, modified: mtimeMs };
    } finally {
      closeSync(file);
    }
  }

  /** Every folder on the way must be a real one: a symbolic link could lead anywhere. */
  private folderState(folder: string): FolderState {
    const known = this.folders.get(folder);
    if (known) return known;
    const parent = this.folderState(dirname(folder));
    const state = parent === "safe" ? this.lookAtFolder(folder) : parent;
    this.folders.set(folder, state);
    return state;
  }

  private lookAtFolder(folder: string): FolderState {
    const stats = statOrUndefined(folder);
    if (stats?.isDirectory()) return "safe";
    const path = this.relative(folder);
    // A file of an earlier build makes room.
    if (!stats || path in this.previous) return "absent";
    this.findings.push(finding(stats.isSymbolicLink() ? "output/symlink" : "output/occupied", path, { path }));
    return "blocked";
  }

  private checkTarget(path: string, stats: Stats | undefined): boolean {
    if (!stats || stats.isFile()) return true;
    if (stats.isDirectory() && Object.keys(this.previous).some((other) => other.startsWith(`${path}/`))) return true;
    this.findings.push(finding(stats.isSymbolicLink() ? "output/symlink" : "output/occupied", path, { path }));
    return false;
  }

  private removeOrphan(path: string): boolean {
    const target = join(this.out, path);
    const entry = this.previous[path];
    const stats = this.hasSafeParents(path) ? statOrUndefined(target) : undefined;
    if (!stats?.isFile() || !entry || !isUntouched(stats, entry)) return false;
    rmSync(target);
    for (let folder = dirname(target); folder !== this.out; folder = dirname(folder)) {
      if (!removeIfEmpty(folder)) break;
    }
    return true;
  }

  private hasSafeParents(path: string): boolean {
    const parts = path.split("/");
    if (parts.includes("..")) return false;
    return parts
      .slice(0, -1)
      .every((_, index) => statOrUndefined(join(this.out, ...parts.slice(0, index + 1)))?.isDirectory());
  }

  private relative(path: string): string {
    return path.slice(this.out.length + 1).replaceAll("\\", "/");
  }
}

function statOrUndefined(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where the path needs a folder.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

function isUntouched(stats: Stats, entry: ManifestEntry): boolean {
  return stats.size === entry.bytes && stats.mtimeMs === entry.modified;
}

/** Moves all that lies in a folder into another: a folder that is not there yet as a whole, which is one step for a new site. */
function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && statOrUndefined(target)) moveInto(source, target);
    else renameSync(source, target);
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** A staging folder whose build no longer runs. */
function isStale(name: string): boolean {
  if (!name.startsWith(stagingPrefix)) return false;
  try {
    process.kill(Number(name.slice(stagingPrefix.length)), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
