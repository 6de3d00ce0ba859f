import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import type { Sheet } from "./plan-sheets.ts";

/** Characters of the key that a file's name carries: enough that two versions of one sheet never share it. */
const keyLength = 24;

/** Printed sheets by what was printed: one file per sheet and paper, with its key in the name. */
export interface SheetCache {
  /** The file with a sheet as it would come out now, if it has been printed. */
  find(sheet: Sheet): string | undefined;
  /** Keeps a printed sheet in the place of its last version, at once and whole. Returns the file. */
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
      writeWhole(join(subfolder, file), pdf);
      for (const old of [...files].filter((other) => other.startsWith(start) && other !== file)) {
        rmSync(join(subfolder, old), { force: true });
        files.delete(old);
      }
      files.add(file);
      return join(subfolder, file);
    },
  };
}

/** Writes a file so that whoever looks for it finds it whole or not at all. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
