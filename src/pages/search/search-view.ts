import { permalinks } from "../../archive/permalinks.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type RenderContext } from "../kit/context.ts";
import { facetsOf } from "../kit/facets.ts";
import { ordersOf } from "../kit/orders.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { sheetSource } from "../selection/selection-view.ts";

/** The values of search.njk beyond those of the layout: what its script needs, and the lists for readers without one. */
export function searchView({ language }: Route, context: RenderContext, link: RelativeUrl) {
  const { archive, planned } = context;
  const t = textsOf(language, context.archive);
  const { search } = t;
  const lists = [
    { label: t.practicesTitle, permalink: permalinks.practices(language) },
    { label: search.indexTitle, permalink: permalinks.titleIndex(language) },
    { label: t.themesTitle, permalink: permalinks.themes(language) },
    { label: t.yearsTitle, permalink: permalinks.years(language) },
    { label: t.municipalitiesTitle, permalink: permalinks.municipalities(language) },
    { label: t.innovatorsTitle, permalink: permalinks.innovators(language) },
    { label: t.issuesTitle, permalink: permalinks.issues(language) },
  ];
  return {
    action: link(permalinks.search(language)),
    lists: lists
      .filter(({ permalink }) => planned.has(permalink))
      .map(({ label, permalink }) => ({ label, href: link(permalink) })),
    synonyms: [...search.synonyms, ...archive.site.synonyms].join(";"),
    orders: ordersOf(language, archive),
    facets: facetsOf(editionOf(context, language), archive).map(({ name, label }) => ({ name, label })),
    script: {
      index: link(permalinks.searchIndex(language)),
      part: link(permalinks.searchPart(language, "{part}")),
      practice: link(permalinks.practice(language, "{id}")),
      sheet: link(sheetSource(language, context)),
      one: search.found("1"),
      many: search.found("{count}"),
      replaced: search.replaced("{word}"),
      absent: search.absent("{word}"),
      withoutFilters: search.withoutFilters("{count}"),
      noYear: search.noYear("{word}"),
    },
  };
}
