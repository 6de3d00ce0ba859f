import { createHash, hash } from "node:crypto";
import { readFileSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFileInParts } from "../../state/replace-file.ts";
import { writeAll } from "../../state/write-all.ts";

/*
 * Files in which a build leaves what the next one may use. Each begins with a line that says what it was made for and what its
 * own bytes are: a file of another version, of another site, cut off or damaged is as good as none.
 */

/** To be raised when the shape of any such file changes. */
const format = 1;

/** The value in a file; undefined if there is none that can be trusted. @param key what it must have been made for */
export function readStateFile(file: string, key: string): unknown {
  const bytes = readStateBytes(file, key);
  return bytes && JSON.parse(bytes.toString("utf8"));
}

/** The same as bytes. */
export function readStateBytes(file: string, key: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const content = bytes.subarray(end + 1);
    return bytes.toString("latin1", 0, end) === headOf(key, hash("sha1", content)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces a file in one step. Where there would be an object, pairs of names and values may stand: of many files nobody has to make one. */
export function writeStateFile(file: string, key: string, value: unknown): void {
  writeStateParts(file, key, partsOf(value));
}

/** The same with bytes; texts are written in UTF-8. */
export function writeStateParts(file: string, key: string, parts: Iterable<string | Buffer>): void {
  makeFolder(dirname(file));
  // What is in the way there can only be left from an accident: the folder holds nothing but what builds remember.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { recursive: true });
  replaceFileInParts(file, (unfinished) => {
    const digest = createHash("sha1");
    let end = headLength;
    for (const part of parts) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      digest.update(bytes);
      writeAll(unfinished, bytes, end);
      end += bytes.length;
    }
    writeAll(unfinished, Buffer.from(`${headOf(key, digest.digest("hex"))}\n`), 0);
  });
}

/** Characters that are written at once. */
const partLength = 1 << 18;

/** A value as JSON, in parts: what is remembered of a large archive is not to be held twice. */
export function* partsOf(value: unknown): Generator<string> {
  let pieces: string[] = [];
  let length = 0;
  for (const piece of piecesOf(value)) {
    pieces.push(piece);
    length += piece.length;
    if (length < partLength) continue;
    yield pieces.join("");
    pieces = [];
    length = 0;
  }
  yield pieces.join("");
}

/** Items that are written as one piece. */
const itemsAtOnce = 256;

/** @param depth how far to look into it for pieces */
function* piecesOf(value: unknown, depth = 2): Generator<string> {
  if (depth === 0 || typeof value !== "object" || value === null) yield JSON.stringify(value);
  else if (Array.isArray(value)) {
    yield "[";
    for (let at = 0; at < value.length; at += itemsAtOnce)
      yield (at > 0 ? "," : "") + JSON.stringify(value.slice(at, at + itemsAtOnce)).slice(1, -1);
    yield "]";
  } else {
    let comma = "";
    yield "{";
    for (const [name, part] of Symbol.iterator in value
      ? (value as Iterable<[string, unknown]>)
      : Object.entries(value)) {
      if (part === undefined) continue;
      yield `${comma}${JSON.stringify(name)}:`;
      yield* piecesOf(part, depth - 1);
      comma = ",";
    }
    yield "}";
  }
}

/** With its line end. */
const headLength = headOf("", hash("sha1", "")).length + 1;

/** @param contentHash SHA-1 of all that follows */
function headOf(key: string, contentHash: string): string {
  return `praktika ${format} ${hash("sha256", key).slice(0, 24)} ${contentHash}`;
}
