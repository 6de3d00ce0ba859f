import { permalinks } from "../../archive/permalinks.ts";
import { rankByNominations } from "../../archive/rank.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount } from "../../core/language/format.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Archive, Edition, PracticeEntry } from "../../core/model/archive.ts";
import type { PageId, Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { Ranked } from "../../core/model/tally.ts";
import { type ReaderTexts, textsOf } from "../../locales/texts-of.ts";
import { editionOf, hasTrait, type Output, type RenderContext } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { dayView } from "../kit/row-view.ts";
import { contestMoments, tallyPermalink } from "./machine-files.ts";
import { rankedView } from "./nominated-view.ts";

/** How many practices the list of all time shows, and how many that share the first rank of a theme or year. */
const shownOfAllTime = 50;
const shownOfSubject = 3;

/** The page that explains what the number means, if the site has one. */
const explanation = "nominations" as PageId;

/** The practices that readers have nominated most: of all time, by theme and by year. Only where there are any. */
export const nominatedPages: Output = {
  kind: "nominated",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  scripts: {
    nominations: {
      source: "pages/nominations/browser/nominations.ts",
      format: "iife",
      needs: "endpoint",
      keptOffline: true,
    },
    contest: {
      source: "pages/nominations/browser/contest.ts",
      format: "iife",
      needs: "endpoint",
      keptOffline: true,
    },
    "memory-work": { source: "pages/nominations/browser/memory-work.ts", format: "iife", needs: "endpoint" },
    "nominate-dialog": {
      source: "pages/nominations/browser/nominate-dialog.ts",
      format: "esm",
      needs: "endpoint",
      styles: ["css/nominate-dialog.css", "css/ballot.css"],
    },
  },
  layout: (route, context, link) => ({ nominations: nominationsView(route, context, link) }),
  plan: perEdition("nominated", ({ language, practices }, { tally }) =>
    practices.some(({ item }) => tally?.counts.has(item.id)) ? [{ permalink: permalinks.nominated(language) }] : [],
  ),
  render: (route, context) => {
    const { language } = route;
    const { archive } = context;
    if (!archive.tally) throw new Error("a page of nominations without a tally");
    const edition = editionOf(context, language);
    const link = relativeUrlFor(route, context);
    const t = textsOf(language, context.archive);
    const ranked = rankByNominations(edition.practices, archive.tally, language);
    const asOf = dayView(archive.tally.day, language);
    const about = permalinks.page(language, explanation);
    const intro = t.nominatedIntro(sumOf(ranked, language, t), t.practices(formatCount(ranked.length, language)));
    const view = {
      ...layoutView(route, context, {
        title: t.nominatedTitle,
        description: `${intro} (${t.asOf} ${asOf.text}).`,
      }),
      intro,
      asOf,
      aboutHref: edition.pages.has(explanation) && context.planned.has(about) ? link(about) : "",
      allTime: ranked.slice(0, shownOfAllTime).map((entry) => rankedView(entry, context, link)),
      first: ranked.length > shownOfAllTime ? t.nominatedFirst(formatCount(shownOfAllTime, language)) : "",
      subjects: subjectsView(edition, context, link),
      verification: verificationView(archive, link, language),
    };
    return context.templates.render("nominated.njk", view);
  },
};

/** Whether the site speaks of nominations, whether readers can nominate, and whether a script keeps the counts of this page up to date. */
function nominationsView(route: Route, context: RenderContext, link: RelativeUrl) {
  const { site } = context.archive;
  const { hasNominations, nominationEndpoint, nominationsOpen } = site;
  return {
    shown: hasNominations,
    open: nominationsOpen,
    days: contestDays(context.archive, route.language),
    opens: "",
    closes: "",
    ...contestMoments(site),
    live: nominationsOpen && context.target.has("endpoint") && hasTrait(context, route, "counts"),
    endpoint: nominationEndpoint === "" ? link("/" as Permalink) : `${nominationEndpoint}/`,
  };
}

/** On which days nominations are accepted, in words; "" if there is no limit. */
function contestDays(archive: Archive, language: Language): string {
  const { nominationsOpens: opens, nominationsCloses: closes } = archive.site;
  if (opens === undefined && closes === undefined) return "";
  const shown = (day: CalendarDay | undefined) => (day === undefined ? "" : dayView(day, language).text);
  return textsOf(language, archive).nominationDays(shown(opens), shown(closes));
}

function sumOf(ranked: readonly Ranked<PracticeEntry>[], language: Language, t: ReaderTexts): string {
  const total = ranked.reduce((sum, { votes }) => sum + votes, 0);
  return t.nominationsTotal(formatCount(total, language));
}

/** Themes and years with all their nominations and the practice that has most of them. */
function subjectsView(edition: Edition, context: RenderContext, link: RelativeUrl) {
  const { language } = edition;
  const { archive } = context;
  const t = textsOf(language, context.archive);
  const rows = <Key extends string>(
    groups: ReadonlyMap<Key, readonly PracticeEntry[]>,
    nameOf: (key: Key) => string,
    permalinkOf: (language: Language, key: Key) => Permalink,
  ) =>
    [...groups].flatMap(([key, practices]) => {
      const ranked = rankByNominations(practices, archive.tally, language);
      if (ranked.length === 0) return [];
      const firsts = ranked.filter(({ rank }) => rank === 1).slice(0, shownOfSubject);
      return [
        {
          name: nameOf(key),
          href: link(permalinkOf(language, key)),
          total: formatCount(
            ranked.reduce((sum, { votes }) => sum + votes, 0),
            language,
          ),
          entries: firsts.map((entry) => rankedView(entry, context, link)),
        },
      ];
    });
  return [
    {
      id: "by-theme",
      title: t.filterByTheme,
      label: t.theme,
      rows: rows(edition.themes, (id) => localize(archive.themes.get(id)?.name, language), permalinks.theme),
    },
    { id: "by-year", title: t.filterByYear, label: t.year, rows: rows(edition.years, t.yearName, permalinks.year) },
  ].filter((subject) => subject.rows.length > 0);
}

/** What somebody needs to count again: where the log stood, and the command that does it. */
function verificationView(archive: Archive, link: RelativeUrl, language: Language) {
  const { site, tally } = archive;
  const { size, root } = tally?.published.log ?? { size: 0, root: "" };
  const endpoint = site.nominationEndpoint || site.baseUrl;
  return {
    text: textsOf(language, archive).nominatedVerify(formatCount(size, language)),
    root,
    href: link(tallyPermalink),
    command: `npx praktika votes verify --log ${endpoint} --against ${site.baseUrl}${tallyPermalink}`,
  };
}
