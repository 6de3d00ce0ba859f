import { permalinks } from "../../archive/permalinks.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { Output } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerEdition } from "../kit/per-edition.ts";
import { searchView } from "./search-view.ts";

/** The page of the search. It holds no practice: scripts bring them. Without script it leads to the lists. */
export const searchPages: Output = {
  kind: "search",
  needs: "fullSite",
  traits: ["page", "indexed", "offline", "selectable"],
  scripts: {
    search: { source: "pages/search/browser/search.ts", format: "iife", needs: "fullSite" },
    "sort-results": { source: "pages/search/browser/sort-results.ts", format: "iife", needs: "fullSite" },
  },
  layout: ({ language, kind }, { planned }, link) => {
    const page = permalinks.search(language);
    // The page of the search has the field in its text.
    return { searchHref: planned.has(page) && kind !== "search" ? link(page) : "" };
  },
  plan: onePerEdition("search", permalinks.search),
  render: (route, context) => {
    const { search: t } = textsOf(route.language, context.archive);
    const head = { title: t.title, description: t.intro };
    const view = { ...layoutView(route, context, head), ...searchView(route, context, relativeUrlFor(route, context)) };
    return context.templates.render("search.njk", view);
  },
};
