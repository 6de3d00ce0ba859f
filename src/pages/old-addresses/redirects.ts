import { aliasPermalink } from "../../archive/aliases.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { PageId, Permalink, PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { homeHead } from "../home/page.ts";
import { iconLinks } from "../hosting/manifest.ts";
import { policyFor } from "../kit/content-policy.ts";
import { editionOf, type Output, type RenderContext } from "../kit/context.ts";
import { assetLinker, type PageHead } from "../kit/layout-view.ts";
import { alternates } from "../kit/navigation.ts";
import { type PlannedRoute, perEdition } from "../kit/per-edition.ts";
import { createRelativeUrl } from "../kit/relative-url.ts";
import { socialMeta } from "../kit/social-meta.ts";

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
      label: textsOf(language, context.archive).languageName,
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

/** The page that a route forwards to, and what that says of itself to programs that show links. */
function describeTarget(route: Route, context: RenderContext): { readonly target: Route; readonly head: PageHead } {
  const { language, key } = route;
  const permalink = key as Permalink;
  if (route.kind === "root")
    return { target: { kind: "home", permalink, language, key: "" }, head: homeHead(context, language) };
  const { practicesById, pages } = editionOf(context, language);
  const id = key.split("/").at(-2) ?? "";
  const practice = key === permalinks.practice(language, id) ? practicesById.get(id as PracticeId) : undefined;
  const kind = practice ? "practice" : "page";
  const title = practice?.item.title ?? pages.get(id as PageId)?.item.title ?? "";
  return { target: { kind, permalink, language, key: id }, head: { title, description: practice?.summary ?? title } };
}

function renderRedirect(
  route: Route,
  context: RenderContext,
  targets: readonly { language: Language; permalink: Permalink; label: string }[],
): string {
  const { site } = context.archive;
  const t = textsOf(route.language, context.archive);
  const link = createRelativeUrl(route.permalink, context.target);
  const { target, head } = describeTarget(route, context);
  const canonical = site.baseUrl + route.key;
  const isRoot = route.kind === "root";
  return context.templates.render("redirect.njk", {
    language: route.language,
    t,
    title: isRoot ? head.title : t.movedTitle,
    text: isRoot ? "" : t.movedText,
    description: head.description,
    social: context.target.has("socialMeta") ? socialMeta(target, { ...head, url: canonical }, context) : [],
    alternates: isRoot ? alternates(target, context) : [],
    ...iconLinks(route, context, link),
    target: link(route.key as Permalink),
    canonical,
    asset: assetLinker(context, link),
    contentSecurityPolicy: policyFor(context),
    links: targets.map(({ language, permalink, label }) => ({
      language,
      href: link(permalink),
      label: label || site.baseUrl + permalink,
    })),
  });
}
