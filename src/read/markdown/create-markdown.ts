import MarkdownIt from "markdown-it";
import type { Language } from "../../core/language/language.ts";
import { locales } from "../../locales/locales.ts";
import { addShortcuts } from "./fast-paths.ts";
import { addInlineRules } from "./inline-rules.ts";
import { addLook } from "./look/look-at-shown.ts";
import { addNotes } from "./notes.ts";
import { addTypography } from "./typography.ts";

/** Sets markdown-it up for a language. Raw HTML passes only where it will be sanitised afterwards. */
export function createMarkdownParser(language: Language, rawHtml: boolean): MarkdownIt {
  const { writing, body: texts } = locales[language];
  const quotes = [...writing.quotes, ...writing.innerQuotes];
  const parser = new MarkdownIt({ html: rawHtml, linkify: true, typographer: true, quotes });
  // `resolveTarget` checks every address and reports those it refuses; markdown-it would drop them silently.
  parser.validateLink = () => true;
  parser.linkify.set({ fuzzyIP: false }).add("ftp:", null).add("//", null);
  parser.linkify.tlds(["bg", "eu", "org", "com", "net", "info", "gov", "edu"], false);
  addShortcuts(parser);
  addInlineRules(parser);
  addNotes(parser, texts);
  addTypography(parser);
  addLook(parser);
  const { rules } = parser.renderer;
  rules.table_open = () => `<div class="table-scroll" role="group" aria-label="${texts.table}" tabindex="0"><table>\n`;
  rules.table_close = () => "</table></div>\n";
  return parser;
}
