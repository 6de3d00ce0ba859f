import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";

/*
 * Files in which a build leaves what the next one may use. Each begins with a line that says what it was made for and what its
 * own bytes are: a file of another version, of another site, cut off or damaged is as good as none.
 */

/** To be raised when the shape of any such file changes. */
const format = 1;

/** The value in a file; undefined if there is none that can be trusted. @param key what it must have been made for */
export function readStateFile(file: string, key: string): unknown {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const content = bytes.subarray(end + 1);
    if (bytes.toString("latin1", 0, end) !== headOf(key, content)) return undefined;
    return JSON.parse(content.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Replaces a file in one step. */
export function writeStateFile(file: string, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  // One buffer for both: what is remembered of a large archive is not to be held twice.
  const bytes = Buffer.allocUnsafe(headLength + Buffer.byteLength(text));
  bytes.write(text, headLength);
  bytes.write(`${headOf(key, bytes.subarray(headLength))}\n`, "latin1");
  makeFolder(dirname(file));
  replaceFile(file, bytes);
}

/** With its line end. */
const headLength = headOf("", new Uint8Array()).length + 1;

function headOf(key: string, content: Uint8Array): string {
  return `praktika ${format} ${hash("sha256", key).slice(0, 24)} ${hash("sha1", content)}`;
}
