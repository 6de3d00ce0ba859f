import { randomUUID } from "node:crypto";
import { chmodSync, chownSync, closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Replaces a file in one step: a reader gets the old content or the new one, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  replaceAfter(file, content, () => undefined);
}

/** The same with a long content that nobody has as a whole. @param write is given the open file */
export function replaceFileInParts(file: string, write: (unfinished: number) => void): void {
  replaceBy(file, (unfinished) => {
    const opened = openSync(unfinished, "wx");
    try {
      write(opened);
    } finally {
      closeSync(opened);
    }
  });
}

/** Replaces a file that is there. It stays whose it was, and who may read it, as far as the system lets that be said. */
export function rewriteFile(file: string, content: string): void {
  const { mode, uid, gid } = statSync(file);
  replaceAfter(file, content, (unfinished) => {
    try {
      chownSync(unfinished, uid, gid);
    } catch {
      // Only root may give a file away; others write files that are theirs.
    }
    chmodSync(unfinished, mode & 0o7777);
  });
}

function replaceAfter(file: string, content: string | Uint8Array, prepare: (unfinished: string) => void): void {
  replaceBy(file, (unfinished) => {
    writeFileSync(unfinished, content);
    prepare(unfinished);
  });
}

function replaceBy(file: string, make: (unfinished: string) => void): void {
  // Not the number of the process: in containers several programs that share a folder have the same.
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    make(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
