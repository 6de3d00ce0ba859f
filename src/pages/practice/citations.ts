import { permalinks } from "../../archive/permalinks.ts";
import { editionOf, type Output } from "../kit/context.ts";
import { perEdition } from "../kit/per-edition.ts";
import { citedPractice } from "./citation/cited-practice.ts";
import { type CitationFormat, citationEndings, citationFormats } from "./citation/formats.ts";

/**
 * All practices of a language for reference managers, one file for each format. The citation of one practice is made in its page, of
 * what the head of the page says; without script its links lead to these files.
 */
export const citations: Output = {
  kind: "citations",
  needs: "fullSite",
  traits: [],
  scripts: {
    cite: { source: "pages/practice/browser/cite.ts", format: "iife", needs: "fullSite", keptOffline: true },
  },
  plan: perEdition("citations", ({ language, practices }) =>
    practices.length === 0
      ? []
      : citationEndings.map((format) => ({ permalink: permalinks.citations(language, format), key: format })),
  ),
  render: ({ language, key }, context) => {
    const cited = editionOf(context, language)
      .practices.values()
      .map((entry) => citedPractice(entry, context));
    return { pieces: citationFormats[key as CitationFormat].compose(cited) };
  },
};
