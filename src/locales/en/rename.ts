import type { RenameTexts } from "../types/rename.ts";
import { plural } from "./plural.ts";

export const renameTexts: RenameTexts = {
  invalidId: (id) =>
    `“${id}” cannot be an id. Use up to 100 Latin letters, digits and single hyphens, for example solar-roofs.`,
  taken: (id, path) => `The id “${id}” is taken by ${path}. Choose another.`,
  done: ({ from, to, files, isDry }) =>
    isDry
      ? `“${from}” would become “${to}” in ${plural(files, "file", "files")}. Nothing was written.`
      : `“${from}” is now “${to}”: ${plural(files, "file", "files")} changed. The old addresses lead to the new ones, and votes stay.`,
};
