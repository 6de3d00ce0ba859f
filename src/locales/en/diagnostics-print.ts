import type { PrintTexts } from "../types/diagnostics.ts";

/** What the print check says, in English. */
export const printDiagnostics: PrintTexts = {
  "print/failed": ({ reason }) => ({
    message: `The browser failed to print this three times: ${reason}`,
    hint: "Open the page in a browser and print it there; if that fails too, remove parts of the text until you find the cause.",
  }),
  "print/overflow": ({ text, millimetres }) => ({
    message: text
      ? `“${text}” is about ${millimetres} mm too wide for the paper; the browser shrinks the whole page to fit it.`
      : `Something here is about ${millimetres} mm too wide for the paper; the browser shrinks the whole page to fit it.`,
    hint: "Split the table into two or leave out a column; make the picture narrower; give a long address as a link with a short text.",
  }),
  "print/stranded-heading": ({ heading, page }) => ({
    message: `On paper the heading “${heading}” stands alone at the end of page ${page}, apart from its text.`,
    hint: "Shorten or lengthen the text before it by a few lines. If it happens in many practices, the print style sheet lacks break-after: avoid for headings.",
  }),
  "print/split-row": ({ row, page }) => ({
    message: `On paper the table row “${row}” is split between pages ${page} and ${page + 1}.`,
    hint: "Shorten the cells of the row, or split it into several rows.",
  }),
  "print/blank-page": ({ page, pages }) => ({
    message: `Page ${page} of ${pages} is blank on paper.`,
    hint: "Remove empty paragraphs and pictures without content; otherwise check the print style sheet.",
  }),
  "print/short-last-page": ({ percent, pages }) => ({
    message: `On paper the last page, page ${pages}, is only ${percent}% full.`,
    hint: "Shorten the text by a few lines, and it will fit on one page less.",
  }),
  "print/over-one-sheet": ({ pages }) => ({
    message: `The practice takes ${pages} pages on paper, more than the two sides of one sheet.`,
    hint: "Shorten the text, or move details into an attachment.",
  }),
  "print/unreadable-qr": ({ found, expected }) => ({
    message: found
      ? `The QR code on the sheet leads to ${found}, and not to ${expected}.`
      : "The QR code on the sheet cannot be read.",
    hint: "The code is drawn by templates/partials/sheet-foot.njk; if the site has its own, compare it with that of Praktika.",
  }),
  "print/untagged": () => ({
    message: "The PDF has no tags: screen readers find no headings or lists in it.",
    hint: "Something hides the whole page from screen readers: look for aria-hidden in the site's own templates.",
  }),
  "print/wrong-language": ({ stated, expected }) => ({
    message: stated
      ? `The page says that its language is “${stated}”, but it is “${expected}”: screen readers will mispronounce it.`
      : `The page does not say that its language is “${expected}”: screen readers will mispronounce it.`,
    hint: 'The site\'s own layout.njk must begin with <html lang="{{ language }}">.',
  }),
  "print/cut-off": ({ text, millimetres }) => ({
    message: text
      ? `In the book “${text}” is about ${millimetres} mm too wide for the page; it is cut off at the margin.`
      : `In the book something here is about ${millimetres} mm too wide for the page; it is cut off at the margin.`,
    hint: "Split the table into two or leave out a column; if nothing in the text is wide, look into the site's own templates and styles.",
  }),
  "print/shrunk-book": ({ percent }) => ({
    message: `Something in the book is wider than the page, and the browser has made all its type smaller to fit it in: to ${percent}\u00a0% of its size.`,
    hint: "Nothing that comes with Praktika is as wide: look into the site's own book.njk, book-part.njk and book.css. Do not give this PDF to a printer.",
  }),
};
