import { posix } from "node:path";
import type { PublicationChanges, SiteFiles } from "./published.ts";

/** For people, and programs of their own: `+` before what is uploaded, `-` before what is deleted. */
export function formatForPeople({ written, deleted }: PublicationChanges): string {
  return formatLines([...written.map((path) => `+ ${path}`), ...deleted.map((path) => `- ${path}`)]);
}

/**
 * Rules for `rsync --delete --filter='merge -'`: only these files are sent or deleted, and others on the host stay. Its
 * `--delete-missing-args` would be simpler, but many versions of rsync break off where a whole folder is missing.
 */
export function formatForRsync({ written, deleted }: PublicationChanges): string {
  const paths = [...written, ...deleted];
  const names = [...new Set([...foldersAbove(paths).map((folder) => `${folder}/`), ...paths])].sort();
  return formatLines([...names.map((name) => `+ /${name.replace(/[*?[\]\\]/g, "\\$&")}`), "- *"]);
}

/** Commands of lftp, which speaks FTP and SFTP. @param folder the built site; @param now what is in it */
export function formatForLftp({ written, deleted }: PublicationChanges, folder: string, now: SiteFiles): string {
  const kept = new Set(foldersAbove([...now.keys()]));
  const emptied = foldersAbove(deleted).filter((path) => !kept.has(path));
  return formatLines([
    "set xfer:make-backup no",
    ...foldersAbove(written).map((path) => `mkdir -p -f ${quote(path)}`),
    ...written.map((path) => `put -O ${quote(posix.dirname(path))} ${quote(`${folder}/${path}`)}`),
    ...deleted.map((path) => `rm -f ${quote(path)}`),
    // The deepest first; one that holds something else stays.
    ...emptied.reverse().map((path) => `rmdir -f ${quote(path)}`),
  ]);
}

/** All folders that files lie in, those above before those below. */
function foldersAbove(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = posix.dirname(path); folder !== "." && !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder);
  return [...folders].sort();
}

function formatLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function quote(path: string): string {
  return `"${path.replace(/[\\"$]/g, "\\$&")}"`;
}
