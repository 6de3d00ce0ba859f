import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import type { Sheet } from "./plan-sheets.ts";

/** Characters of the key in the name of a file: enough to tell the versions of a sheet apart. */
const keyLength = 24;

/** Printed sheets by what was printed: one file per sheet and paper, with its key in the name. */
export interface SheetCache {
  /** The file of this version of a sheet, if it has been printed. */
  find(sheet: Sheet): string | undefined;
  /** Replaces the last version of a sheet in one step. Returns the file. */
  store(sheet: Sheet, pdf: Uint8Array): string;
}

/** @param folder absolute path; it is made when the first sheet is kept */
export function openSheetCache(folder: string): SheetCache {
  const listings = new Map<string, Set<string>>();
  const listOf = (subfolder: string): Set<string> => {
    const known = listings.get(subfolder) ?? new Set(listFiles(subfolder));
    listings.set(subfolder, known);
    return known;
  };
  const place = ({ name, paper, key }: Sheet) => {
    const subfolder = dirname(join(folder, name));
    const start = `${name.slice(name.lastIndexOf("/") + 1)}.${paper}.`;
    return { subfolder, start, file: `${start}${key.slice(0, keyLength)}.pdf`, files: listOf(subfolder) };
  };
  return {
    find(sheet) {
      const { subfolder, file, files } = place(sheet);
      return files.has(file) ? join(subfolder, file) : undefined;
    },
    store(sheet, pdf) {
      const { subfolder, start, file, files } = place(sheet);
      makeFolder(subfolder);
      replaceFile(join(subfolder, file), pdf);
      for (const old of [...files].filter((other) => other.startsWith(start) && other !== file)) {
        rmSync(join(subfolder, old), { force: true });
        files.delete(old);
      }
      files.add(file);
      return join(subfolder, file);
    },
  };
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
