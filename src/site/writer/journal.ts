import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { hasSameState, isSameFile } from "../incremental/file-state.ts";
import {
  hashFile,
  type Journal,
  type Manifest,
  newStamp,
  type OutputPlace,
  readJournal,
  readManifest,
  unseen,
  type WrittenFile,
  writeManifest,
} from "./manifest.ts";
import { identifyByName } from "./named-by-content.ts";

/*
 * A build writes down what it is about to do in the output folder before it does it. Whatever cuts it off in between, the next
 * build finishes that first, so that the folder holds one site and every file in it is known.
 */

/** In the output folder, for a moment, where that lies on another file system than the archive. */
const nearName = ".praktika-staging";

export function nearStaging({ out }: OutputPlace): string {
  return join(out, nearName);
}

/** Finishes what a build that was cut off has begun, and removes what it left behind. */
export function finishInterrupted(place: OutputPlace): void {
  const journal = readJournal(place);
  if (journal) {
    const before = readManifest(place);
    if (before.stamp !== journal.stamp) {
      carryOut(place, journal, before);
      writeManifest(place, settle(place, journal, before));
    }
    rmSync(place.journal);
  }
  removeStaging(place);
}

/** Removes all that waits to be moved. */
export function removeStaging(place: OutputPlace): void {
  rmSync(place.staging, { recursive: true, force: true });
  // Versions before this one added a number to the name.
  for (const name of listOrNothing(place.out))
    if (name.startsWith(nearName)) rmSync(join(place.out, name), { recursive: true, force: true });
}

/**
 * Removes and moves what the journal says, or what is left to do of it. Returns the paths of files that were moved one by one,
 * which changes their state.
 */
export function carryOut(
  place: OutputPlace,
  { remove, isNear }: Pick<Journal, "remove" | "isNear">,
  { files, seen }: Manifest,
): readonly string[] {
  makeFolder(place.out);
  for (const path of remove) {
    const entry = files[path] ?? identifyIfThere(place.out, path);
    if (entry && judgeOrphan(place.out, path, { entry, seen }) === "ours") removeFile(place.out, path);
  }
  const moved: string[] = [];
  const staging = isNear ? nearStaging(place) : place.staging;
  if (existsSync(staging)) moveInto({ from: staging, to: place.out }, "", moved);
  return moved;
}

function identifyIfThere(out: string, path: string): WrittenFile | undefined {
  return hasSafeParents(out, path) && statFile(join(out, path))?.isFile() ? identifyByName(out, path) : undefined;
}

/** What is in the folder after a journal was carried out, file by file; nothing is taken for granted. */
function settle({ out }: OutputPlace, { put, remove }: Journal, before: Manifest) {
  const files: Record<string, WrittenFile> = { ...before.files };
  for (const path of remove) if (!statFile(join(out, path))) delete files[path];
  for (const [path, entry] of Object.entries(put)) {
    const target = join(out, path);
    const isThere = statFile(target)?.isFile() && hashFile(target) === entry.hash;
    if (isThere || !files[path]) files[path] = unseen(entry);
  }
  return {
    stamp: newStamp(),
    seen: before.seen,
    files: Object.entries(files),
    left: Object.entries(before.left),
  };
}

/** Of a file that is no longer part of the site: it is as a build wrote it; it is not there; or it is somebody's. */
export function judgeOrphan(
  out: string,
  path: string,
  { entry, seen }: { readonly entry: WrittenFile; readonly seen: number },
): "ours" | "gone" | "changed" {
  if (!hasSafeParents(out, path)) return "gone";
  const stats = statFile(join(out, path));
  if (!stats?.isFile()) return "gone";
  return isAsWritten(join(out, path), stats, { entry, seen }) ? "ours" : "changed";
}

/** Whether a file has the bytes that a build wrote; they are read only if its state does not tell. */
export function isAsWritten(
  file: string,
  stats: Stats,
  { entry, seen }: { readonly entry: WrittenFile; readonly seen: number },
): boolean {
  if (isSameFile(entry, stats, seen)) return true;
  return stats.size === entry.bytes && hashFile(file) === entry.hash;
}

/** Like `isAsWritten`, but a file in another state counts as another file. */
export function isUntouched(
  file: string,
  stats: Stats,
  { entry, seen }: { readonly entry: WrittenFile; readonly seen: number },
): boolean {
  return hasSameState(entry, stats) && isAsWritten(file, stats, { entry, seen });
}

/** Undefined if nothing is there, also not the folder. */
export function statFile(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file stands where the path needs a folder.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
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

function removeFile(out: string, path: string): void {
  const target = join(out, path);
  rmSync(target);
  for (let folder = dirname(target); folder !== out; folder = dirname(folder)) if (!removeIfEmpty(folder)) break;
}

/** Every folder on the way must be a real one: a symbolic link could lead anywhere. */
function hasSafeParents(out: string, path: string): boolean {
  const parts = path.split("/");
  if (parts.includes("..")) return false;
  return parts.slice(0, -1).every((_, index) => statFile(join(out, ...parts.slice(0, index + 1)))?.isDirectory());
}

/** Moves all that lies in a folder into another: a folder that is not there yet as a whole, which is one step for a new site. */
function moveInto({ from, to }: { readonly from: string; readonly to: string }, path: string, moved: string[]): void {
  for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
    const below = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory() && statFile(join(to, below))?.isDirectory()) {
      moveInto({ from, to }, below, moved);
      continue;
    }
    renameSync(join(from, below), join(to, below));
    if (!entry.isDirectory()) moved.push(below);
  }
}

function listOrNothing(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
