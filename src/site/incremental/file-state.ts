import type { Stats } from "node:fs";

/**
 * What tells, without reading it, whether a file is what it was when it was last looked at. Times are in milliseconds. Size and
 * modification time alone do not: programs set times, and a digit can be corrected in place. The change time cannot be set.
 */
export interface FileState {
  readonly bytes: number;
  readonly modified: number;
  /** When its text, name, owner or permissions last changed. */
  readonly changed: number;
  readonly inode: number;
}

export function fileStateOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileState {
  return { bytes: size, modified: mtimeMs, changed: ctimeMs, inode: ino };
}

export function hasSameState(known: FileState, stats: Stats): boolean {
  return areSameStates(known, fileStateOf(stats));
}

function areSameStates(known: FileState, now: FileState): boolean {
  return (
    known.bytes === now.bytes &&
    known.modified === now.modified &&
    known.changed === now.changed &&
    known.inode === now.inode
  );
}

/**
 * Whether a file is sure to be what it was. Where that is unsure, as on another machine, its bytes have to be compared.
 *
 * @param seen when the known state was looked at
 */
export function isSameFile(known: FileState, stats: Stats, seen: number): boolean {
  return isSameState(known, fileStateOf(stats), seen);
}

/** The same of a state that was looked at. */
export function isSameState(known: FileState, now: FileState, seen: number): boolean {
  return areSameStates(known, now) && isFileTimeSure(Math.max(known.modified, known.changed), seen);
}

/**
 * Whether a file that still has this time is sure to have the content that it had when it was looked at. A change right after
 * that could have gone unnoticed: a file system counts time in steps, which are seconds on old ones. A time in the future is
 * never sure.
 *
 * @param modified milliseconds; @param seen when the file was looked at, milliseconds
 */
export function isFileTimeSure(modified: number, seen: number): boolean {
  const step = Number.isInteger(modified / 1000) ? 2_000 : 50;
  return modified < seen - step;
}
