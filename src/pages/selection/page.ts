import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext } from "../kit/context.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";
import { embeddedPracticeView } from "../practice/embedded-practice.ts";
import { practiceOf } from "../practice/page.ts";
import { practiceIngredients } from "../practice/practice-ingredients.ts";
import { compactHtml } from "./compact-html.ts";
import { selectionView } from "./selection-view.ts";

/** The page on which a reader's selection is put in order and printed. It holds no practice: scripts bring them. */
export const selectionPages: Output = {
  kinds: ["selection"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()]
      .filter(({ practices }) => practices.length > 0)
      .map(
        ({ language }): Route => ({ kind: "selection", permalink: permalinks.selection(language), language, key: "" }),
      ),
  render: (route, context) => {
    const { language } = route;
    const { selection: t } = textsOf(language);
    const link = linkerFor(route, context);
    const head = { title: t.title, description: t.intro, translations: translationsOf(route, context) };
    const compare = permalinks.compare(language);
    const compareHref = context.planned.has(compare) ? link(compare) : "";
    const view = {
      ...layoutView(route, context, head),
      compare: locales[language].compare,
      script: selectionView(language, link),
      compareHref,
    };
    return context.templates.render("print-selection.njk", view);
  },
};

/**
 * Each practice as a classic script, which the page of the selection can load from a disk as well, where fetch and modules
 * are refused. It calls `praktikaSheet` with a `SheetScript`.
 */
export const selectionSheets: Output = {
  kinds: ["selection-sheet"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()].flatMap(({ language, practices }) =>
      practices.map(
        ({ item }): Route => ({
          kind: "selection-sheet",
          permalink: permalinks.selectionSheet(language, item.id),
          language,
          key: item.id,
          file: item.file,
        }),
      ),
    ),
  ingredients: (route, context) => practiceIngredients(practiceOf(route, context), context),
  render: (route, context) => `praktikaSheet(${JSON.stringify(sheetOf(route, context))})\n`,
};

/** What the page of the selection is told of a practice; the addresses are as seen from that page. */
export interface SheetScript {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Where and when: “Sliven, 2016”. */
  readonly detail: string;
  /** Sides of paper, estimated as for the sheet of its own. */
  readonly pages: number;
  readonly html: string;
}

function sheetOf(route: Route, context: RenderContext): SheetScript {
  const { language, key } = route;
  const entry = practiceOf(route, context);
  const page: Route = { kind: "selection", permalink: permalinks.selection(language), language, key: "" };
  const link = linkerFor(page, context);
  const practice = embeddedPracticeView(context, entry, link, `sheet-${key}`);
  const view = { language, t: textsOf(language), practice };
  // What is printed is needed at once, also the pictures.
  const html = compactHtml(context.templates.render("partials/embedded-practice.njk", view)).replaceAll(
    ' loading="lazy"',
    "",
  );
  const place = practice.placeNames || (entry.item.innovator ?? "");
  return {
    id: key,
    title: entry.item.title,
    href: link(permalinks.practice(language, key)),
    detail: [place, practice.date.year].filter(Boolean).join(", "),
    pages: practice.sides,
    html,
  };
}
