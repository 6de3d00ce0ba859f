import MarkdownIt from "markdown-it";
import autolink from "markdown-it/lib/rules_inline/autolink.mjs";
import backticks from "markdown-it/lib/rules_inline/backticks.mjs";
import entity from "markdown-it/lib/rules_inline/entity.mjs";
import htmlInline from "markdown-it/lib/rules_inline/html_inline.mjs";
import image from "markdown-it/lib/rules_inline/image.mjs";
import link from "markdown-it/lib/rules_inline/link.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import footnote from "markdown-it-footnote";
import type { ProseLine } from "../../core/model/prose.ts";

type Range = readonly [from: number, to: number, isCode: boolean];
type Rule = (state: StateInline, silent: boolean) => boolean;

/** The rules whose whole match is no prose. */
const opaque: Readonly<Record<string, Rule>> = { autolink, backticks, entity, html_inline: htmlInline };
/** The rules that match words in brackets, and after them an address. */
const addressed: Readonly<Record<string, Rule>> = { link, image };

/**
 * Footnotes and passages in another language, and addresses that only linkify sees. Nothing begins within itself, and the part before @
 * is as long as RFC 5321 allows: else a long run of brackets or letters would be read anew from each of its places.
 */
const notProse = /\[\^[^[\]\s]*\]|\[[^[\]]*\]\{[^{}]*\}|\{[^{}]*\}|(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/g;

/**
 * Makes the function that finds the prose of a Markdown text: without code, addresses and HTML, as the parser sees them. What is no prose
 * is replaced by as many spaces, so that columns are those of the file.
 */
export function createProseFinder(): (body: string, firstLine: number) => readonly ProseLine[] {
  const parser = createParser();
  return (body, firstLine) => {
    const written = body.split("\n");
    const shown = new Map<number, Omit<ProseLine, "line">>();
    let row: Token["map"] = null;
    for (const token of parser.parse(body, {})) {
      if (token.type === "tr_open") row = token.map;
      if (token.type === "tr_close") row = null;
      const map = token.map ?? row;
      if (token.type !== "inline" || !map) continue;
      const ranges = token.meta as readonly Range[];
      const masked = maskAddresses(mask(token.content, ranges)).split("\n");
      const uncoded = mask(
        token.content,
        ranges.filter(([, , isCode]) => isCode),
      ).split("\n");
      for (const [index, line] of token.content.split("\n").entries()) {
        const number = map[0] + index;
        const source = written[number] ?? "";
        const blank = " ".repeat(source.length);
        const before = shown.get(number) ?? { text: blank, uncoded: blank };
        const column = source.indexOf(line, before.uncoded.trimEnd().length);
        // A cell with an escaped bar is not in the file as the parser gives it: it is left alone.
        if (column < 0 || line === "") continue;
        const put = (into: string, words = ""): string =>
          into.slice(0, column) + words + into.slice(column + line.length);
        shown.set(number, {
          text: put(before.text, masked[index]),
          uncoded: put(before.uncoded, uncoded[index]),
          ...(row === null ? {} : { isTable: true }),
        });
      }
    }
    return [...shown].sort(([a], [b]) => a - b).map(([number, line]) => ({ ...line, line: firstLine + number }));
  };
}

function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: true }).use(footnote);
  parser.validateLink = () => true;
  parser.core.ruler.disable(["footnote_tail", "text_join"]);
  for (const [name, rule] of Object.entries(opaque)) {
    parser.inline.ruler.at(name, (state, silent) => {
      const from = state.pos;
      const isMatch = rule(state, silent);
      if (isMatch && !silent) note(state, [from, state.pos, name === "backticks"]);
      return isMatch;
    });
  }
  for (const [name, rule] of Object.entries(addressed)) {
    parser.inline.ruler.at(name, (state, silent) => {
      const label = state.pos + (name === "image" ? 1 : 0);
      const end = state.src[label] === "[" ? parser.helpers.parseLinkLabel(state, label, false) : -1;
      const isMatch = rule(state, silent);
      if (isMatch && !silent) note(state, [Math.max(label, end), state.pos, false]);
      return isMatch;
    });
  }
  // The words of each block with what in them is no prose; markdown-it itself keeps no places within a block.
  parser.core.ruler.at("inline", ({ tokens, md, env }) => {
    for (const token of tokens) {
      if (token.type !== "inline") continue;
      const ranges: Range[] = [];
      md.inline.parse(token.content, md, { ...env, source: token.content, ranges }, []);
      token.meta = ranges;
    }
  });
  return parser;
}

/** Notes where a rule has matched, unless it looked at the words of a picture, which are parsed a second time. */
function note({ env, src }: StateInline, range: Range): void {
  if (env.source === src) env.ranges.push(range);
}

function mask(content: string, ranges: readonly Range[]): string {
  const letters = content.split("");
  for (const [from, to] of ranges) for (let at = from; at < to; at++) if (letters[at] !== "\n") letters[at] = " ";
  return letters.join("");
}

function maskAddresses(words: string): string {
  return words.replace(notProse, (found) => found.replace(/[^\n]/g, " "));
}
