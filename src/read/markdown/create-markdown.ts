import MarkdownIt, { type Options } from "markdown-it";
import attributes from "markdown-it-attrs";
import bracketedSpans from "markdown-it-bracketed-spans";
import footnote from "markdown-it-footnote";
import type { Language } from "../../core/language/language.ts";
import { locales } from "../../locales/locales.ts";
import { addShortcuts } from "./fast-paths.ts";

/** markdown-it prepared for one language; `withPassages` also reads `[text]{lang=en}`, which few texts need. */
export interface MarkdownParsers {
  readonly plain: MarkdownIt;
  readonly withPassages: MarkdownIt;
}

/** Sets markdown-it up for a language. Raw HTML passes only where it will be sanitised afterwards. */
export function createMarkdownParsers(language: Language, rawHtml: boolean): MarkdownParsers {
  const { quotes, innerQuotes } = locales[language].writing;
  const options: Options = { html: rawHtml, linkify: true, typographer: true, quotes: [...quotes, ...innerQuotes] };
  const withPassages = createParser(options, language);
  withPassages.use(bracketedSpans).use(attributes, { allowedAttributes: ["lang"] });
  return { plain: createParser(options, language), withPassages };
}

function createParser(options: Options, language: Language): MarkdownIt {
  const parser = new MarkdownIt(options).use(footnote);
  // `resolveTarget` checks every address and reports those it refuses; markdown-it would drop them silently.
  parser.validateLink = () => true;
  parser.linkify.set({ fuzzyIP: false }).add("ftp:", null).add("//", null);
  parser.linkify.tlds(["bg", "eu", "org", "com", "net", "info", "gov", "edu"], false);
  addShortcuts(parser);
  const { rules } = parser.renderer;
  const texts = locales[language].body;
  rules.footnote_caption = (tokens, index) => String(Number(tokens[index]?.meta.id) + 1);
  rules.footnote_block_open = () =>
    `<section class="footnotes" role="doc-endnotes" aria-label="${texts.footnotes}"><ol>\n`;
  rules.footnote_block_close = () => "</ol></section>\n";
  rules.footnote_anchor = (...call) => {
    const [tokens, index] = call;
    const id = rules.footnote_anchor_name?.(...call) ?? "";
    const meta: { subId: number } = tokens[index]?.meta;
    const suffix = meta.subId > 0 ? `:${meta.subId}` : "";
    return ` <a href="#fnref${id}${suffix}" class="footnote-back" aria-label="${texts.backToText}">↩\ufe0e</a>`;
  };
  rules.table_open = () => `<div class="table-scroll" role="group" aria-label="${texts.table}" tabindex="0"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  return parser;
}
