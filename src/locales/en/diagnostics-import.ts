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
    message: "Nothing here looks like a practice: no section and no innovator or date is named.",
    hint: "If it is one, write “Background”, “Practice” and “Results” above its parts, each on a line of its own, and import it again.",
  }),
  "import/encoding-guessed": ({ encoding }) => ({
    message: `The page does not say its encoding; it was read as ${encoding}.`,
    hint: "Look whether the letters are right. If not, save the page as UTF-8 and import it again.",
  }),
  "import/no-title": ({ title }) => ({
    message: `The page has no title; the file's name was taken: “${title}”.`,
    hint: "Write the right title into the front matter.",
  }),
  "import/no-date": ({ value }) => ({
    message: value ? `“${value}” is not a date that is understood.` : "The page has no date of publication.",
    hint: "The practice was marked as a draft with today's date. Write the right date and delete “draft: true”.",
  }),
  "import/date-without-day": ({ value, day }) => ({
    message: `“${value}” has no day; ${day} was taken.`,
    hint: "Correct the date if the day is known.",
  }),
  "import/url-mended": ({ written, mended }) => ({
    message: `The address “${written}” was broken; it became ${mended}.`,
    hint: "Try whether it leads to the project.",
  }),
  "import/url-unusable": ({ written }) => ({
    message: `“${written}” cannot be a web address; it was kept as text.`,
    hint: "Find it under “Unplaced”, and write the right address into projectUrl.",
  }),
  "import/masked-email": () => ({
    message: "The e-mail address was hidden from robots in the saved page, and is lost.",
    hint: "Look it up on the living page, and write it into contact.email.",
  }),
  "import/section-twice": ({ section }) => ({
    message: `The section “${section}” is there twice; both were joined.`,
    hint: "Look whether the second part belongs to another section.",
  }),
  "import/odd-bullet": ({ text }) => ({
    message: `“${text}…” begins with a letter that was once a bullet; it became an item of a list.`,
    hint: "Nothing to do, if it is one.",
  }),
  "import/foreign-paragraph": ({ text }) => ({
    message: `A paragraph is in another language than the page: “${text}…”.`,
    hint: "Move it into the other language version, or translate it.",
  }),
  "import/unplaced": ({ text }) => ({
    message: `Some of the text found no place: “${text}”.`,
    hint: "It stands at the end under “Unplaced”. Move it where it belongs, and delete that heading.",
  }),
  "import/picture-elsewhere": ({ address }) => ({
    message: `The picture ${address} is not beside the page; its text or a link was left in its place.`,
    hint: "Put the file into content/media/ and show it from there.",
  }),
  "import/link-dropped": ({ address }) => ({
    message: `The link to ${address} led inside the old site; its text was kept.`,
    hint: "Link the practice or page of today: [text](practice:ID).",
  }),
  "import/left-alone": ({ path }) => ({
    message: `This practice is there already, in ${path}; the file was left as it is.`,
    hint: "To import it anew, delete that file first.",
  }),
};
