import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder, makeOneFolder } from "../../state/make-folder.ts";
import { writeAll } from "../../state/write-all.ts";
import { fileStateOf } from "../incremental/file-state.ts";
import type { WrittenFile } from "./manifest.ts";

/** The folder in which new files wait, laid out like the output folder. */
export class Staging {
  private readonly folder: string;
  /** Folders that hold others, and the last one of those that hold files alone: each practice has one. */
  private readonly made = new Set<string>();
  private last: string | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Writes a file that is not there yet.
   *
   * @param contentHash if it is known already
   */
  write(path: string, parts: Iterable<Uint8Array>, contentHash?: string): WrittenFile {
    const staged = join(this.folder, path);
    this.make(dirname(staged));
    const file = openSync(staged, "wx");
    const digest = contentHash === undefined ? createHash("sha256") : undefined;
    try {
      for (const part of parts) {
        digest?.update(part);
        writeAll(file, part);
      }
      // Moving the folder that it lies in leaves this as it is.
      return { ...fileStateOf(fstatSync(file)), hash: contentHash ?? digest?.digest("hex") ?? "" };
    } catch (error) {
      throw Object.assign(error as Error, { path: staged });
    } finally {
      closeSync(file);
    }
  }

  /** Only the folder itself has to be made with all that is above it, once. */
  private make(folder: string): void {
    if (folder === this.last || this.made.has(folder)) return;
    if (folder.length <= this.folder.length) makeFolder(folder);
    else {
      const above = dirname(folder);
      this.make(above);
      this.made.add(above);
      makeOneFolder(folder);
    }
    this.last = folder;
  }
}
