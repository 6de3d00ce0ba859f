import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import type { Output, RenderContext } from "../kit/context.ts";
import { perEdition } from "../kit/per-edition.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { type CitationFormat, citationEndings, citationFormats } from "./citation/formats.ts";
import { practiceOf } from "./page.ts";

/** Each practice for reference managers, beside its page. */
export const citations: Output = {
  kind: "citation",
  needs: "fullSite",
  traits: [],
  plan: perEdition("citation", ({ language, practices }) =>
    practices.flatMap(({ item }) =>
      citationEndings.map((format) => ({
        permalink: permalinks.citation(language, item.id, format),
        key: `${item.id}.${format}`,
      })),
    ),
  ),
  render: (route, context) => {
    const format = route.key.slice(route.key.lastIndexOf(".") + 1) as CitationFormat;
    return citationFormats[format].compose(citedPractice(entryOf(route, context), context));
  },
};

function entryOf(route: Route, context: RenderContext) {
  return practiceOf({ ...route, key: route.key.slice(0, route.key.lastIndexOf(".")) }, context);
}
