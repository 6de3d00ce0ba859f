import { hash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import { replaceFile } from "./replace-file.ts";

/** A key, and a hash of the bytes before the end of the name. */
const keptName = /^(.+)\.([0-9a-f]{20})(\.\w+|)$/;

/**
 * Files of one folder that were made once, by a key that says what they were made from. Each has a hash of its bytes in its name: one
 * that a power cut or a disk has damaged is as good as none. The folder is made when the first is kept.
 */
export class KeptFiles {
  private readonly folder: string;
  /** Names by key. */
  private readonly names: Map<string, string>;

  /** @param folder absolute path */
  constructor(folder: string) {
    this.folder = folder;
    this.names = new Map(listFiles(folder).flatMap((name) => [[keyOf(name), name]]));
  }

  /** The file that was kept by a key. @param key with the usual end of such a file's name, or without one */
  find(key: string): string | undefined {
    const name = this.names.get(key);
    if (name === undefined) return undefined;
    const file = join(this.folder, name);
    if (isAsKept(file, key)) return file;
    this.remove(key);
    return undefined;
  }

  /** Keeps a file in one step. Returns where it lies. */
  keep(key: string, bytes: Uint8Array): string {
    const name = nameFor(key, bytes);
    const file = join(this.folder, name);
    makeFolder(this.folder);
    replaceFile(file, bytes);
    if (this.names.get(key) !== name) this.remove(key);
    this.names.set(key, name);
    return file;
  }

  /** Removes the files whose keys begin with a text, but not that of one key. */
  removeOthers(start: string, key: string): void {
    for (const other of [...this.names.keys()]) if (other.startsWith(start) && other !== key) this.remove(other);
  }

  private remove(key: string): void {
    const name = this.names.get(key);
    if (name !== undefined) rmSync(join(this.folder, name), { recursive: true, force: true });
    this.names.delete(key);
  }
}

function nameFor(key: string, bytes: Uint8Array): string {
  const end = extname(key);
  return `${key.slice(0, key.length - end.length)}.${hash("sha256", bytes).slice(0, 20)}${end}`;
}

/** What lies in the folder under another name was kept by an older version: found by nobody, removed as others are. */
function keyOf(name: string): string {
  return name.replace(keptName, "$1$3");
}

function isAsKept(file: string, key: string): boolean {
  try {
    return file.endsWith(nameFor(key, readFileSync(file)));
  } catch {
    // Not a file, or no longer there.
    return false;
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
