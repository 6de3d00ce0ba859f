import { describeLook } from "../types/look-fields.ts";

const colours = {
  paper: { label: "Ground of pages", hint: "" },
  ink: { label: "Text", hint: "" },
  quiet: { label: "Small print", hint: "" },
  rule: { label: "Lines", hint: "" },
  tint: { label: "Ground of boxes", hint: "" },
  accent: { label: "Links and signs", hint: "Also the ground of covers." },
  warm: { label: "Labels that stand out", hint: "" },
};

/** Settings of how a site looks. */
export const lookFields = describeLook({
  groups: {
    theme: { label: "Look", hint: "Colours, fonts and pictures of pages; paper takes them over." },
    "theme.colours": {
      label: "Colours",
      hint: 'In quotation marks: "#1f4d3a". Those that are not given stay as they are.',
    },
    "theme.dark": {
      label: "Colours in dark mode",
      hint: "Without it, links and labels get a lighter shade of their colours.",
    },
    "theme.fonts": {
      label: "Fonts",
      hint: "Files below templates/assets/, such as fonts/own.ttf. TTF and OTF also print; WOFF2 is for screens alone.",
    },
    "theme.fonts.serif": { label: "Font of texts", hint: "" },
    "theme.fonts.sans": { label: "Font of labels", hint: "" },
    "theme.logo": {
      label: "Logo",
      hint: "SVG or PNG below templates/assets/, such as img/logo.svg: in the head of pages and sheets.",
    },
    "theme.favicon": { label: "Sign of the site", hint: "SVG below templates/assets/; all icons are drawn of it." },
    print: { label: "Printing", hint: "" },
    "print.paper": { label: "Paper", hint: "" },
    "print.pdf": {
      label: "PDFs",
      hint: "always: every build makes the sheets and issues that have changed; on-demand: only praktika pdf makes them.",
    },
    "print.booklets": {
      label: "Booklets as PDFs",
      hint: "true: every build makes a PDF for each theme, year, place, size of place and innovator with 2 to 24 practices, which its page links.",
    },
    "print.volume": {
      label: "Most pages of a volume",
      hint: "From 100 to 5000, usually 800. A thicker book is printed in volumes, which begin with a chapter.",
    },
    "print.signature": {
      label: "Pages of a signature",
      hint: "2, 4, 8, 16 or 32, usually 4: the pages of a book are a multiple of it. The binder knows.",
    },
    "print.margins": { label: "Margins of sheets", hint: "In millimetres, from 8 to 45." },
    "print.size": {
      label: "Size of type",
      hint: "In points, from 10 to 14: the usual size on a sheet. All others keep their proportion to it.",
    },
    "print.colours": {
      label: "Colours on paper",
      hint: "Without an accent of its own, paper takes that of the pages.",
    },
    "print.logo": { label: "Logo on paper", hint: "SVG or PNG; without it, that of the pages." },
  },
  colours,
  styles: {
    regular: { label: "Regular", hint: "" },
    italic: { label: "Italic", hint: "" },
    bold: { label: "Bold", hint: "" },
    boldItalic: { label: "Bold italic", hint: "" },
  },
  margins: {
    inside: { label: "Inner, where sheets are bound", hint: "" },
    outside: { label: "Outer", hint: "" },
    top: { label: "Upper", hint: "" },
    bottom: { label: "Lower", hint: "" },
  },
});
