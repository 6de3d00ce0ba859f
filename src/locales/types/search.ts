import type { FacetName } from "../../core/model/facets.ts";

/** Texts of the search and of the alphabetical index. Those that a script completes get names in braces. */
export interface SearchTexts {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** Seen where there is no script. */
  readonly unscripted: string;
  readonly narrow: string;
  readonly facets: Readonly<Record<FacetName, string>>;
  /** The values of facets that the practices of one list have. */
  readonly within: string;
  /** Leads to the values of a facet that are not shown. */
  readonly allValues: string;
  readonly sort: {
    readonly label: string;
    readonly submit: string;
    /** No order is chosen: the newest, or what answers best. */
    readonly usual: string;
    readonly date: string;
    readonly title: string;
    readonly adopted: string;
    readonly nominated: string;
    readonly largest: (figure: string) => string;
    readonly smallest: (figure: string) => string;
  };
  readonly any: string;
  readonly awarded: string;
  readonly alsoIn: (language: string) => string;
  readonly found: (count: string) => string;
  readonly nothing: string;
  readonly nothingHint: string;
  /** Before links to the lists. */
  readonly nothingLists: string;
  /** The way out where filters leave nothing. */
  readonly withoutFilters: (count: string) => string;
  /** Every word of the question is in every text. */
  readonly tooCommon: string;
  readonly noYear: (year: string) => string;
  readonly haveSome: string;
  /** Few have all the words; those that lack one follow. */
  readonly haveMost: string;
  readonly replaced: (word: string) => string;
  readonly absent: (word: string) => string;
  /** A phrase is looked for in the best practices only. */
  readonly phraseLimit: string;
  readonly more: string;
  readonly clear: string;
  readonly loading: string;
  readonly failed: string;
  readonly results: string;
  /** What means the same, with commas between. */
  readonly synonyms: readonly string[];
  readonly indexTitle: string;
  readonly indexIntro: string;
  readonly letters: string;
  /** Titles that begin with none of the alphabet's letters. */
  readonly otherSigns: string;
}
