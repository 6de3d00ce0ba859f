import { iconPermalinks, permalinks } from "../../archive/permalinks.ts";
import { localize } from "../../core/language/language.ts";
import type { Route } from "../../core/model/route.ts";
import type { Output, RenderContext } from "../kit/context.ts";
import { assetLinker } from "../kit/layout-view.ts";
import { perEdition } from "../kit/per-edition.ts";
import { createRelativeUrl, type RelativeUrl } from "../kit/relative-url.ts";

/** What a browser needs to know to install the archive in a language (W3C Web Application Manifest). */
export const manifests: Output = {
  kind: "manifest",
  needs: "serviceWorker",
  traits: [],
  layout: iconLinks,
  plan: perEdition("manifest", ({ language }) => [{ permalink: permalinks.manifest(language) }]),
  render: (route, context) => {
    const { language } = route;
    const { site } = context.archive;
    const link = createRelativeUrl(route.permalink, context.target);
    const drawn = [
      { permalink: iconPermalinks.small, sizes: "192x192" },
      { permalink: iconPermalinks.large, sizes: "512x512" },
      { permalink: iconPermalinks.maskable, sizes: "512x512", purpose: "maskable" },
    ].filter(({ permalink }) => context.socialImages.has(permalink));
    const manifest = {
      name: localize(site.name, language),
      description: localize(site.description, language) || localize(site.motto, language) || undefined,
      lang: language,
      start_url: link(permalinks.home(language)),
      scope: link(permalinks.home(language)),
      display: "standalone",
      background_color: site.look.light.paper,
      theme_color: site.look.light.accent,
      icons: [
        { src: assetLinker(context, link)(site.look.favicon), sizes: "any", type: "image/svg+xml" },
        ...drawn.map(({ permalink, ...icon }) => ({ src: link(permalink), type: "image/png", ...icon })),
      ],
    };
    return `${JSON.stringify(manifest, undefined, 1)}\n`;
  },
};

/** The icons and the manifest that the head of a page names; "" for what the site has not. */
export function iconLinks({ language }: Pick<Route, "language">, context: RenderContext, link: RelativeUrl) {
  const { archive, planned, socialImages } = context;
  const manifest = permalinks.manifest(language);
  const iconHref = (permalink: (typeof iconPermalinks)[keyof typeof iconPermalinks]): string =>
    socialImages.has(permalink) ? link(permalink) : "";
  return {
    icons: {
      mark: assetLinker(context, link)(archive.site.look.favicon),
      ico: iconHref(iconPermalinks.ico),
      touch: iconHref(iconPermalinks.touch),
      manifest: planned.has(manifest) ? link(manifest) : "",
    },
  };
}
