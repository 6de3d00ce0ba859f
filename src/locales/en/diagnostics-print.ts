import { listSigns } from "../list-signs.ts";
import type { PrintTexts } from "../types/diagnostics.ts";

/** What the print check says, in English. */
export const printDiagnostics: PrintTexts = {
  "print/not-installed": ({ command, reason }) => ({
    message: `Typst, the program that prints, is missing or does not start on this machine: ${reason}`,
    hint: `Install it with: ${command}. It needs Node 20 or newer on Linux, macOS or Windows.`,
  }),
  "print/failed": ({ reason }) => ({
    message:
      reason === "timeout"
        ? "Printing this took longer than it may, and was stopped."
        : `This cannot be printed: ${reason}`,
    hint: "Everything else has been printed. Take out parts of the text until you find the one that does it; if the site has templates of its own in templates/print/, try without them.",
  }),
  "print/missing-letter": ({ signs, count, near }) => ({
    message:
      count === 1
        ? `The fonts for paper have no letter for “${signs}”; on paper its name stands in its place${near && near !== signs ? ` (at “${near}”)` : ""}.`
        : `The fonts for paper have no letters for ${count} signs of this text (${listSigns(signs)}); on paper their names stand in their place${near && near !== signs ? `, first at “${near}”` : ""}.`,
    hint: "Write in words what it means, or use a sign that the fonts have.",
  }),
  "print/picture": ({ fault, reason }) => ({
    message: `The picture cannot be printed (${{ code: "its code is broken here", data: "what is in it is damaged", other: reason }[fault]}); on paper its description stands in its place.`,
    hint: "Open the file in a program for pictures and save it again as JPEG, PNG or SVG.",
  }),
  "print/wide-table": ({ text }) => ({
    message: `The table with “${text}” has more columns than fit on a page; on paper it is printed in parts, one below the other.`,
    hint: "Split the table into two, leave out columns, or attach it as a file.",
  }),
  "print/small-letters": ({ picture, points }) => ({
    message: `The smallest letters in the picture ${picture} are ${points} points high on paper and hard to read.`,
    hint: "Make the letters of the picture larger, or the picture narrower without making its letters smaller; under 5 points nobody can read them.",
  }),
  "print/thin-page": ({ page, percent }) => ({
    message: `Page ${page} holds only the last lines of this practice (it is ${percent}% full).`,
    hint: "Shorten the text by a few lines and the page goes away, or add to it.",
  }),
  "print/short-last-page": ({ percent, pages }) => ({
    message: `On paper the last page, page ${pages}, is only ${percent}% full.`,
    hint: "Shorten the text by a few lines, and it will fit on one page less.",
  }),
  "print/over-one-sheet": ({ pages }) => ({
    message: `The practice takes ${pages} pages on paper, more than the two sides of one sheet.`,
    hint: "Shorten the text, or move details into an attachment.",
  }),
};
