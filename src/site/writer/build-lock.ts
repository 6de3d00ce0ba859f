import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { makeFolder } from "../../state/make-folder.ts";

/** How often to look whether the other build has ended, in milliseconds. */
const pollMs = 100;

/** What SQLite says of a file that somebody else has locked. */
const sqliteBusy = 5;

/**
 * Lets one build of an archive run at a time; the next waits. The lock is the system's own, taken through SQLite: it is gone with
 * the process, however that ends, and holds between containers, where numbers of processes say nothing. Returns what gives it back.
 *
 * @param state the folder `.praktika`; @param waiting called once if another build is running
 */
export async function lockBuilds(state: string, waiting: () => void): Promise<() => void> {
  makeFolder(state);
  const file = join(state, "build.lock");
  // SQLite would only say that it cannot open it.
  accessSync(existsSync(file) ? file : state, constants.W_OK);
  for (let round = 0; ; round++) {
    const release = tryLock(file);
    if (release) return release;
    if (round === 0) waiting();
    await wait(pollMs);
  }
}

/** Undefined if another build has the lock. Where a file system knows no locks, builds go on without. */
function tryLock(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    if ((error as { readonly errcode?: number }).errcode !== sqliteBusy) return () => database.close();
    database.close();
    return undefined;
  }
  return () => database.close();
}
