import { mkdtempSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import type { Options } from "./options.ts";
import { fullProfileMax } from "./steps.ts";

/** Kilobytes of a practice: its text and its pages in one generator, and what the full profile has beyond that. */
const perGenerator = 45;
const perFullProfile = 70;

const memoryFolder = "/dev/shm";

/**
 * Makes a folder for all files of the run: in memory, so that no disk is measured, if there is enough of it beside what the
 * builds themselves take; otherwise among temporary files.
 */
export function createWorkFolder({ counts, peersMax }: Pick<Options, "counts" | "peersMax">): string {
  const kilobytes = Math.max(
    ...counts.map(
      (count) => count * (perGenerator * (count <= peersMax ? 3 : 1) + (count <= fullProfileMax ? perFullProfile : 0)),
    ),
  );
  const parent = roomInMemory() >= kilobytes * 1024 ? memoryFolder : tmpdir();
  return mkdtempSync(join(parent, "praktika-bench-"));
}

/** In bytes. Containers often have a /dev/shm of 64 MB. */
function roomInMemory(): number {
  try {
    const { bavail, bsize } = statfsSync(memoryFolder);
    return Math.min(bavail * bsize, freemem() / 2);
  } catch {
    return 0;
  }
}
