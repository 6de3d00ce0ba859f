import { locales } from "../locales/locales.ts";
import type { FindingsSource } from "./findings-html.ts";
import type { LiveSite } from "./live-site.ts";
import type { Place } from "./open-in-editor.ts";
import type { SheetPrinter } from "./sheet-printer.ts";

/** The parts that the routes of the development server share. */
export interface DevServerParts {
  readonly site: LiveSite;
  readonly printer: SheetPrinter;
  /** True: open pages go to the practice that is saved. */
  readonly follows: boolean;
  /** Returns false where there is no editor; undefined if pages may be shown to other machines. */
  readonly openInEditor?: ((place: Place) => Promise<boolean>) | undefined;
}

/** Language, texts and sources for showing findings, as the site is now. */
export function findingsSourceOf(site: LiveSite): FindingsSource {
  const locale = locales[site.editorLanguage];
  const { language, dev: texts } = locale;
  return {
    language,
    texts,
    findingTexts: locale,
    sourceOf: (file) => site.sourceOf(file),
    pathOf: (file) => site.pathOf(file),
  };
}
