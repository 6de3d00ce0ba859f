import { permalinks } from "../../archive/permalinks.ts";
import { localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { ThemeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { perEdition } from "../kit/per-edition.ts";
import { resolveLinks } from "../kit/resolve-links.ts";
import { dayOfText } from "../practice/day-of-text.ts";

const maxEntries = 50;

/** An Atom feed (RFC 4287) of the newest practices in each language, with their full texts. */
export const feeds: Output = {
  kind: "feed",
  traits: [],
  layout: ({ language }, _context, link) => ({ feedHref: link(permalinks.feed(language)) }),
  plan: perEdition("feed", ({ language }) => [{ permalink: permalinks.feed(language) }]),
  render: renderAtom,
};

/** An Atom feed of each theme. */
export const subjectFeeds: Output = {
  kind: "subject-feed",
  needs: "fullSite",
  traits: [],
  plan: perEdition("subject-feed", ({ language, themes }) =>
    [...themes.keys()].map((id) => ({ permalink: permalinks.themeFeed(language, id), key: id })),
  ),
  render: renderAtom,
};

/** The same in JSON Feed 1.1, in each language and for each theme. */
export const jsonFeeds: Output = {
  kind: "json-feed",
  needs: "fullSite",
  traits: [],
  layout: ({ language }, { planned }, link) => {
    const feed = permalinks.jsonFeed(language);
    return { jsonFeedHref: planned.has(feed) ? link(feed) : "" };
  },
  plan: perEdition("json-feed", ({ language, themes }) =>
    ["", ...themes.keys()].map((id) => ({ permalink: permalinks.jsonFeed(language, id), key: id })),
  ),
  render: (route, context) => {
    const { language } = route;
    const feed = feedOf(route, context);
    const value = {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      description: feed.subtitle || undefined,
      home_page_url: feed.home,
      feed_url: feed.self,
      language,
      authors: [{ name: feed.author }],
      items: feed.practices.map((entry) => {
        const { id, title, date, updated, author, summary, themes, html } = feed.view(entry);
        return {
          id,
          url: id,
          title,
          summary: summary || undefined,
          content_html: html,
          date_published: `${date}T00:00:00Z`,
          date_modified: updated === date ? undefined : `${updated}T00:00:00Z`,
          authors: author ? [{ name: author }] : undefined,
          tags: themes.length > 0 ? themes.map(({ name }) => name) : undefined,
          language,
        };
      }),
    };
    return `${JSON.stringify(value, undefined, 1)}\n`;
  },
};

function renderAtom(route: Route, context: RenderContext): string {
  const { site } = context.archive;
  const { practices, view, ...feed } = feedOf(route, context);
  const entries = practices.map(view);
  return context.templates.render("feed.njk", {
    ...feed,
    language: route.language,
    rights: localize(site.licence?.name, route.language),
    id: feed.home,
    // A feed without entries has no day of its own; the archive began in September 1998.
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? "1998-09-01",
    entries,
  });
}

/** What a feed says, of the whole edition or of the theme that the route's key names. */
function feedOf(route: Route, context: RenderContext) {
  const { language, key } = route;
  const { site, themes } = context.archive;
  const edition = editionOf(context, language);
  const absolute = (permalink: string): string => site.baseUrl + permalink;
  const name = localize(site.name, language);
  const theme = themes.get(key as ThemeId);
  return {
    title: theme ? `${localize(theme.name, language)} – ${name}` : name,
    subtitle: localize(site.motto, language),
    author: localize(site.publisher?.name, language) || name,
    self: absolute(route.permalink),
    home: absolute(theme ? permalinks.theme(language, key) : permalinks.home(language)),
    practices: (theme ? (edition.themes.get(theme.id) ?? []) : edition.practices).slice(0, maxEntries),
    view: ({ item, summary }: PracticeEntry) => {
      const body = context.bodyOf(item.file);
      const sections = body.sections.map((section) => `<h2>${section.title}</h2>\n${section.html}`).join("");
      return {
        id: absolute(permalinks.practice(language, item.id)),
        title: item.title,
        date: item.date as string,
        updated: dayOfText(item, context.archive) as string,
        author: item.innovator ?? "",
        summary,
        themes: item.themes.map((id) => ({ id: id as string, name: localize(themes.get(id)?.name, language) })),
        html: resolveLinks(body.lead + sections + body.footnotes, language, { context, link: absolute }),
      };
    },
  };
}
