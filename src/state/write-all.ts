import { writeSync } from "node:fs";

/** Writes all of the bytes: where a disk is nearly full, one call of the system writes a part of them. @param at where in the file; else where it is */
export function writeAll(file: number, bytes: Uint8Array, at?: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at === undefined ? null : at + done);
}
