import type { ImportCliTexts, ImportReportTexts } from "../types/import.ts";
import { plural } from "./plural.ts";

const rules: ImportReportTexts["rules"] = {
  field: "from a field that names it",
  heading: "from the heading of the text",
  dayInName: "from the name of the file",
  emphasis: "from bold, centred or large text",
  likeness: "from a column with a similar name",
  part: "only in part: the day, or the century, was supplied",
  organisation: "from the name of the organisation",
  contact: "from the contact",
  cells: "from a column whose cells look like it",
  firstLine: "from the first line",
  window: "from the name of the window",
  file: "from the name of the file, for want of a better one",
  today: "not found: today was used",
  none: "not found",
};
const columns = { title: "Title", date: "Date", place: "Place", file: "File", from: "From", source: "Source" };
const names = { title: "Titles", date: "Dates", place: "Places" };

const report: ImportReportTexts = {
  rules,
  columns,
  count: (part, counts) => `${names[part]}: ${counts.map(([rule, count]) => `${rules[rule]} – ${count}`).join("; ")}.`,
  where: (file) =>
    `The least sure first: ${file}. With npx praktika dev you can go through them at /__praktika/import.`,
  title: "Imported practices",
  intro: "The least sure first. Check title, date and place, and correct the file; it is then marked as edited.",
  edited: "edited",
  left: (unedited, all) => `${unedited} of ${all} are as they were imported.`,
};

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
  report,
  done: ({ written, updated, leftAlone, doubts, isDry }) =>
    `${plural(written, "practice", "practices")} ${isDry ? "would be written" : "written"}, ${updated > 0 ? `${updated} updated, ` : ""}${leftAlone} unchanged, ${plural(doubts, "note", "notes")}.`,
};
