import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import type { Output } from "../kit/output.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { type CitationFormat, citationEndings, citationFormats } from "./citation/formats.ts";
import { practiceOf } from "./page.ts";

/** Each practice for reference managers, beside its page. */
export const citations: Output = {
  kinds: ["citation"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()].flatMap(({ language, practices }) =>
      practices.flatMap(({ item }) =>
        citationEndings.map(
          (format): Route => ({
            kind: "citation",
            permalink: permalinks.citation(language, item.id, format),
            language,
            key: `${item.id}.${format}`,
          }),
        ),
      ),
    ),
  ingredients: (route, context) => ({ texts: [], rows: [entryOf(route, context)], values: null }),
  render: (route, context) => {
    const format = route.key.slice(route.key.lastIndexOf(".") + 1) as CitationFormat;
    return citationFormats[format].compose(citedPractice(entryOf(route, context), context));
  },
};

function entryOf(route: Route, context: Parameters<typeof practiceOf>[1]) {
  return practiceOf({ ...route, key: route.key.slice(0, route.key.lastIndexOf(".")) }, context);
}
