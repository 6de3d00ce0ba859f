import { accessSync, constants, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Folders } from "./folders.ts";

/**
 * The folders of a site whose caches can be written. A build needs no cache: where the archive cannot be written (a read-only
 * disk, a folder of somebody else), it gets an empty one in the system's temporary folder, which goes when the process ends. Printed
 * sheets are still those of the archive.
 */
export function withUsableState(folders: Folders): Folders {
  if (isWritable(folders.state)) return folders;
  const state = mkdtempSync(join(tmpdir(), "praktika-"));
  process.once("exit", () => rmSync(state, { recursive: true, force: true }));
  const sheets = join(folders.state, "pdf");
  if (existsSync(sheets)) symlinkSync(sheets, join(state, "pdf"));
  return { ...folders, state };
}

/** Whether a folder can be written, or made where it is not there yet. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return dirname(folder) !== folder && isWritable(dirname(folder));
  // What one account has built, another may not be able to renew.
  const inside = ["cache", "manifests", "build.lock"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  try {
    for (const path of [folder, ...inside]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
