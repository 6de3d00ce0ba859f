import { dirname, join } from "node:path";
import { KeptFiles } from "../../state/kept-files.ts";
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
  const subfolders = new Map<string, KeptFiles>();
  const place = ({ name, paper, key }: Sheet) => {
    const subfolder = dirname(join(folder, name));
    const kept = subfolders.get(subfolder) ?? new KeptFiles(subfolder);
    subfolders.set(subfolder, kept);
    const start = `${name.slice(name.lastIndexOf("/") + 1)}.${paper}.`;
    return { kept, start, version: `${start}${key.slice(0, keyLength)}.pdf` };
  };
  return {
    find(sheet) {
      const { kept, version } = place(sheet);
      return kept.find(version);
    },
    store(sheet, pdf) {
      const { kept, start, version } = place(sheet);
      const file = kept.keep(version, pdf);
      kept.removeOthers(start, version);
      return file;
    },
  };
}
