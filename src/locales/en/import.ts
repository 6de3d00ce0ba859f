import type { ImportCliTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

export const importTexts: ImportCliTexts = {
  noSuchPath: (path) => `There is no file or folder ${path}.`,
  nominations: (practices, file) =>
    `${plural(practices, "practice has", "practices have")} nominations: npx praktika votes import ${file}`,
  done: ({ written, leftAlone, doubts, isDry }) =>
    `${plural(written, "practice", "practices")} ${isDry ? "would be written" : "written"}, ${leftAlone} unchanged, ${plural(doubts, "note", "notes")}.`,
};
