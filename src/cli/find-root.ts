import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * The archive that a folder belongs to: the nearest folder upwards with content/site.yaml, as git, npm and cargo look for theirs. As
 * a path from here; "." where there is none, so that what a command says is of this folder.
 */
export function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "content/site.yaml"))) return relative(from, folder) || ".";
    if (dirname(folder) === folder) return ".";
  }
}
