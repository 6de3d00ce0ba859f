import { permalinks } from "../archive/permalinks.ts";
import { localize } from "../language/language.ts";
import type { Route } from "../model/route.ts";
import { editionOf } from "../render/context.ts";
import { resolveBody } from "../render/resolve-body.ts";
import type { Output } from "./output.ts";

const newest = 50;

/** An Atom feed (RFC 4287) of the newest practices in each language, with their full texts. */
export const feeds: Output = {
  kinds: ["feed"],
  inPagesProfile: true,
  plan: (archive) =>
    archive.site.languages.map(
      (language): Route => ({ kind: "feed", permalink: permalinks.feed(language), language, key: "" }),
    ),
  render: (route, context) => {
    const { language } = route;
    const { site, themes } = context.archive;
    const absolute = (permalink: string): string => site.baseUrl + permalink;
    const practices = editionOf(context, language).practices.slice(0, newest);
    return context.templates.render("feed.njk", {
      language,
      title: localize(site.name, language),
      subtitle: localize(site.motto, language),
      rights: localize(site.licence?.name, language),
      author: localize(site.publisher?.name, language) || localize(site.name, language),
      id: absolute(permalinks.home(language)),
      self: absolute(route.permalink),
      home: absolute(permalinks.home(language)),
      // A feed without entries has no day of its own; the archive began in September 1998.
      updated: practices[0]?.item.date ?? "1998-09-01",
      entries: practices.map(({ item, summary }) => {
        const body = context.bodyOf(item.file);
        const html =
          body.lead +
          body.sections.map((section) => `<h2>${section.title}</h2>\n${section.html}`).join("") +
          body.footnotes;
        return {
          id: absolute(permalinks.practice(language, item.id)),
          title: item.title,
          date: item.date as string,
          author: item.innovator ?? "",
          summary,
          themes: item.themes.map((id) => ({ id: id as string, name: localize(themes.get(id)?.name, language) })),
          html: resolveBody(html, language, context.archive, absolute),
        };
      }),
    });
  },
};
