import { hash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ManifestEntry } from "../../core/model/manifest.ts";
import type { Folders } from "../folders.ts";
import type { FileState } from "../incremental/file-state.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/** A file that a build wrote, and the state it was in afterwards. */
export interface WrittenFile extends ManifestEntry, FileState {}

/** By path below the output folder. */
export type WrittenFiles = Readonly<Record<string, WrittenFile>>;

/** What builds have written into an output folder. */
export interface Manifest {
  /** New with every build that writes. What else is remembered of that build names it, and counts for nothing beside another. */
  readonly stamp: string;
  /** When the files were looked at; milliseconds. */
  readonly seen: number;
  readonly files: WrittenFiles;
  /** Files that are no longer part of the site, and stay because somebody changed them. */
  readonly left: WrittenFiles;
}

/** An output folder, and where a build keeps what it knows of it: outside, because the folder is public. */
export interface OutputPlace {
  /** Absolute path. */
  readonly out: string;
  /** What the folder is called in files about it: they stay true when the archive is moved as a whole. */
  readonly name: string;
  readonly manifest: string;
  readonly journal: string;
  /** What of it was published, if anybody noted that; see src/cli/publish/. */
  readonly published: string;
  /** New files wait here until all of them are ready. */
  readonly staging: string;
}

export function outputPlaceOf({ root, state, out }: Pick<Folders, "root" | "state" | "out">): OutputPlace {
  const below = relative(root, out);
  const name = below.startsWith("..") || below === "" ? out : below.split(sep).join("/");
  const id = hash("sha256", name).slice(0, 16);
  return {
    out,
    name,
    manifest: join(state, "manifests", `${id}.json`),
    journal: join(state, "manifests", `${id}.journal.json`),
    published: join(state, "manifests", `${id}.published.json`),
    staging: join(state, "staging", id),
  };
}

/** To be raised when the shape changes. */
const version = 3;

/** Files by path, one after the other. */
export type FileList = Iterable<readonly [path: string, file: WrittenFile]>;

type Row = readonly [hash: string, bytes: number, modified: number, changed: number, inode: number];
type Rows = Readonly<Record<string, Row>>;
type StoredManifest = Pick<Manifest, "stamp" | "seen"> & { readonly files: Rows; readonly left: Rows };

/** The manifest of the last build into this folder; an empty one if there is none or it is damaged. */
export function readManifest(place: OutputPlace): Manifest {
  const stored = readStateFile(place.manifest, keyOf(place)) as StoredManifest | undefined;
  if (!stored) return { stamp: newStamp(), seen: 0, files: readFormerFiles(place), left: {} };
  return { ...stored, files: fromRows(stored.files), left: fromRows(stored.left) };
}

/** Replaces the manifest in one step. */
export function writeManifest(
  place: OutputPlace,
  {
    stamp,
    seen,
    files,
    left,
  }: Pick<Manifest, "stamp" | "seen"> & { readonly files: FileList; readonly left: FileList },
): void {
  writeStateFile(place.manifest, keyOf(place), { stamp, seen, files: toRows(files), left: toRows(left) });
}

export function newStamp(): string {
  return randomUUID();
}

/** What a build is about to do in the output folder, written down before it begins. */
export interface Journal {
  /** Of the manifest that comes next. */
  readonly stamp: string;
  /** Files to move into the folder. */
  readonly put: WrittenFiles;
  /** Paths of files to remove; the manifest knows their content. */
  readonly remove: readonly string[];
  /** True: they wait in the output folder itself, because that lies on another file system than the staging folder. */
  readonly isNear: boolean;
}

type StoredJournal = Omit<Journal, "put"> & { readonly put: Rows };

/** The journal of a build that was cut off while it moved files. */
export function readJournal(place: OutputPlace): Journal | undefined {
  const stored = readStateFile(place.journal, keyOf(place)) as StoredJournal | undefined;
  return stored && { ...stored, put: fromRows(stored.put) };
}

export function writeJournal(place: OutputPlace, journal: Omit<Journal, "put"> & { readonly put: FileList }): void {
  writeStateFile(place.journal, keyOf(place), { ...journal, put: toRows(journal.put) });
}

/** A file of which only the content is known: nobody has looked at it where it is now. */
export function unseen({ hash: contentHash, bytes }: ManifestEntry): WrittenFile {
  return { hash: contentHash, bytes, modified: -1, changed: -1, inode: -1 };
}

/** The hash of a file as manifests have it. */
export function hashFile(path: string): string {
  return hash("sha256", readFileSync(path));
}

/** What versions before this one knew, so that files which this one does not write any more are still removed. */
function readFormerFiles({ manifest, out }: OutputPlace): WrittenFiles {
  const file = join(manifest, "..", `${hash("sha256", out).slice(0, 16)}.json`);
  const files = (readStateFile(file, `manifest 2 of ${out}`) ?? {}) as Readonly<Record<string, ManifestEntry>>;
  return Object.fromEntries(Object.entries(files).map(([path, entry]) => [path, unseen(entry)]));
}

function keyOf({ name }: OutputPlace): string {
  return `manifest ${version} of ${name}`;
}

/** Without names of fields, for a file of half the size. */
function* toRows(files: FileList): Generator<readonly [path: string, row: Row]> {
  for (const [path, { hash: contentHash, bytes, modified, changed, inode }] of files)
    yield [path, [contentHash, bytes, modified, changed, inode]];
}

function fromRows(rows: Rows): WrittenFiles {
  const files: Record<string, WrittenFile> = {};
  for (const [path, [contentHash, bytes, modified, changed, inode]] of Object.entries(rows))
    files[path] = { hash: contentHash, bytes, modified, changed, inode };
  return files;
}
