import { permalinks } from "../../archive/permalinks.ts";
import { localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { RenderContext } from "../kit/context.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { placeName } from "../kit/row-view.ts";
import { metaOf } from "../kit/social-meta.ts";
import { elementsOf, termsOf } from "../open-data/terms.ts";
import type { PracticeJsonLd } from "./citation/citation.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { citationEndings, citationFormats } from "./citation/formats.ts";

/**
 * What reference managers and search engines read of a practice: Highwire's `citation_*`, which Zotero and Google Scholar go by, Dublin
 * Core, and JSON-LD in the words of schema.org. Null where the site has no files for reference managers.
 */
export function practiceMetadata(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { item } = entry;
  const files = citationEndings.map((format) => ({
    format,
    permalink: permalinks.citations(item.language, format),
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
    ...elementsOf("dublinCore", { entry, archive: context.archive }).map(
      ([term, text]) => [`DC.${term}`, text] as const,
    ),
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

function jsonLdOf(entry: PracticeEntry, context: RenderContext): PracticeJsonLd {
  const { archive } = context;
  const { item } = entry;
  const { language } = item;
  const practice = citedPractice(entry, context);
  const versions = [...archive.editions.values()].filter(
    (edition) => edition.language !== language && edition.practicesById.has(item.id),
  );
  const jsonLd = {
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
    ...Object.fromEntries(termsOf("schemaOrg", { entry, archive })),
    workTranslation: versions.map((edition) => ({
      "@type": "Article",
      "@id": archive.site.baseUrl + permalinks.practice(edition.language, item.id),
      inLanguage: edition.language,
    })),
  };
  return jsonLd;
}
