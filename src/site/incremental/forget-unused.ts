import { existsSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const day = 24 * 60 * 60 * 1000;

/**
 * Takes out of a folder what has not been used for a day. Another build, with drafts or into another folder, may use what this
 * one does not.
 *
 * @param used absolute paths of files in it
 */
export function forgetUnused(folder: string, used: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  const now = new Date();
  for (const file of readdirSync(folder).map((name) => join(folder, name))) {
    // Two builds at once may come by the same file.
    if (used.has(file)) utimesSync(file, now, now);
    else if (now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > day)
      rmSync(file, { force: true });
  }
}
