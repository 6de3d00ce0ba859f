import { hash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, finding } from "../diagnostics/finding.ts";
import type { Manifest, ManifestEntry } from "../model/manifest.ts";
import type { Artifact } from "../model/route.ts";

export interface WriteCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

interface Staged {
  readonly path: string;
  readonly staged: string;
  readonly hash: string;
}

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
  private readonly staged: Staged[] = [];
  private readonly kept: Record<string, ManifestEntry> = {};
  private readonly safeFolders = new Set<string>();
  private readonly created: boolean;

  /** @param out absolute path; @param previous manifest of the last build into it */
  constructor(out: string, previous: Manifest) {
    this.created = mkdirSync(out, { recursive: true }) !== undefined;
    this.out = realpathSync(out);
    this.previous = previous.files;
    for (const name of readdirSync(this.out))
      if (isStale(name)) rmSync(join(this.out, name), { recursive: true, force: true });
    this.staging = join(this.out, stagingPrefix + process.pid);
    this.safeFolders.add(this.out);
  }

  /** Takes a finished file. Findings: output/symlink, output/occupied. */
  add({ path, content }: Artifact): void {
    const contentHash = hash("sha256", content);
    const target = join(this.out, path);
    const stats = statOrUndefined(target);
    const known = this.previous[path];
    if (stats?.isFile() && known?.hash === contentHash && isUntouched(stats, known)) {
      this.kept[path] = known;
      return;
    }
    if (!this.checkFolder(dirname(target)) || !this.checkTarget(path, stats)) return;
    if (stats?.isFile() && isSameContent(target, stats, content)) {
      this.kept[path] = { hash: contentHash, bytes: stats.size, modified: stats.mtimeMs };
      return;
    }
    if (this.staged.length === 0) mkdirSync(this.staging, { recursive: true });
    const staged = join(this.staging, String(this.staged.length));
    writeFileSync(staged, content);
    this.staged.push({ path, staged, hash: contentHash });
  }

  /** Puts the new files into place and removes orphans. Returns the manifest to keep. */
  commit(): { readonly counts: WriteCounts; readonly manifest: Manifest } {
    const wanted = new Set([...Object.keys(this.kept), ...this.staged.map(({ path }) => path)]);
    const orphans = Object.keys(this.previous).filter((path) => !wanted.has(path));
    const removed = orphans.filter((path) => this.removeOrphan(path)).length;
    const files: Record<string, ManifestEntry> = { ...this.kept };
    for (const { path, staged, hash: contentHash } of this.staged) {
      const target = join(this.out, path);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(staged, target);
      const { size, mtimeMs } = statSync(target);
      files[path] = { hash: contentHash, bytes: size, modified: mtimeMs };
    }
    rmSync(this.staging, { recursive: true, force: true });
    const counts = { written: this.staged.length, unchanged: Object.keys(this.kept).length, removed };
    return {
      counts,
      manifest: { files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) },
    };
  }

  /** Leaves the output folder as it was before. */
  abandon(): void {
    rmSync(this.staging, { recursive: true, force: true });
    if (this.created) removeIfEmpty(this.out);
  }

  /** Every folder on the way must be a real one: a symbolic link could lead anywhere. */
  private checkFolder(folder: string): boolean {
    if (this.safeFolders.has(folder)) return true;
    if (!this.checkFolder(dirname(folder))) return false;
    const stats = statOrUndefined(folder);
    const path = this.relative(folder);
    if (stats && !stats.isDirectory() && !(path in this.previous)) {
      this.findings.push(finding(stats.isSymbolicLink() ? "output/symlink" : "output/occupied", path, { path }));
      return false;
    }
    this.safeFolders.add(folder);
    return true;
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

function isSameContent(target: string, stats: Stats, content: Artifact["content"]): boolean {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return stats.size === bytes.length && readFileSync(target).equals(bytes);
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
