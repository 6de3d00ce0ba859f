import type MarkdownIt from "markdown-it";
import { escapeHtml } from "markdown-it/lib/common/utils.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { mapWholeNumbers } from "../../core/language/whole-numbers.ts";

/**
 * Sets the type of a text: dots and dashes as markdown-it does, but (c), (r) and (tm) stay, because texts cite “Article 17(1)(c)”;
 * and hard spaces, last, when all other rules have read the spaces as they were typed.
 */
export function addTypography(parser: MarkdownIt): void {
  parser.core.ruler.at("replacements", (state) => setTexts(state, replaceSigns));
  parser.core.ruler.push("hard_spaces", (state) => setTexts(state, bindWithHardSpaces));
  parser.renderer.rules.text = (tokens, index) => keepWhole(escapeHtml(tokens[index]?.content ?? ""));
}

const keepWhole = (html: string): string => mapWholeNumbers(html, (number) => `<span class="whole">${number}</span>`);

function setTexts({ tokens }: StateCore, set: (text: string) => string): void {
  for (const { children } of tokens) {
    if (!children) continue;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Token;
      if (child.type !== "text") continue;
      const text = set(child.content);
      if (text !== child.content && !isBareAddress(children, index)) child.content = text;
    }
  }
}

/** An address that is its own text stays as it is typed. */
function isBareAddress(siblings: readonly Token[], index: number): boolean {
  const before = siblings[index - 1];
  return before?.type === "link_open" && before.info === "auto";
}

const signs = /\+-|\.\.|\?\?\?\?|!!!!|,,|--/;

/** The rule `replacements` of markdown-it 14 without its signs in brackets. */
function replaceSigns(text: string): string {
  if (!signs.test(text)) return text;
  return text
    .replace(/\+-/g, "±")
    .replace(/\.{2,}/g, "…")
    .replace(/([?!])…/g, "$1..")
    .replace(/([?!]){4,}/g, "$1$1$1")
    .replace(/,{2,}/g, ",")
    .replace(/(^|[^-])---(?=[^-]|$)/gm, "$1—")
    .replace(/(^|\s)--(?=\s|$)/gm, "$1–")
    .replace(/(^|[^-\s])--(?=[^-\s]|$)/gm, "$1–");
}
