import { permalinks } from "../../archive/permalinks.ts";
import type { PageId, Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf } from "../kit/context.ts";
import { layoutView, linkerFor } from "../kit/layout-view.ts";
import type { Output } from "../kit/output.ts";
import { resolveBody } from "../kit/resolve-links.ts";
import { dayView } from "../kit/row-view.ts";
import { translationsOf } from "../kit/translations.ts";

/** The pages of content/pages. */
export const staticPages: Output = {
  kinds: ["page"],
  inPagesProfile: false,
  plan: (archive) =>
    [...archive.editions.values()].flatMap(({ language, pages }) =>
      [...pages.values()].map(
        ({ item }): Route => ({
          kind: "page",
          permalink: permalinks.page(language, item.id),
          language,
          key: item.id,
          file: item.file,
        }),
      ),
    ),
  render: (route, context) => {
    const entry = editionOf(context, route.language).pages.get(route.key as PageId);
    if (!entry) throw new Error(`no page ${route.key}`);
    const { item, summary } = entry;
    const body = context.bodyOf(item.file);
    const link = linkerFor(route, context);
    const resolve = (html: string): string => resolveBody(html, route.language, context, link);
    const view = {
      ...layoutView(route, context, {
        title: item.title,
        description: summary,
        translations: translationsOf(route, context),
      }),
      lead: resolve(body.lead),
      sections: body.sections.map((section) => ({
        ...section,
        title: resolve(section.title),
        html: resolve(section.html),
      })),
      footnotes: resolve(body.footnotes),
      updated: item.updated ? dayView(item.updated, route.language) : null,
    };
    return context.templates.render("page.njk", view);
  },
};

/** The page a host shows for an address that does not exist. */
export const notFoundPage: Output = {
  kinds: ["not-found"],
  inPagesProfile: false,
  plan: ({ site }) => [
    { kind: "not-found", permalink: "/404.html" as Permalink, language: site.languages[0], key: "" },
  ],
  render: (route, context) => {
    const t = textsOf(route.language);
    const others = context.archive.site.languages
      .filter((language) => language !== route.language)
      .map((language) => ({ language, title: textsOf(language).notFoundTitle, text: textsOf(language).notFoundText }));
    const { planned } = context;
    const view = {
      ...layoutView(route, context, { title: t.notFoundTitle, description: t.notFoundText }),
      others,
      oldAddressesHref: planned.has(permalinks.oldAddresses) ? linkerFor(route, context)(permalinks.oldAddresses) : "",
    };
    return context.templates.render("not-found.njk", view);
  },
};
