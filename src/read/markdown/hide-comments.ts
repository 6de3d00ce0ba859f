import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

/** A comment of an editor: `<!-- … -->`. */
export interface Comment {
  readonly text: string;
  /** Line of the text in which it begins, from 0. */
  readonly line: number;
  /** False: it has no end, and all of it is shown. */
  readonly isClosed: boolean;
}

/** A text without its comments, in as many lines. */
export interface ShownText {
  readonly text: string;
  readonly comments: readonly Comment[];
}

/** Parts of a text that are blocks of code, by characters. */
type CodeBlocks = readonly (readonly [from: number, to: number])[];

const begin = "<!--";
const end = "-->";

/** Takes the comments out of a text, over several paragraphs if need be. In code they stay, and what is code the parser says. */
export function hideComments(written: string, parser: MarkdownIt): ShownText {
  if (!written.includes(begin)) return { text: written, comments: [] };
  const comments: Comment[] = [];
  let text = written;
  let code = findCode(text, parser);
  for (let start = nextComment(text, 0, code); start >= 0; ) {
    // Also <!--> is a whole comment to HTML.
    const close = text.indexOf(end, start + 2);
    const next = close < 0 ? start + begin.length : close + end.length;
    const comment = text.slice(start, next);
    comments.push({ text: comment, line: text.slice(0, start).split("\n").length - 1, isClosed: close >= 0 });
    if (close >= 0) {
      const beginsLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start));
      const rest = text.slice(next);
      // Spaces behind a comment that begins its line would make code of the rest.
      text = text.slice(0, start) + comment.replace(/[^\n]/g, "") + (beginsLine ? rest.replace(/^[ \t]+/, "") : rest);
      // What was hidden may have been the fence of the code around another comment.
      code = findCode(text, parser);
    }
    start = nextComment(text, close < 0 ? next : start, code);
  }
  return { text, comments };
}

/** What can begin a block of code. */
const codeLike = /```|~~~|^[ >]*(?: {4}|\t)/m;

function findCode(text: string, parser: MarkdownIt): CodeBlocks {
  if (!codeLike.test(text)) return [];
  const tokens: Token[] = [];
  parser.block.parse(text, parser, {}, tokens);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return tokens.flatMap(({ type, map }) =>
    map && (type === "fence" || type === "code_block")
      ? [[starts[map[0]] ?? text.length, starts[map[1]] ?? text.length] as const]
      : [],
  );
}

/** Where the next comment begins that is in no code; -1 if there is none. */
function nextComment(text: string, from: number, code: CodeBlocks): number {
  const sign = /\\[^\n]|`+|<!--/g;
  sign.lastIndex = from;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const { 0: written, index } = match;
    const block = code.find(([first, last]) => index >= first && index < last);
    if (block) sign.lastIndex = block[1];
    else if (written === begin) return index;
    else if (written.startsWith("`")) sign.lastIndex = endOfCodeSpan(text, sign.lastIndex, written.length);
  }
  return -1;
}

/** Where a span of code ends; `from` if its marks do not come again in the paragraph. */
function endOfCodeSpan(text: string, from: number, marks: number): number {
  const blankLine = text.slice(from).search(/\n[ \t>]*\n/);
  const paragraph = blankLine < 0 ? text.slice(from) : text.slice(from, from + blankLine);
  const close = [...paragraph.matchAll(/`+/g)].find(({ 0: run }) => run.length === marks);
  return close ? from + close.index + marks : from;
}
