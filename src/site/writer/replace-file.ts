import { renameSync, writeFileSync } from "node:fs";

/** Replaces a file in one step: a reader gets the old content or the new one, never a part. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}
