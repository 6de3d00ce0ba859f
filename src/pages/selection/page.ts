import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerEdition, perEdition } from "../kit/per-edition.ts";
import { practiceOf } from "../practice/page.ts";
import { practiceFragment } from "../practice/practice-fragment.ts";
import { compactHtml } from "./compact-html.ts";
import { selectionButtonsView, selectionView } from "./selection-view.ts";

/** The page on which a reader's selection is put in order and printed. It holds no practice: scripts bring them. */
export const selectionPages: Output = {
  kind: "selection",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  scripts: {
    "selection-buttons": {
      source: "pages/selection/browser/selection-buttons.ts",
      format: "iife",
      needs: "fullSite",
      keptOffline: true,
    },
    "print-selection": { source: "pages/selection/browser/print-selection.ts", format: "iife", needs: "fullSite" },
  },
  layout: (route, context, link) => ({
    selection: hasTrait(context, route, "selectable") ? selectionButtonsView(route.language, context, link) : null,
  }),
  plan: onePerEdition("selection", permalinks.selection),
  render: (route, context) => {
    const { language } = route;
    const { selection: t } = textsOf(language, context.archive);
    const link = relativeUrlFor(route, context);
    const head = { title: t.title, description: t.intro };
    const compare = permalinks.compare(language);
    const compareHref = context.planned.has(compare) ? link(compare) : "";
    const view = {
      ...layoutView(route, context, head),
      compare: textsOf(language, context.archive).compare,
      script: selectionView(language, context, link),
      compareHref,
    };
    return context.templates.render("print-selection.njk", view);
  },
};

/**
 * Each practice as a classic script, for a site on a disk, where fetch and modules are refused. It calls `praktikaSheet` with a
 * `SheetScript`. Elsewhere scripts make the same of the practice's page (`browser/read-practice-page.ts`).
 */
export const practiceFragments: Output = {
  kind: "selection-sheet",
  needs: "practiceScripts",
  traits: ["offline"],
  plan: perEdition("selection-sheet", ({ language, practices }) =>
    practices.map(({ item }) => ({
      permalink: permalinks.practiceFragment(language, item.id),
      key: item.id,
      file: item.file,
    })),
  ),
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
  const link = relativeUrlFor(page, context);
  const practice = practiceFragment(entry, { context, link }, `sheet-${key}`);
  const view = { language, t: textsOf(language, context.archive), practice };
  const html = compactHtml(context.templates.render("partials/embedded-practice.njk", view));
  return {
    id: key,
    title: entry.item.title,
    href: link(permalinks.practice(language, key)),
    detail: practice.detail,
    pages: practice.sides,
    html,
  };
}
