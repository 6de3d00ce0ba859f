import { aliasPermalink } from "../../archive/aliases.ts";
import { permalinks } from "../../archive/permalinks.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { policyFor } from "../kit/content-policy.ts";
import type { Output, RenderContext } from "../kit/context.ts";
import { assetLinker } from "../kit/layout-view.ts";
import { type PlannedRoute, perEdition } from "../kit/per-edition.ts";
import { createRelativeUrl } from "../kit/relative-url.ts";

/** `/` leads to the default language, and names the others for readers whose browser does not forward. */
export const rootPage: Output = {
  kind: "root",
  traits: ["offline"],
  plan: ({ site }) => [
    { kind: "root", permalink: "/" as Permalink, language: site.languages[0], key: permalinks.home(site.languages[0]) },
  ],
  render: (route, context) => {
    const links = context.archive.site.languages.map((language) => ({
      language,
      permalink: permalinks.home(language),
      label: textsOf(language).languageName,
    }));
    return renderRedirect(route, context, links);
  },
};

/** Old addresses of practices and pages. */
export const aliasPages: Output = {
  kind: "alias",
  needs: "fullSite",
  traits: ["offline"],
  plan: perEdition("alias", ({ language, practices, pages }) => [
    ...practices.flatMap(({ item }) => aliasRoutes(item, permalinks.practice(language, item.id))),
    ...[...pages.values()].flatMap(({ item }) => aliasRoutes(item, permalinks.page(language, item.id))),
  ]),
  render: (route, context) =>
    renderRedirect(route, context, [{ language: route.language, permalink: route.key as Permalink, label: "" }]),
};

interface Aliased {
  readonly aliases: readonly string[];
  readonly file: string;
}

function aliasRoutes({ aliases, file }: Aliased, target: Permalink): readonly PlannedRoute[] {
  return aliases.flatMap((alias): PlannedRoute[] => {
    const permalink = aliasPermalink(alias);
    return typeof permalink === "object" ? [] : [{ permalink, key: target, file }];
  });
}

function renderRedirect(
  route: Route,
  context: RenderContext,
  targets: readonly { language: Language; permalink: Permalink; label: string }[],
): string {
  const { site } = context.archive;
  const t = textsOf(route.language);
  const link = createRelativeUrl(route.permalink, context.target);
  return context.templates.render("redirect.njk", {
    language: route.language,
    t,
    title: route.kind === "root" ? localize(site.name, route.language) : t.movedTitle,
    text: route.kind === "root" ? "" : t.movedText,
    target: link(route.key as Permalink),
    canonical: site.baseUrl + route.key,
    asset: assetLinker(context, link),
    contentSecurityPolicy: policyFor(context),
    links: targets.map(({ language, permalink, label }) => ({
      language,
      href: link(permalink),
      label: label || site.baseUrl + permalink,
    })),
  });
}
