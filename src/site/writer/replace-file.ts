import { chmodSync, chownSync, renameSync, statSync, writeFileSync } from "node:fs";

/** Replaces a file in one step: a reader gets the old content or the new one, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

/** Replaces a file that is there. It stays who it belonged to and who may read it, as far as the system lets that be said. */
export function rewriteFile(file: string, content: string): void {
  const { mode, uid, gid } = statSync(file);
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, content);
  try {
    chownSync(unfinished, uid, gid);
  } catch {
    // Only root may give a file away; others write files that are theirs.
  }
  chmodSync(unfinished, mode & 0o7777);
  renameSync(unfinished, file);
}
