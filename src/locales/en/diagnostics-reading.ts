import type { FieldRepairKind, YamlReason } from "../../core/diagnostics/kinds.ts";
import type { ReadingTexts } from "../types/diagnostics.ts";

/** The end of a hint of what is sure. */
export const fixes = "`praktika check --fix` does it for you.";

/** How files, names and fields are written, in English. */
export const readingDiagnostics: ReadingTexts = {
  "content/not-utf8": ({ encoding, isSure, text }) => ({
    message:
      text === undefined
        ? `The file is not UTF-8; it looks like ${encoding}.`
        : `This line is not UTF-8, as the rest of the file is; it looks like ${encoding}: “${text}”.`,
    hint: isSure
      ? "`praktika check --fix` turns it into UTF-8; all other lines stay as they are."
      : text === undefined
        ? `Open the file in your editor with the encoding ${encoding}, and save it as UTF-8.`
        : "Delete the line and type it again; then save the file as UTF-8.",
  }),
  "content/control-character": ({ codePoint, becomes }) => ({
    message: `The text contains an invisible control character (${codePoint}); ${becomes === "space" ? "a space is shown for it" : "it is left out"}.`,
    hint: `It often comes from text copied from Word or a PDF. ${becomes === "space" ? "Put a space or a new line there." : "Delete it."} ${fixes}`,
  }),
  "content/merge-conflict": ({ from, to }) => ({
    message:
      from === to
        ? `Line ${from} is a mark of a merge that was not finished.`
        : `Lines ${from}–${to} hold two versions of a merge that was not finished.`,
    hint:
      from === to
        ? "Delete the line."
        : "Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
  }),
  "content/misread-letters": ({ written, meant }) => ({
    message: `The text was decoded wrongly: “${written}” should read “${meant}”.`,
    hint: `Write ${meant}. ${fixes}`,
  }),
  "content/lost-letters": ({ text }) => ({
    message: `Letters are lost here; each � stands for one: “${text}”.`,
    hint: "Type the words again. The program cannot know what they were; an older version of the file may.",
  }),
  "content/leftover": () => ({
    message: "This file was left behind by another program; it is not read and not published.",
    hint: "Delete it, if no program has it open.",
  }),
  "content/copy": ({ original, exists }) => ({
    message: `This looks like a copy of ${original}; it is not read and not published.`,
    hint: exists
      ? "Delete it; or, if it is a practice of its own, give it another name."
      : `Rename it to ${original}, or delete it.`,
  }),
  "content/misnamed": ({ meant }) => ({
    message: "The ending of the file name hides a text; it is not read and not published.",
    hint: `Windows or a program has added it. Rename the file to ${meant}.`,
  }),
  "content/other-ending": ({ meant }) => ({
    message: "The file name ends in another way than those of other texts; it is read all the same.",
    hint: `Rename it to ${meant}. ${fixes}`,
  }),
  "content/placeholder": ({ text }) => ({
    message: `“${text}” was put there to be replaced; readers will see it.`,
    hint: "Write what belongs there, or delete it.",
  }),
  "front-matter/repaired": ({ kind, meant }) => ({
    message: `${repairs[kind]}; it was read as it can only be meant.`,
    hint: meant === "" ? `Delete it. ${fixes}` : `Write: ${meant} – ${fixes}`,
  }),
  "front-matter/odd-date": ({ value, suggestion }) => ({
    message: `The date ${value} is far from today.`,
    hint: suggestion ? `Should it be ${suggestion}?` : "Check the year.",
  }),
  "front-matter/invalid-date": ({ field, value, readings: [day, other] }) => ({
    message: other
      ? `“${value}” can be meant in two ways: ${day} or ${other}.`
      : `“${value}” is not a date that the field “${field}” understands.`,
    hint: other
      ? `Write the one that is meant: ${field}: ${day} or ${field}: ${other}`
      : day
        ? `Write it as year-month-day: ${day}`
        : "Write it as year-month-day, for example 2016-06-09.",
  }),
  "front-matter/several-values": ({ field, values, isList }) => ({
    message: `“${field}” holds ${values.length} values: ${values.join(" · ")}.`,
    hint: isList
      ? `Write: ${field}: [${values.join(", ")}]`
      : `Keep one; write the others into the text: ${field}: ${values[0]}`,
  }),
  "yaml/syntax": ({ reason, line }) => ({
    message: `The fields cannot be read from here on: ${yamlReasons[reason]}.`,
    hint: line
      ? `${reason === "unclosed-bracket" ? "Close the bracket" : "Put quotation marks around the value"}: ${line.trim()}`
      : (yamlHints[reason] ??
        "Each field is a line “name: value”; lines that belong to it are indented by two spaces."),
  }),
  "yaml/tab": () => ({
    message: "The line starts with a tab.",
    hint: "YAML allows only spaces there. Replace the tab with two spaces.",
  }),
  "yaml/duplicate-key": ({ key, other, lines: [first, second] }) => ({
    message: `“${key}” appears twice; the first time on line ${other}.`,
    hint:
      first === second
        ? `Remove one of the two, and what it says: ${first?.trim()}`
        : `Keep one of the two lines: ${first?.trim()} – or: ${second?.trim()}`,
  }),
  "yaml/unclosed-quote": ({ quote }) => ({
    message: `The quotation mark ${quote} is never closed.`,
    hint: `Put ${quote} at the end of the value. Inside, use “ and ”.`,
  }),
  "yaml/quote-not-indented": ({ key }) => ({
    message: `The value of “${key}” goes on in the next line, which is not indented.`,
    hint: `Begin each of the following lines with two spaces; \`praktika check --fix\` does it for you. Or write ${key}: > and the text below it, indented and without the quotation marks.`,
  }),
  "yaml/colon-in-value": ({ key, quoted }) => ({
    message: `The value of “${key}” contains a colon, so YAML reads it as another field.`,
    hint: `Put quotation marks around it: ${quoted}`,
  }),
  "yaml/comment-in-value": ({ lost, fixed }) => ({
    message: `Everything after the # is left out: “${lost}” will not be on the page.`,
    hint: `If it belongs to the value, put quotation marks around it: ${fixed}`,
  }),
  "link/own-address": ({ written, meant, isSure }) => ({
    message: `“${written}” is an address of this site.`,
    hint: `Write ${meant}: such a link also works on a USB stick and is checked.${isSure ? ` ${fixes}` : ""}`,
  }),
  "link/preview-address": ({ url, meant }) => ({
    message: `“${url}” is an address of the preview on one computer; no reader can open it.`,
    hint: meant ? `Write ${meant}` : "Write practice:ID, page:ID or a file below content/, or the address on the web.",
  }),
  "link/unwrapped": ({ written, meant }) => ({
    message: `This is no link: its address holds a space or a bracket, and readers see “${written}”.`,
    hint: `Write: ${meant}`,
  }),
  "link/unpublished-file": ({ path, extension, allowed }) => ({
    message: `“${path}” is linked, but files of type “${extension}” are not published.`,
    hint: `Save it as one of these types: ${allowed}.`,
  }),
  "name/look-alike": ({ name, meant, wrong, right }) => ({
    message: `“${name}” looks like “${meant}” but is not: instead of the ${alphabetOf(right)} ${right} it has the ${alphabetOf(wrong)} ${wrong}.`,
    hint: `Write ${meant}. ${fixes}`,
  }),
  "media/same-name": ({ other }) => ({
    message: `The name of this file looks like that of ${other}: the two differ only in how their letters are stored.`,
    hint: "Delete one of the files, or give it another name.",
  }),
};

const alphabetOf = (letter: string): string => (/\p{Script=Cyrillic}/u.test(letter) ? "Cyrillic" : "Latin");

const repairs: Readonly<Record<FieldRepairKind, string>> = {
  "before-fence": "White space or an invisible mark stands before the first ---",
  "doubled-fence": "The first --- is one too many",
  fence: "The --- is written with other signs, or with a space before it",
  space: "A hard space stands where a plain one belongs",
  invisible: "An invisible mark stands among the fields",
  bullet: "A dash or bullet stands where a hyphen belongs",
  colon: "Another sign stands for the colon",
  "missing-fence": "The first --- is missing",
  hyphen: "The value is nothing but a hyphen, which means that there is none",
  "missing-space": "The space after the colon is missing",
  key: "The name of the field is written in another way",
  null: "The value says “null”, which means that there is none",
  quotes: "Quotation marks that YAML does not know stand around the value",
  dash: "A dash stands where a hyphen belongs",
  "hard-hyphen": "A hard hyphen stands where a plain one belongs",
  value: "The value is written in another way",
};

const yamlHints: Readonly<Partial<Record<YamlReason, string>>> = {
  "text-after-quote":
    "Inside a value use “ and ”; or put the whole value in single quotation marks: title: 'The \"Sun\" project'",
  "text-below-quote":
    "Write > in the place of the quoted value, as in summary: >, and below it the whole text, indented by two spaces and without the quotation marks.",
  "missing-space-after-hyphen": "Put a space after the hyphen: - youth",
  "missing-colon":
    "If the line goes on with the value above it, begin it with two spaces; if it is a field, write a colon and a space after its name: date: 2016-06-09",
  "unclosed-bracket": "Close the list: themes: [energy, youth]",
  indentation:
    "Lines that belong together start in the same column; those that belong to a field are indented by two spaces.",
};

const yamlReasons: Readonly<Record<YamlReason, string>> = {
  indentation: "the line is indented differently from its neighbours",
  "text-after-quote": "there is text after the closing quotation mark",
  "text-below-quote": "the line stands below a value whose quotation marks are closed",
  "missing-space-after-hyphen": "there is no space after the hyphen of a list item",
  "missing-colon": "there is no colon after the name of the field",
  "unclosed-bracket": "a [ or { is not closed",
  "reserved-character": "a value may not begin with this character",
  alias: "* and & have a special meaning at the start of a value",
  escape: "in double quotation marks, only certain letters may follow \\; use single quotation marks",
  "not-fields": "this is not a list of fields “name: value”",
  unexpected: "unexpected text",
};
