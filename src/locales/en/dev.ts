import type { DevTexts } from "../types/dev.ts";
import { plural } from "./plural.ts";

export const dev: DevTexts = {
  findings: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, "error", "errors") : "",
      warnings > 0 ? plural(warnings, "warning", "warnings") : "",
      notes > 0 ? plural(notes, "note", "notes") : "",
    ]
      .filter(Boolean)
      .join(", "),
  noFindings: "Nothing to fix here",
  close: "Close",
  allFindings: "All findings",
  allFine: "Nothing to fix: every file is fine.",
  draft: "Draft: it will not be published",
  lastGood: "The file has an error. This is the page as it was before.",
  cannotShow: "This page cannot be shown yet",
  cannotShowHint: "Fix the file and save it; the page will appear automatically.",
  notFound: (path) => `There is no page at ${path}.`,
  sheet: "Printed sheet",
  sheetTitle: (title) => `Printed: ${title}`,
  paper: "Paper",
  printing: "Printing…",
  sides: (number) => plural(number, "page", "pages"),
  side: (number, of) => `Page ${number} of ${of}`,
  notPrinted: (reason) => `The sheet cannot be printed: ${reason}`,
  toSite: "Back to the site",
  today: "Changed today",
  drafts: "Drafts",
  openText: "Open in the editor",
  openPage: "Open the page",
  nominationTitle: "Nominations",
  nominationText:
    "Voting is off while you write. To try nominations, run: npx praktika build, then npx praktika serve.",
  foreignHost: "This server answers only this computer. To let others see it, start it with --host.",
};
