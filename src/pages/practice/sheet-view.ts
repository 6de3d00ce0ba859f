import type { Language } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { RenderContext } from "../kit/context.ts";
import { factsOn, type PlainFact, type PlainFacts } from "./plain-facts.ts";
import { chooseSheet, sheetClasses } from "./sheet/choose-sheet.ts";
import type { SheetContent } from "./sheet/estimate-sheet.ts";
import { readBlocks } from "./sheet/text-blocks.ts";

/** What of a practice's view takes room on its sheet. */
export interface PrintedPractice {
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly translation: object | null;
  readonly isDemonstration: boolean;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly html: string }[];
  readonly footnotes: string;
  readonly projectUrl: string;
  readonly innovator: { readonly name: string } | null;
  /** Fields that the archive has and the practice does not state. */
  readonly lacks: Readonly<Record<"innovator" | "status", boolean>>;
  readonly placeNames: string;
  readonly provinces: readonly { readonly places: readonly { readonly name: string }[] }[];
  readonly themes: readonly { readonly name: string }[];
  readonly status: { readonly text: string; readonly checked: object | null } | null;
  readonly plainFacts: PlainFacts;
  readonly adoptedFrom: readonly Named[];
  readonly adoptedBy: readonly Named[];
  readonly awards: readonly { readonly name: string }[];
  readonly attachments: readonly { readonly title: string }[];
  readonly contact: Readonly<Record<string, unknown>> | null;
  readonly permalink: string;
}

interface Named {
  readonly title: string;
  readonly detail: string;
}

/** How a practice's sheet is set: classes of its article; and the sides that it takes. */
export interface SheetView {
  readonly sheet: string;
  readonly sides: number;
}

/** For a practice whose sheet nobody has fitted. */
const usualSheet: SheetView = { sheet: "sheet-regular practice-columns", sides: 2 };

/** The setting in which a practice fills its sides best. It has a page of its own and stands in booklets and selections. */
export function sheetView(practice: PrintedPractice, entry: PracticeEntry, context: RenderContext): SheetView {
  if (!context.target.has("fittedSheets")) return usualSheet;
  // Whoever asks has made the view of the practice, and so has looked at all that counts here.
  return context.memo("sheet", entry.item.file, () => {
    const content = sheetContent({ ...practice, plainFacts: factsOn("sheet", practice.plainFacts) });
    const choice = chooseSheet(content, context.archive.site.look.print);
    return { sheet: sheetClasses(choice), sides: choice.sides };
  });
}

/** Numbers of characters of everything on the sheet; of what is nearly alike on all sheets, a usual number. */
function sheetContent(practice: PrintedPractice): SheetContent {
  const { sections, contact } = practice;
  const html =
    practice.lead + sections.map(({ title, html }) => `<h2>${title}</h2>${html}`).join("") + practice.footnotes;
  return {
    language: practice.language,
    title: practice.title.length,
    summary: practice.summary.length,
    hasNote: practice.translation !== null,
    hasNotice: practice.isDemonstration,
    blocks: readBlocks(html),
    facts: factsOf(practice),
    transfer: [
      ...practice.plainFacts.transfer.map(linesOf),
      ...[practice.adoptedFrom, practice.adoptedBy].map((all) =>
        all.map(({ title, detail }) => (title + detail).length),
      ),
      practice.awards.map(({ name }) => name.length + 6),
      practice.attachments.map(({ title }) => title.length + 12),
    ].filter((paragraphs) => paragraphs.length > 0),
    contactLines: contact ? contactFields.filter((field) => contact[field]).length : 0,
    address: practice.permalink.length,
  };
}

const contactFields = ["name", "role", "organisation", "address", "tel", "fax", "email"];
const notStated = 14;
const day = 18;

function factsOf(practice: PrintedPractice): readonly (readonly number[])[] {
  const { projectUrl, innovator, provinces, themes, status, lacks } = practice;
  return [
    projectUrl ? [projectUrl.length - 8] : [],
    innovator ? [innovator.name.length] : lacks.innovator ? [notStated] : [],
    [day],
    provinces.map(({ places }) => places.reduce((sum, { name }) => sum + name.length + 2, 18)),
    themes.map(({ name }) => name.length),
    status ? [status.text.length + (status.checked ? day + 14 : 0)] : lacks.status ? [notStated] : [],
    ...practice.plainFacts.facts.map(linesOf),
    [day],
  ].filter((lines) => lines.length > 0);
}

function linesOf({ paragraphs }: PlainFact): readonly number[] {
  return paragraphs.length > 0 ? paragraphs.map(({ length }) => length) : [notStated];
}
