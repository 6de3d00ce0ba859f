import { statfsSync, statSync } from "node:fs";
import { freemem } from "node:os";

/** A folder in memory, where Linux has one. */
const memoryFolder = "/dev/shm";

/**
 * The folder in memory if there is room for so many bytes, beside as much again for the programs themselves. Containers often have
 * one of 64 MB.
 */
export function chooseMemory(bytes: number): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(memoryFolder);
    return Math.min(bavail * bsize, freemem() / 2) >= bytes ? memoryFolder : undefined;
  } catch {
    return undefined;
  }
}

/** A folder for temporary files on another file system than that of a folder; undefined if there is none. */
export function findOtherFileSystem(folder: string): string | undefined {
  const { dev } = statSync(folder);
  return [memoryFolder, "/tmp", "/var/tmp"].find((other) => {
    const stats = statSync(other, { throwIfNoEntry: false });
    return stats !== undefined && stats.dev !== dev;
  });
}
