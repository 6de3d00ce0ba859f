import { permalinks } from "../../archive/permalinks.ts";
import { countryTagOf, localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { ImageSize } from "../../core/model/document.ts";
import type { Permalink, PracticeId } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { RenderContext } from "../kit/context.ts";
import type { Linker } from "../kit/relative-url.ts";
import { placeName } from "../kit/row-view.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { citationEndings, citationFormats } from "./citation/formats.ts";
import { cardHeight, cardWidth } from "./social-image.ts";

/** A line of the head: what is said, in whose vocabulary. */
interface Meta {
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

/** The picture beside a link: of a practice its first photograph, else the site's card. */
function pictureTags(
  { kind, language, key }: Route,
  { archive, cards }: RenderContext,
): readonly (readonly [string, string])[] {
  const { site, media, editions } = archive;
  const entry = kind === "practice" ? editions.get(language)?.practicesById.get(key as PracticeId) : undefined;
  for (const { image, target } of entry?.outline.links ?? []) {
    const path = image && target.kind === "file" && /\.(?:jpe?g|png)$/i.test(target.path) ? target.path : "";
    const size = media.get(path)?.size;
    if (size && size.width >= smallestPicture) return picture(permalinks.media(path), size);
  }
  if (!cards.has(permalinks.card(language))) return [];
  const alt = ["og:image:alt", localize(site.name, language)] as const;
  return [...picture(permalinks.card(language), { width: cardWidth, height: cardHeight }), alt];

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

/**
 * What reference managers and search engines read of a practice: Highwire's `citation_*`, which Zotero and Google Scholar go by, Dublin
 * Core, and JSON-LD in the words of schema.org. Null where the site has no files for reference managers.
 */
export function practiceMetadata(entry: PracticeEntry, context: RenderContext, link: Linker) {
  const { item } = entry;
  const files = citationEndings.map((format) => ({
    format,
    permalink: permalinks.citation(item.language, item.id, format),
  }));
  if (!files.every(({ permalink }) => context.planned.has(permalink))) return null;
  const practice = citedPractice(entry, context);
  const { site } = context.archive;
  const licence = site.licence?.url ?? "";
  const highwire: readonly (readonly [string, string])[] = [
    ["citation_title", practice.title],
    ["citation_author", practice.author],
    ["citation_publication_date", practice.date.replaceAll("-", "/")],
    ["citation_technical_report_institution", practice.publisher],
    ["citation_language", practice.language],
    ["citation_public_url", practice.url],
    ["citation_abstract_html_url", practice.url],
    ["citation_keywords", practice.keywords.join("; ")],
  ];
  const dublinCore: readonly (readonly [string, string])[] = [
    ["DC.title", practice.title],
    ["DC.creator", practice.author],
    ["DC.date", practice.date],
    ["DC.publisher", practice.publisher],
    ["DC.language", practice.language],
    ["DC.identifier", practice.url],
    ["DC.type", "Text"],
    ["DC.description", practice.summary],
    ["DC.rights", licence],
    ["DCTERMS.isPartOf", practice.archive],
    ...practice.keywords.map((keyword) => ["DC.subject", keyword] as const),
  ];
  return {
    tags: metaOf("name", [...highwire, ...dublinCore]),
    files: files.map(({ format, permalink }) => ({
      name: citationFormats[format].name,
      mediaType: citationFormats[format].mediaType,
      ending: `.${format}`,
      href: link(permalink),
    })),
    jsonLd: jsonLdOf(entry, context),
  };
}

function metaOf(key: Meta["key"], pairs: readonly (readonly [string, string])[]): readonly Meta[] {
  return pairs.filter(([, content]) => content !== "").map(([name, content]) => ({ key, name, content }));
}

function jsonLdOf(entry: PracticeEntry, context: RenderContext): object {
  const { archive } = context;
  const { item } = entry;
  const { language } = item;
  const practice = citedPractice(entry, context);
  const versions = [...archive.editions.values()].filter(
    (edition) => edition.language !== language && edition.practicesById.has(item.id),
  );
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": practice.url,
    url: practice.url,
    headline: practice.title,
    abstract: practice.summary || undefined,
    inLanguage: language,
    datePublished: practice.date,
    author: practice.author ? { "@type": "Organization", name: practice.author } : undefined,
    publisher: practice.publisher
      ? { "@type": "Organization", name: practice.publisher, url: archive.site.publisher?.url }
      : undefined,
    license: archive.site.licence?.url,
    isPartOf: { "@type": "WebSite", name: practice.archive, url: archive.site.baseUrl + permalinks.home(language) },
    about: item.themes.map((id) => ({
      "@type": "DefinedTerm",
      name: localize(archive.themes.get(id)?.name, language),
      url: archive.site.baseUrl + permalinks.theme(language, id),
    })),
    spatialCoverage: item.municipalities.flatMap((code) => {
      const place = archive.places.get(code);
      if (!place) return [];
      const { latitude, longitude } = place;
      return {
        "@type": "AdministrativeArea",
        name: placeName(place, language),
        identifier: code,
        geo: { "@type": "GeoCoordinates", latitude, longitude },
      };
    }),
    award: item.awards.map(({ name, year }) => (year === undefined ? name : `${name} (${year})`)),
    workTranslation: versions.map((edition) => ({
      "@type": "Article",
      "@id": archive.site.baseUrl + permalinks.practice(edition.language, item.id),
      inLanguage: edition.language,
    })),
  };
}
