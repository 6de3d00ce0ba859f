import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { locales } from "../../locales/locales.ts";
import { compareRows } from "../../locales/types/compare.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";

/** The page on which a few practices stand side by side. It holds none: scripts bring them, as to the selection. */
export const comparePages: Output = {
  kinds: ["compare"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()]
      .filter(({ practices }) => practices.length > 1)
      .map(({ language }): Route => ({ kind: "compare", permalink: permalinks.compare(language), language, key: "" })),
  render: (route, context) => {
    const t = locales[route.language].compare;
    const link = linkerFor(route, context);
    const head = { title: t.title, description: t.intro, translations: translationsOf(route, context) };
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
