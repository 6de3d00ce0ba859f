import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { issueView } from "../issues/page.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { rowView } from "../kit/row-view.ts";
import { allFilters } from "../lists/filters.ts";
import { municipalityMap } from "../lists/subject-indexes.ts";
import { mostNominatedView } from "../nominations/nominated-view.ts";

const maxNewest = 5;
const shownNominated = 5;

/** What the first page of a language says of itself. */
export function homeHead({ archive: { site } }: RenderContext, language: Language) {
  const title = localize(site.name, language);
  return { title, description: localize(site.description, language) || localize(site.motto, language) || title };
}

/** The first page of each language. */
const shownFacets: readonly string[] = ["theme", "year", "size"];

export const homePages: Output = {
  kind: "home",
  traits: ["page", "indexed", "offline", "counts", "selectable"],
  layout: ({ language }, _context, link) => ({ homeHref: link(permalinks.home(language)) }),
  plan: perEdition("home", ({ language }) => [{ permalink: permalinks.home(language) }]),
  render: (route, context) => {
    const { language } = route;
    const edition = editionOf(context, language);
    const link = relativeUrlFor(route, context);
    const linkIfPlanned = (permalink: Permalink): string => (context.planned.has(permalink) ? link(permalink) : "");
    const current = [...edition.issues.values()].find(({ issue }) =>
      context.planned.has(permalinks.issue(language, issue.id)),
    );
    const count = (size: number): string => formatCount(size, language);
    const years = [...edition.years.keys()];
    const [newest, ...others] = edition.practices;
    const view = {
      ...layoutView(route, context, homeHead(context, language)),
      firstNumber: 1,
      told: newest ? toldView(newest, context, link) : null,
      rows: others.slice(0, maxNewest).map((entry) => rowView(entry, context, link)),
      shared: null,
      sort: null,
      facets: allFilters(edition, { context, link }).filter(({ name }) => shownFacets.includes(name)),
      mostNominated: mostNominatedView(edition.practices, { context, link }, { language, shown: shownNominated }),
      map: context.planned.has(permalinks.municipalities(language))
        ? municipalityMap(edition, context.archive, link)
        : null,
      issue: current ? issueView(current, { context, link }, language) : null,
      counts: {
        practices: count(edition.practices.length),
        municipalities: count(edition.municipalities.size),
        innovators: count(edition.innovators.size),
        years: count(years.length),
        span: [...new Set([years.at(-1), years[0]])].filter(Boolean).join("–"),
      },
      indexHrefs: {
        themes: linkIfPlanned(permalinks.themes(language)),
        years: linkIfPlanned(permalinks.years(language)),
        municipalities: linkIfPlanned(permalinks.municipalities(language)),
        innovators: linkIfPlanned(permalinks.innovators(language)),
        issues: linkIfPlanned(permalinks.issues(language)),
      },
    };
    return context.templates.render("home.njk", view);
  },
};

/** The newest practice, of which the page tells how it begins. */
function toldView(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { firstParagraph } = context.bodyOf(entry.item.file);
  // Without a summary of its own the first paragraph has become one.
  return { ...rowView(entry, context, link), beginning: entry.item.summary ? bindWithHardSpaces(firstParagraph) : "" };
}
