import { permalinks } from "../../archive/permalinks.ts";
import { localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { RenderContext } from "../kit/context.ts";
import { placeName } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { metaOf, socialPicture } from "../kit/social-meta.ts";
import { elementsOf, termsOf } from "../open-data/terms.ts";
import type { CitedPractice, PracticeJsonLd } from "./citation/citation.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { citationEndings, citationFormats } from "./citation/formats.ts";
import { dayOfText } from "./day-of-text.ts";

/**
 * What reference managers and search engines read of a practice: COinS, Highwire's `citation_*`, Dublin Core, and JSON-LD in the words of
 * schema.org. Null where the site has no files for reference managers.
 *
 * There is no `citation_author`: programs take its name apart as that of a person, and innovators are organisations. Zotero reads COinS
 * before all others (translator priority 310), where `rft.aucorp` keeps an organisation whole.
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
    coins: coinsOf(practice),
    jsonLd: withoutEmpty(jsonLdOf(entry, context)),
  };
}

/** A context object of OpenURL (ANSI/NISO Z39.88-2004), as it stands in the title of a span of the class Z3988. */
function coinsOf({ title, author, archive, publisher, date, language, url }: CitedPractice): string {
  const values: readonly (readonly [string, string])[] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:book"],
    ["rft.genre", "report"],
    ["rft.btitle", title],
    ["rft.title", title],
    ["rft.aucorp", author],
    ["rft.date", date],
    ["rft.pub", publisher],
    ["rft.series", archive],
    ["rft.language", language],
    ["rft_id", url],
  ];
  return values
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join("&");
}

/** JSON-LD without lists that hold nothing. */
function withoutEmpty(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
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
    dateModified: dayOfText(item, archive),
    image: socialPicture(item, context)?.url,
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
      return {
        "@type": "AdministrativeArea",
        name: placeName(place, language),
        identifier: code,
        ...(place.point ? { geo: { "@type": "GeoCoordinates", ...place.point } } : {}),
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
