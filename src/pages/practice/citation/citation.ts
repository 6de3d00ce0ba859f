/** What reference managers are told of a practice. Absent values are "". */
export interface CitedPractice {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** The innovator: an organisation, or people as they are written. */
  readonly author: string;
  readonly archive: string;
  readonly publisher: string;
  /** ISO 8601: 2016-06-09. */
  readonly date: string;
  readonly url: string;
  readonly summary: string;
  readonly keywords: readonly string[];
}

/** A practice out of the JSON-LD in the head of its page, as src/pages/practice/metadata-view.ts writes it. */
export function readCitedPractice(id: string, jsonLd: PracticeJsonLd): CitedPractice {
  return {
    id,
    language: jsonLd.inLanguage,
    title: jsonLd.headline,
    author: jsonLd.author?.name ?? "",
    archive: jsonLd.isPartOf.name,
    publisher: jsonLd.publisher?.name ?? "",
    date: jsonLd.datePublished,
    url: jsonLd.url,
    summary: jsonLd.abstract ?? "",
    keywords: (jsonLd.about ?? []).map(({ name }) => name),
  };
}

/** What of the JSON-LD of a practice goes into a citation. */
export interface PracticeJsonLd {
  readonly url: string;
  readonly headline: string;
  readonly abstract?: string | undefined;
  readonly inLanguage: string;
  readonly datePublished: string;
  readonly author?: Named | undefined;
  readonly publisher?: Named | undefined;
  readonly isPartOf: Named;
  /** Absent where there is none. */
  readonly about?: readonly Named[] | undefined;
}

interface Named {
  readonly name: string;
}
