import { isOfSystem } from "../system-code.ts";
import type { ImportTexts } from "../types/diagnostics.ts";
import { readingHint } from "./unreadable.ts";

/** What the import of the old archive says, in English. */
export const importDiagnostics: ImportTexts = {
  "import/unreadable": ({ reason, what }) => ({
    message: `The ${what} cannot be read: ${reason}.`,
    hint: isOfSystem(reason)
      ? readingHint(reason)
      : "Open it in the program it comes from and save it again, as .docx, .html or .txt.",
  }),
  "import/not-a-practice": () => ({
    message: "Nothing here looks like a practice: it has no section, innovator or date.",
    hint: "If it is one, add the lines “Background”, “Practice” and “Results” above its parts and import it again.",
  }),
  "import/encoding-guessed": ({ encoding }) => ({
    message: `The page does not say its encoding; it was read as ${encoding}.`,
    hint: "Check that the letters are correct. If not, save the page as UTF-8 and import it again.",
  }),
  "import/no-title": ({ title }) => ({
    message: `The page has no title; the file name was used instead: “${title}”.`,
    hint: "Write the correct title in the front matter.",
  }),
  "import/no-date": ({ value }) => ({
    message: value ? `“${value}” is not a recognised date.` : "There is no date of publication.",
    hint: "The practice was marked as a draft with today's date. Write the right date and delete “draft: true”.",
  }),
  "import/date-without-day": ({ value, day }) => ({
    message: /^\d{5}$/.test(value)
      ? `“${value}” is a day as spreadsheets count them; ${day} was used.`
      : `“${value}” has no day; ${day} was used.`,
    hint: "Correct the date if the day is known.",
  }),
  "import/url-mended": ({ written, fixed }) => ({
    message: `The address “${written}” was broken; it was corrected to ${fixed}.`,
    hint: "Check that it leads to the project.",
  }),
  "import/url-unusable": ({ written }) => ({
    message: `“${written}” cannot be a web address; it was kept as text.`,
    hint: "Find it under “Unplaced”, and write the correct address in projectUrl.",
  }),
  "import/masked-email": () => ({
    message: "The e-mail address was hidden from robots in the saved page, and is lost.",
    hint: "Look it up on the live page, and write it in contact.email.",
  }),
  "import/section-twice": ({ section }) => ({
    message: `The section “${section}” appears twice; the two were merged.`,
    hint: "Check whether the second part belongs to another section.",
  }),
  "import/odd-bullet": ({ text }) => ({
    message: `“${text}…” starts with a letter that used to be a bullet; it is now a list item.`,
    hint: "If it is a list item, nothing needs to be done.",
  }),
  "import/foreign-paragraph": ({ text }) => ({
    message: `A paragraph is not in the language of the page: “${text}…”.`,
    hint: "Move it into the other language version, or translate it.",
  }),
  "import/unplaced": ({ text }) => ({
    message: `Some text does not belong to any section: “${text}”.`,
    hint: "It is at the end under “Unplaced”. Move it where it belongs and delete that heading.",
  }),
  "import/picture-elsewhere": ({ address }) => ({
    message: `The picture ${address} is not in the folder of the page; its text or a link stands in its place.`,
    hint: "Put the file into content/media/ and show it from there.",
  }),
  "import/link-dropped": ({ address }) => ({
    message: `The link to ${address} pointed to the old site; only its text was kept.`,
    hint: "Link to the current practice or page: [text](practice:ID).",
  }),
  "import/no-sections": () => ({
    message: "No heading divides the text; all of it stands under “Unplaced”.",
    hint: "Write “Background”, “Practice” and “Results” above its parts, and delete the heading “Unplaced”.",
  }),
  "import/several-practices": ({ tried }) => ({
    message: tried
      ? "A second practice begins here, but not each of them has a title that stands out (a heading, or bold); nothing was imported from this file."
      : "A second practice begins here; nothing was imported from this file.",
    hint: tried
      ? "Save each practice of the file as a file of its own and import them, or make their titles headings."
      : "With --split it is divided before their titles. Else save each practice of the file as a file of its own and import them.",
  }),
  "import/menu-dropped": ({ text }) => ({
    message: `“${text}” looks like a menu of the old site and was left out.`,
    hint: "If it belongs to the practice, copy it from the page.",
  }),
  "import/picture-kind": ({ kind, text }) => ({
    message: `Browsers cannot show a picture in ${kind}; “${text}” stands in its place.`,
    hint: "Save the picture as PNG, put it into content/media/ and show it from there.",
  }),
  "import/kind-unknown": ({ kind, count }) => ({
    message:
      count === 1
        ? `A file of the kind ${kind} cannot be imported.`
        : `${count} files of the kind ${kind} here cannot be imported.`,
    hint: "Save texts as .docx, .html or .txt and tables as .csv or .xlsx, and import them again. Pictures come with the pages that show them.",
  }),
  "import/map-target": ({ target, nearest, known }) => ({
    message: target === "" ? "The map has no columns." : `A column cannot be “${target}”.`,
    hint: nearest ? `Did you mean “${nearest}”? Known are: ${known}.` : `Known are: ${known}.`,
  }),
  "import/map-column": ({ heading, nearest }) => ({
    message: `The map names a column “${heading}”, which the table does not have.`,
    hint: nearest ? `Did you mean “${nearest}”?` : "Write the headings as they stand in the table, or delete the line.",
  }),
  "import/no-title-column": ({ headings }) => ({
    message: `No column of the table is a title or a section: ${headings}.`,
    hint: "Give one of them “title” in the map and import again; nothing was imported from this table. If this is a row of data, put a row of headings above it.",
  }),
  "import/no-table": ({ text, holds }) => ({
    message: {
      nothing: "The table is empty.",
      headings: `The table has headings alone: ${text}.`,
      column: `There is no table of several columns here; the first row is “${text}”.`,
    }[holds],
    hint: "Each practice is a row, and above the rows is one with the headings of the columns, with commas, semicolons or tabs between them.",
  }),
  "import/unclosed-quote": ({ row }) => ({
    message: `The quotation mark that is opened on line ${row} is never closed, so nobody can say where the cell ends. Nothing of this file was imported.`,
    hint: "Remove the quotation mark, or close it. Inside a cell it is written twice.",
  }),
  "import/cell-doubt": ({ column, value, field }) => ({
    message: `“${value}” in the column “${column}” cannot be a value of ${field}.`,
    hint: "It stands under “Unplaced”. Write the correct value in the front matter.",
  }),
  "import/row-title": ({ title }) => ({
    message: `The row has no title; “${title}” was used instead.`,
    hint: "Write the correct title in the front matter.",
  }),
  "import/row-above": ({ text }) => ({
    message: `The row above the headings was not imported: “${text}”.`,
    hint: "Nothing has to be done unless it says something of the practices.",
  }),
  "import/rows-joined": ({ row }) => ({
    message: `This row has the date, place and address of row ${row} in the other language; both became one practice.`,
    hint: "If they are two practices, rename one of the files. A column mapped as “key” says which rows belong together.",
  }),
  "import/column-left-out": ({ column, values }) => ({
    message: `The column “${column}” is in no file: ${values}.`,
    hint: "If it is needed, give it a field in the map, or “unplaced”.",
  }),
  "import/column-guessed": ({ column, target }) => ({
    message:
      target === "unplaced"
        ? `Nothing says what the column “${column}” is; its cells stand under “Unplaced”.`
        : `The column “${column}” was taken for ${target}.`,
    hint: "Correct the map, delete the files of this import and import again with --map.",
  }),
  "import/left-alone": ({ path }) => ({
    message: `This practice already exists in ${path}; that file was not changed.`,
    hint: "With --update it takes over what has changed in its source. To import it anew, delete that file first.",
  }),
  "import/updated": ({ path, parts }) => ({
    message: `${path} has taken over what changed in its source: ${parts}.`,
    hint: "Nothing has to be done. Everything else stayed as it was.",
  }),
  "import/both-changed": ({ path, part, source }) => ({
    message: `“${part}” has been changed both in ${path} and in the source. Yours stayed; the source ${source === "" ? "no longer says anything" : `now says “${source}”`}.`,
    hint: "If the source is right, copy it into the file. The next import will not name it again.",
  }),
  "import/no-record": ({ path, part, source }) => ({
    message: `“${part}” in ${path} is not what the source says: ${source === "" ? "nothing" : `“${source}”`}. What was imported last is not known here, so yours stayed.`,
    hint: "If the source is right, copy it into the file, or delete the file and import it anew.",
  }),
  "import/list-page": () => ({
    message:
      "This file describes a section of the old site, or the repository, and is no practice; it was not imported.",
    hint: "If readers need what it says, put it into a page (content/pages).",
  }),
  "import/shortcode": ({ text }) => ({
    message: `“${text}” means something only to the old site's generator and was left out.`,
    hint: "Write in Markdown what readers saw in its place, if it belongs to the practice.",
  }),
};
