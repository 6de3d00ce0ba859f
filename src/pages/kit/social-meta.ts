import { permalinks } from "../../archive/permalinks.ts";
import { countryTagOf, localize } from "../../core/language/language.ts";
import type { ImageSize } from "../../core/model/document.ts";
import type { Permalink, PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { RenderContext } from "./context.ts";
import { socialImageHeight, socialImageWidth } from "./social-image.ts";

/** A line of the head: what is said, in whose vocabulary. */
export interface Meta {
  /** `property` for Open Graph, `name` for all others. */
  readonly key: "name" | "property";
  readonly name: string;
  readonly content: string;
}

/** What programs that show a link to a page say of it (Open Graph protocol). */
export function socialMeta(
  route: Route,
  page: { title: string; description: string; url: string },
  context: RenderContext,
) {
  const { site } = context.archive;
  const tags = {
    "og:type": route.kind === "practice" ? "article" : "website",
    "og:title": page.title,
    "og:description": page.description,
    "og:url": page.url,
    "og:site_name": localize(site.name, route.language),
    "og:locale": countryTagOf(route.language),
  };
  return metaOf("property", [...Object.entries(tags), ...pictureTags(route, context)]);
}

/** The picture beside a link: of a practice its first photograph, else the site's social image. */
function pictureTags(
  { kind, language, key }: Route,
  { archive, socialImages }: RenderContext,
): readonly (readonly [string, string])[] {
  const { site, media, editions } = archive;
  const entry = kind === "practice" ? editions.get(language)?.practicesById.get(key as PracticeId) : undefined;
  for (const { image, target } of entry?.outline.links ?? []) {
    const path = image && target.kind === "file" && /\.(?:jpe?g|png)$/i.test(target.path) ? target.path : "";
    const size = media.get(path)?.size;
    if (size && size.width >= smallestPicture) return picture(permalinks.media(path), size);
  }
  if (!socialImages.has(permalinks.card(language))) return [];
  const alt = ["og:image:alt", localize(site.name, language)] as const;
  return [...picture(permalinks.card(language), { width: socialImageWidth, height: socialImageHeight }), alt];

  function picture(permalink: Permalink, { width, height }: ImageSize): readonly (readonly [string, string])[] {
    return [
      ["og:image", site.baseUrl + permalink],
      ["og:image:width", String(width)],
      ["og:image:height", String(height)],
    ];
  }
}

/** Narrower ones are shown small or not at all. */
const smallestPicture = 300;

/** Lines of the head; empty ones are left out. */
export function metaOf(key: Meta["key"], pairs: readonly (readonly [string, string])[]): readonly Meta[] {
  return pairs.filter(([, content]) => content !== "").map(([name, content]) => ({ key, name, content }));
}
