import { hash } from "node:crypto";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Route } from "../../core/model/route.ts";
import type { Paper } from "../../core/model/site.ts";
import { dayOfVersion } from "../../pages/practice/day-of-text.ts";
import { practiceOf } from "../../pages/practice/page.ts";
import { type DocumentDraft, startDraft } from "../documents/practice-parts.ts";
import type { PrintShop } from "../print-shop.ts";
import { writeSheet } from "./sheet-document.ts";

/** The sheet of a practice that is to be printed. */
export interface Sheet {
  readonly route: Route;
  /** Below a folder of PDFs and without ending: `bg/practices/x`. */
  readonly name: string;
  readonly paper: Paper;
  /** When its text was last changed. */
  readonly version: CalendarDay;
  /** A hash of all that decides how the sheet comes out of the press. */
  readonly key: string;
  /** Paths of its pictures. */
  readonly pictures: readonly string[];
  readonly draft: DocumentDraft;
  readonly source: string;
  /** Writes it once more, when something has been learnt of its pictures. */
  readonly rewrite: () => Sheet;
}

export interface SheetOptions {
  readonly paper: Paper;
}

/** To be raised when a sheet is fitted in another way than before. */
const printVersion = 5;

/** Writes the sheets of some routes and works out which printed ones they need. */
export function planSheets(shop: PrintShop, routes: readonly Route[], options: SheetOptions): readonly Sheet[] {
  const shared = JSON.stringify([printVersion, shop.typst, options.paper, ...shop.templates]);
  return routes.map((route) => planSheet(shop, route, { ...options, shared }));
}

function planSheet(shop: PrintShop, route: Route, options: SheetOptions & { readonly shared: string }): Sheet {
  const { context } = shop.site;
  const entry = practiceOf(route, context);
  const draft = startDraft({ context, letters: shop.letters, pictures: shop.pictures });
  const day = dayOfVersion(entry.item, context.archive);
  const source = writeSheet(entry, draft, { paper: options.paper, version: day });
  const pictures = picturesOf(entry);
  const key = hash("sha256", JSON.stringify([options.shared, source, ...pictures.map(shop.pictures.hashOf)]));
  return {
    route,
    name: decodeURIComponent(route.permalink).slice(1, -1),
    paper: options.paper,
    version: day,
    key,
    pictures,
    draft,
    source,
    rewrite: () => ({ ...planSheet(shop, route, options), key }),
  };
}

/** Paths of the pictures that a text shows. */
export function picturesOf({ outline }: PracticeEntry): readonly string[] {
  const images = outline.links.filter(({ image }) => image);
  return [...new Set(images.flatMap(({ target }) => (target.kind === "file" ? [target.path] : [])))];
}
