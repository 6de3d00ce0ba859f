import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Replaces a file in one step: a reader gets the old content or the new one, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  // Not the number of the process: in containers several programs that share a folder have the same.
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
