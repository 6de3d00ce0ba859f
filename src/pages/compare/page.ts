import { permalinks } from "../../archive/permalinks.ts";
import { compareRows, compareTexts } from "../../locales/compare-texts.ts";
import type { Output } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerEdition } from "../kit/per-edition.ts";

/** The page on which a few practices stand side by side. It holds none: scripts bring them, as to the selection. */
export const comparePages: Output = {
  kind: "compare",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  scripts: { compare: { source: "pages/compare/browser/compare.ts", format: "iife", needs: "fullSite" } },
  plan: onePerEdition("compare", permalinks.compare, 2),
  render: (route, context) => {
    const t = compareTexts[route.language];
    const link = relativeUrlFor(route, context);
    const head = { title: t.title, description: t.intro };
    const view = {
      ...layoutView(route, context, head),
      compare: t,
      sheet: link(permalinks.selectionSheet(route.language, "{id}")),
      missing: t.missing("{ids}"),
      rows: compareRows.map((name) => ({ name, label: t.rows[name] })),
    };
    return context.templates.render("compare.njk", view);
  },
};
