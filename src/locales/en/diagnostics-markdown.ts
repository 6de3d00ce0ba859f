import type { HtmlFix, LostReason, RawMarkup } from "../../core/diagnostics/kinds.ts";
import type { MarkdownTexts } from "../types/diagnostics.ts";
import { fixes } from "./diagnostics-reading.ts";

/** What became of markup that did not take: the hint, given the same as it would take. */
const rawHints: Readonly<Record<RawMarkup, (fixed: string) => string>> = {
  emphasis: (fixed) => `Write ${fixed}: no space between the signs and the words, a space outside.`,
  "lone-sign": (fixed) => `Add the second pair of signs, or delete this one; if it belongs to the text, write ${fixed}`,
  heading: (fixed) => `Write ${fixed} – with an ordinary space after the signs.`,
  "wiki-link": (fixed) => `Write a link: ${fixed} – after practice: stands the file name without language and .md.`,
  code: () => "This is meant for another program: delete it. If it is an example, put it between `backticks`.",
  attributes: (fixed) =>
    fixed
      ? `Put the foreign text in brackets, and the language directly behind them: ${fixed}`
      : "Delete it: pages have no such settings. If it belongs to the text, put a \\ before the {.",
  link: (fixed) => `Write ${fixed}`,
  reference: (fixed) =>
    `Write the address itself: ${fixed} – or add a line for it at the end. If the brackets belong to the text, put a \\ before each [.`,
  definition: () => "Leave an empty line above it.",
  backticks: () => "Three backticks stand on a line of their own, before the code and after it; among words write one.",
  entity: (fixed) => `End it with a semicolon: ${fixed}`,
  checkbox: () => "Delete the brackets: lists with check boxes are not shown.",
  bullet: (fixed) => `Begin each line with a hyphen and a space: ${fixed}`,
  letter: (fixed) => `Begin each line with a hyphen and a space: ${fixed}`,
  number: (fixed) => `Leave an empty line above “${fixed}”.`,
  table: (fixed) => `Below the first row put: ${fixed}`,
  "table-rule": (fixed) => `The rule has another number of columns. Instead of this line write: ${fixed}`,
};

const htmlHints: Readonly<Record<HtmlFix, (address: string | undefined) => string>> = {
  markdown: () => "Use Markdown instead: **bold**, *italic*, ## heading, [text](address).",
  link: (address) => `Put a link in its place: [text](${address ?? "https://…"})`,
  image: () => "Put the file into content/media/ and write ![Description](media/file-name.jpg).",
  table: () => "Write the table with bars: | A | B |, below it |---|---|, then the rows.",
  delete: () => "Delete the tag; the text inside stays. A new paragraph begins after an empty line.",
  nothing: () => "Delete it: headings can be linked to without it.",
};

const lostMessages: Readonly<Record<LostReason, (text: string, columns: number) => string>> = {
  cell: (text, columns) =>
    `“${text}” is not on the page: the row has more cells than the head of the table (${columns}).`,
  code: (text) => `“${text}” is not on the page: behind the three signs stands only the language of the code.`,
  definition: (text) => `The line “${text}” is not on the page: it is the address of a link that is not there.`,
};

const lostHints: Readonly<Record<LostReason, string>> = {
  cell: "Add a column to the head and to the rule below it; a bar that belongs to the text is written \\|.",
  code: "Move the words to the next line, or above the code.",
  definition: "If it is text, put a \\ before the [. If it is not needed, delete it.",
};

const partMessages = {
  section: (name: string) => `There is nothing below the heading “${name}”.`,
  heading: (name: string) => `There is an empty heading here (${name}).`,
  entry: () => "The list entry is empty.",
  field: (name: string) => `The list “${name}” has an empty entry.`,
  note: (mark: string) => `The note ${mark} has no text.`,
};

/** What is wrong with the Markdown of a text, in English. */
export const markdownDiagnostics: MarkdownTexts = {
  "content/empty-part": ({ what, name }) => ({
    message: partMessages[what](name),
    hint: what === "section" ? "Write the text, or delete the heading." : "Complete it or delete it.",
  }),
  "markdown/heading-skip": ({ from, to }) => ({
    message: `The heading jumps from level ${from} to level ${to}.`,
    hint: `Write ${"#".repeat(from + 1)} instead of ${"#".repeat(to)}: screen readers and the table of contents follow the levels.`,
  }),
  "markdown/heading-one": ({ title }) => ({
    message: "The text has a heading with a single #; the title of the page is the only one of that level.",
    hint: `Write: ## ${title}`,
  }),
  "markdown/image-without-alt": ({ image }) => ({
    message: `The image ${image} has no description.`,
    hint: "Describe the image between the square brackets: ![Description](…).",
  }),
  "markdown/raw-html": ({ tag, fix, address }) => ({
    message: `HTML is not allowed here; ${tag} will appear as plain text.`,
    hint: htmlHints[fix](address),
  }),
  "markdown/raw-markup": ({ kind, written, fixed, isSure }) => ({
    message: `“${written}” appears on the page exactly as typed.`,
    hint: rawHints[kind](fixed) + (isSure ? `${kind === "bullet" ? " –" : ""} ${fixes}` : ""),
  }),
  "markdown/missing-note": ({ mark, nearest }) => ({
    message: `There is no note for the mark ${mark}, which appears on the page as typed.`,
    hint: nearest
      ? `There is a note [^${nearest}], perhaps for this mark. Otherwise add a line ${mark}: and its text.`
      : `Add a line ${mark}: and the text of the note at the end, or delete the mark.`,
  }),
  "markdown/unused-note": ({ mark, text, isRepeated }) => ({
    message: isRepeated
      ? `Another note below is ${mark} too, so no mark points to this one (“${text}”); it stands at the end.`
      : `No mark points to the note ${mark} (“${text}”); it stands at the end, after the others.`,
    hint: isRepeated
      ? "Give it another mark, here and in the text, or delete it."
      : `Write ${mark} in the text where it belongs, or delete the note.`,
  }),
  "markdown/lost-text": ({ text, reason, columns }) => ({
    message: lostMessages[reason](text, columns),
    hint: lostHints[reason],
  }),
  "markdown/comment": () => ({
    message: "This comment is not on the page, but it is in the file, which is public.",
    hint: "Delete it when it is no longer needed.",
  }),
  "markdown/open-comment": () => ({
    message: "The comment has no end and appears on the page.",
    hint: "Put --> at its end, or delete it.",
  }),
  "markdown/list-number": ({ typed, shown, isDate }) => ({
    message:
      typed === shown
        ? `The line begins with a number and a full stop, and so became entry ${shown} of a list.`
        : `It says ${typed}, and the page shows ${shown}: entries of a list are counted one after the other.`,
    hint: isDate
      ? `If it is no list, put a \\ before the full stop: ${typed}\\. – and an empty line above it.`
      : `Write ${shown}, or begin a new list after a paragraph of ordinary text.`,
  }),
  "markdown/prose-as-code": ({ reason, text, isSure }) => ({
    message:
      reason === "open"
        ? `The code that begins with ${text} has no end: the text after it is shown as code.`
        : `“${text}” is shown as code, because the line begins with four spaces or a tab.`,
    hint:
      reason === "open"
        ? `Put ${text} on a line of its own after the code, or delete this one.`
        : `Delete the spaces at the beginning of the line.${isSure ? ` ${fixes}` : ""}`,
  }),
  "markdown/underlined-heading": ({ text, markup }) => ({
    message: `The line ${markup.repeat(3)} has made a heading of the paragraph above it: “${text}”.`,
    hint: "Leave an empty line between them.",
  }),
  "markdown/empty-link": ({ address }) => ({
    message: `The link to ${address} has no words and cannot be seen on the page.`,
    hint: `Write between the brackets where it leads: [text](${address})`,
  }),
};
