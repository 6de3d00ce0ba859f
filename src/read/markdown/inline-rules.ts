import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** Adds what the archive has beyond Markdown: foreign passages, and three tags of HTML that a table cannot do without. */
export function addInlineRules(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "passage", readPassage);
  parser.inline.ruler.before("html_inline", "plain_tag", readPlainTag);
}

/** A text being read, and what has been found out of it: it is searched once, and not from each of its signs. */
interface Reading extends StateInline {
  /** Where the last attribute begins; -1 if there is none. */
  lastAttribute?: number;
  /** Where labels end, by where they begin; -1 if nowhere. */
  labelEnds?: Map<number, number>;
  /** Where the end of a tag begins, by where the tag does. */
  tagEnds?: ReadonlyMap<number, number>;
}

const attribute = /\{lang=(["']?)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\1\}/y;

/** `[Local Agenda 21]{lang=en}` is a passage in another language. Braces anywhere else are text. */
function readPassage(state: Reading, silent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  state.lastAttribute ??= state.src.lastIndexOf("]{lang=");
  if (state.lastAttribute <= state.pos) return false;
  const labelEnd = findLabelEnd(state);
  if (labelEnd < 0) return false;
  attribute.lastIndex = labelEnd + 1;
  const [written, , language = ""] = attribute.exec(state.src) ?? [];
  if (!written) return false;
  const inside = { from: state.pos + 1, to: labelEnd, next: labelEnd + 1 + written.length };
  readInside(state, { tag: "span", attributes: [["lang", language]], silent, ...inside });
  return true;
}

/** `parseLinkLabel` of markdown-it, which walks on from each bracket: here one walk finds the ends of all that it passes. */
function findLabelEnd(state: Reading): number {
  state.labelEnds ??= new Map();
  const { pos: start, posMax, labelEnds } = state;
  const open = labelEnds.has(start) ? [] : [start];
  for (state.pos = start + 1; open.length > 0 && state.pos < posMax; ) {
    const at = state.pos;
    const sign = state.src[at];
    if (sign === "]") labelEnds.set(open.pop() ?? start, at);
    if (open.length > 0) state.md.inline.skipToken(state);
    // A bracket that begins nothing.
    if (sign === "[" && state.pos === at + 1) open.push(at);
  }
  for (const at of open) labelEnds.set(at, -1);
  state.pos = start;
  const end = labelEnds.get(start) ?? -1;
  return end < posMax ? end : -1;
}

const tag = /<(?:br\s*\/?|(sub|sup))>/iy;

/** `<br>`, `<sub>` and `<sup>` without attributes pass on every site: Markdown has nothing for them, and they can do no harm. */
function readPlainTag(state: Reading, silent: boolean): boolean {
  if (state.src[state.pos] !== "<") return false;
  tag.lastIndex = state.pos;
  const [written, name] = tag.exec(state.src) ?? [];
  if (!written) return false;
  const from = state.pos + written.length;
  if (!name) {
    if (!silent) state.push("hardbreak", "br", 0).markup = "<br>";
    state.pos = from;
    return true;
  }
  state.tagEnds ??= pairTags(state.src);
  const to = state.tagEnds.get(state.pos);
  const next = (to ?? 0) + written.length + 1;
  if (to === undefined || next > state.posMax) return false;
  readInside(state, { tag: name.toLowerCase(), attributes: [], silent, from, to, next });
  return true;
}

/** Where each tag ends that has an end. */
function pairTags(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: Record<string, number[]> = {};
  for (const { 1: slash, 2: name = "", index } of text.matchAll(/<(\/?)(sub|sup)>/gi)) {
    open[name.toLowerCase()] ??= [];
    const starts = open[name.toLowerCase()] ?? [];
    const start = slash ? starts.pop() : undefined;
    if (start !== undefined) ends.set(start, index);
    if (!slash) starts.push(index);
  }
  return ends;
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
