import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** Adds what the archive has beyond Markdown: foreign passages, and three tags of HTML that a table cannot do without. */
export function addInlineRules(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "passage", readPassage);
  parser.inline.ruler.before("html_inline", "plain_tag", readPlainTag);
}

const attribute = /\{lang=(["']?)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\1\}/y;

/** `[Local Agenda 21]{lang=en}` is a passage in another language. Braces anywhere else are text. */
function readPassage(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "[" || !state.src.includes("]{lang=", state.pos)) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (labelEnd < 0) return false;
  attribute.lastIndex = labelEnd + 1;
  const [written, , language = ""] = attribute.exec(state.src) ?? [];
  if (!written) return false;
  const inside = { from: state.pos + 1, to: labelEnd, next: labelEnd + 1 + written.length };
  readInside(state, { tag: "span", attributes: [["lang", language]], silent, ...inside });
  return true;
}

const tag = /<(?:br\s*\/?|(sub|sup))>/iy;

/** `<br>`, `<sub>` and `<sup>` without attributes pass on every site: Markdown has nothing for them, and they can do no harm. */
function readPlainTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "<") return false;
  tag.lastIndex = state.pos;
  const [written, pair] = tag.exec(state.src) ?? [];
  if (!written) return false;
  const from = state.pos + written.length;
  if (!pair) {
    if (!silent) state.push("hardbreak", "br", 0).markup = "<br>";
    state.pos = from;
    return true;
  }
  const end = `</${pair.toLowerCase()}>`;
  const to = state.src.toLowerCase().indexOf(end, from);
  if (to < 0 || to > state.posMax) return false;
  readInside(state, { tag: pair.toLowerCase(), attributes: [], silent, from, to, next: to + end.length });
  return true;
}

interface Inside {
  readonly tag: string;
  readonly attributes: [string, string][];
  readonly silent: boolean;
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Reads a part of the text as inline Markdown of its own, between two tags. */
function readInside(state: StateInline, { tag, attributes, silent, from, to, next }: Inside): void {
  if (!silent) {
    const end = state.posMax;
    state.pos = from;
    state.posMax = to;
    state.push(`${tag}_open`, tag, 1).attrs = attributes;
    state.md.inline.tokenize(state);
    state.push(`${tag}_close`, tag, -1);
    state.posMax = end;
  }
  state.pos = next;
}
