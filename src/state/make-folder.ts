import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Beside an archive: the cache, printed sheets, the secret and the votes. */
const stateName = ".praktika";

/**
 * Makes a folder and those above it. If it is the folder `.praktika` or lies in one, that first gets a .gitignore for all that is
 * in it, so that no secret and no vote is committed with the archive. Returns the first folder that was made, if any.
 */
export function makeFolder(folder: string): string | undefined {
  const state = stateFolderOf(folder);
  if (state === undefined) return makeAll(folder);
  const made = makeAll(state);
  hideFromGit(state);
  const below = makeAll(folder);
  return made ?? below;
}

/** As Node does it, which turns for ever where the system takes no folders, as below /proc. */
function makeAll(folder: string): string | undefined {
  try {
    return makeOneFolder(folder);
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === folder) throw error;
    const made = makeAll(above);
    const last = makeOneFolder(folder);
    return made ?? last;
  }
}

/** Makes a folder where the one above it is. Returns undefined if it was there, or somebody else has just made it. */
export function makeOneFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder);
    return folder;
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    throw error;
  }
}

function stateFolderOf(folder: string): string | undefined {
  if (basename(folder) === stateName) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : stateFolderOf(parent);
}

function hideFromGit(state: string): void {
  const file = join(state, ".gitignore");
  if (existsSync(file)) return;
  try {
    // Whoever wants one of these files in git has put another .gitignore here, perhaps at this moment.
    writeFileSync(file, "*\n", { flag: "wx" });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Where nothing can be written, no secret comes to lie either.
    if (!["EEXIST", "EACCES", "EPERM", "EROFS"].includes(code)) throw error;
  }
}
