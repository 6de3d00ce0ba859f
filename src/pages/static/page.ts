import { privacyPage } from "../../archive/check-privacy.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { PageId, Permalink } from "../../core/model/ids.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { editionOf, type Output } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerSite, perEdition } from "../kit/per-edition.ts";
import { resolveLinks } from "../kit/resolve-links.ts";
import { dayView } from "../kit/row-view.ts";

/** The pages of content/pages. */
export const staticPages: Output = {
  kind: "page",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  plan: perEdition("page", ({ language, pages }) =>
    [...pages.values()].map(({ item }) => ({
      permalink: permalinks.page(language, item.id),
      key: item.id,
      file: item.file,
    })),
  ),
  render: (route, context) => {
    const entry = editionOf(context, route.language).pages.get(route.key as PageId);
    if (!entry) throw new Error(`no page ${route.key}`);
    const { item, summary } = entry;
    const body = context.bodyOf(item.file);
    const link = relativeUrlFor(route, context);
    const resolve = (html: string): string => resolveLinks(html, route.language, { context, link });
    const view = {
      ...layoutView(route, context, {
        title: item.title,
        description: summary,
      }),
      lead: resolve(body.lead),
      sections: body.sections.map((section) => ({
        ...section,
        title: resolve(section.title),
        html: resolve(section.html),
      })),
      footnotes: resolve(body.footnotes),
      thirdParties:
        route.key === privacyPage ? context.archive.site.scriptHosts.map((origin) => new URL(origin).host) : [],
      updated: item.updated ? dayView(item.updated, route.language) : null,
    };
    return context.templates.render("page.njk", view);
  },
};

/** The page a host shows for an address that does not exist. */
export const notFoundPage: Output = {
  kind: "not-found",
  needs: "fullSite",
  traits: ["page"],
  plan: onePerSite("not-found", "/404.html" as Permalink),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive);
    const others = context.archive.site.languages
      .filter((language) => language !== route.language)
      .map((language) => ({
        language,
        title: textsOf(language, context.archive).notFoundTitle,
        text: textsOf(language, context.archive).notFoundText,
      }));
    const { planned } = context;
    const view = {
      ...layoutView(route, context, { title: t.notFoundTitle, description: t.notFoundText }),
      others,
      oldAddressesHref: planned.has(permalinks.oldAddresses)
        ? relativeUrlFor(route, context)(permalinks.oldAddresses)
        : "",
    };
    return context.templates.render("not-found.njk", view);
  },
};
