import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { translationsOf } from "../kit/translations.ts";
import { searchView } from "./search-view.ts";

/** The page of the search. It holds no practice: scripts bring them. Without script it leads to the lists. */
export const searchPages: Output = {
  kinds: ["search"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()]
      .filter(({ practices }) => practices.length > 0)
      .map(({ language }): Route => ({ kind: "search", permalink: permalinks.search(language), language, key: "" })),
  render: (route, context) => {
    const { search: t } = textsOf(route.language);
    const head = { title: t.title, description: t.intro, translations: translationsOf(route, context) };
    const view = { ...layoutView(route, context, head), ...searchView(route, context, linkerFor(route, context)) };
    return context.templates.render("search.njk", view);
  },
};
