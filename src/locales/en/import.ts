import type { ImportCliTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

export const importTexts: ImportCliTexts = {
  noSuchPath: (path) => `There is no file or folder ${path}.`,
  map: {
    head: [
      "Which column is which field. A field has its name of the front matter (contact.email), also for one language: title.en.",
      "Sections: background, practice, results. text: before the sections. picture: the same, as a picture. key: the same in both languages of a practice.",
      "unplaced: into the text, to be sorted by hand. skip: not imported; the report names its cells.",
    ],
    sureness: { name: "", likeness: "guessed from its name", cells: "guessed from its cells", none: "not recognised" },
  },
  mapWritten: (file) =>
    `The columns are in ${file}. Correct it where it is wrong, delete what was imported, and import again.`,
  nominations: (practices, file) =>
    `${plural(practices, "practice has", "practices have")} nominations: npx praktika votes import ${file}`,
  done: ({ written, leftAlone, doubts, isDry }) =>
    `${plural(written, "practice", "practices")} ${isDry ? "would be written" : "written"}, ${leftAlone} unchanged, ${plural(doubts, "note", "notes")}.`,
};
