import { permalinks } from "../../archive/permalinks.ts";
import { countryTagOf, type Language, localize } from "../../core/language/language.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import type { ImageSize } from "../../core/model/document.ts";
import type { PracticeId } from "../../core/model/ids.ts";
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
  const pictures = pictureTags(route, context);
  // Without it some programs show the picture small.
  const card = metaOf("name", [["twitter:card", pictures.length > 0 ? "summary_large_image" : "summary"]]);
  return [...metaOf("property", [...Object.entries(tags), ...pictures]), ...card];
}

/** The first photograph of a practice that is large enough to stand beside a link. */
export function photographOf(
  { outline }: Pick<PracticeEntry, "outline">,
  media: Archive["media"],
): { readonly path: string; readonly size: ImageSize } | undefined {
  for (const { image, target } of outline.links) {
    const path = image && target.kind === "file" && /\.(?:jpe?g|png)$/i.test(target.path) ? target.path : "";
    const size = media.get(path)?.size;
    if (size && size.width >= smallestPicture) return { path, size };
  }
  return undefined;
}

/** The picture beside a link: of a practice its first photograph, else the one drawn of it, else that of the language. */
export function socialPicture(
  { language, id }: { readonly language: Language; readonly id: string },
  { archive, socialImages }: RenderContext,
): { readonly url: string; readonly size: ImageSize; readonly alt: string } | undefined {
  const { site, media, editions } = archive;
  const entry = editions.get(language)?.practicesById.get(id as PracticeId);
  const photograph = entry && photographOf(entry, media);
  if (photograph) return { url: site.baseUrl + permalinks.media(photograph.path), size: photograph.size, alt: "" };
  const own = permalinks.practiceCard(language, id);
  const card = entry && socialImages.has(own) ? own : permalinks.card(language);
  if (!socialImages.has(card)) return undefined;
  const alt = card === own ? (entry?.item.title ?? "") : localize(site.name, language);
  return { url: site.baseUrl + card, size: { width: socialImageWidth, height: socialImageHeight }, alt };
}

function pictureTags({ kind, language, key }: Route, context: RenderContext): readonly (readonly [string, string])[] {
  const picture = socialPicture({ language, id: kind === "practice" ? key : "" }, context);
  if (!picture) return [];
  const { url, size, alt } = picture;
  return [
    ["og:image", url],
    ["og:image:width", String(size.width)],
    ["og:image:height", String(size.height)],
    ["og:image:alt", alt],
  ];
}

/** Narrower ones are shown small or not at all. */
const smallestPicture = 300;

/** Lines of the head; empty ones are left out. */
export function metaOf(key: Meta["key"], pairs: readonly (readonly [string, string])[]): readonly Meta[] {
  return pairs.filter(([, content]) => content !== "").map(([name, content]) => ({ key, name, content }));
}
