/** The parts of a practice where the archive names no others. */
export const usualSections = ["background", "practice", "results"] as const;
export type UsualSection = (typeof usualSections)[number];

/** What a heading begins that is none of the expected ones. */
export const otherSection = "other";

/** The name of an expected part, or `otherSection`. */
export type SectionKind = string;

/**
 * A text turned from Markdown into HTML. Internal links are still `practice:ID`, `page:ID` or `file:PATH` in `href`
 * and `src`, because their relative address depends on the page that shows the text.
 */
export interface Body {
  /** HTML before the first heading. */
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly footnotes: string;
  /** Plain text of the first paragraph, or "". */
  readonly firstParagraph: string;
  readonly outline: Outline;
}

export interface Section {
  readonly kind: SectionKind;
  readonly id: string;
  /** Heading as HTML. */
  readonly title: string;
  /** Its words alone. */
  readonly plainTitle: string;
  readonly html: string;
}

/** What other parts of the archive need to know of a text, without its HTML. */
export interface Outline {
  readonly links: readonly BodyLink[];
  /** Ids of headings, in order. */
  readonly anchors: readonly string[];
  /** Words of the same headings. */
  readonly titles?: readonly string[];
}

export type LinkTarget =
  | { readonly kind: "practice" | "page"; readonly id: string; readonly fragment: string }
  | { readonly kind: "file"; readonly path: string; readonly fragment: string };

/** An internal link or image, with the line of the file where to look for it. */
export interface BodyLink {
  readonly target: LinkTarget;
  readonly written: string;
  readonly line: number;
  readonly image: boolean;
}
