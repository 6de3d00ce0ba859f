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

/** For each line of a block of code, the line behind the block. */
type CodeLines = ReadonlyMap<number, number>;

const begin = "<!--";
const end = "-->";
/** After how many comments the blocks of code are looked for again: a person writes no more in one text. */
const maxLooks = 50;

/** Takes the comments out of a text, over several paragraphs if need be. In code they stay, and what is code the parser says. */
export function hideComments(written: string, parser: MarkdownIt): ShownText {
  if (!written.includes(begin)) return { text: written, comments: [] };
  const comments: Comment[] = [];
  const rest = createRest(written);
  const starts = [0, ...[...written.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lastEnd = written.lastIndexOf(end);
  const endOfCodeSpan = createSpanFinder(written);
  let code = findCode(written, parser);
  let line = 0;
  const sign = /\\[^\n]|`+|<!--/g;
  for (let match = sign.exec(written); match; match = sign.exec(written)) {
    const { 0: found, index } = match;
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= index) line++;
    const lineBehind = code.get(line);
    if (lineBehind !== undefined) sign.lastIndex = starts[lineBehind] ?? written.length;
    else if (found.startsWith("`")) sign.lastIndex = endOfCodeSpan(sign.lastIndex, found.length);
    else if (found === begin) {
      // Also <!--> is a whole comment to HTML.
      const isClosed = lastEnd >= index + 2;
      const next = isClosed ? written.indexOf(end, index + 2) + end.length : sign.lastIndex;
      comments.push({ text: written.slice(index, next), line, isClosed });
      if (!isClosed) continue;
      sign.lastIndex = rest.hide(index, next);
      // What was hidden may have been the fence of the code around another comment.
      if (comments.length <= maxLooks) code = findCode(rest.shown(), parser);
    }
  }
  return { text: rest.shown(), comments };
}

/** A text of which parts are hidden, from its beginning to its end; their line breaks stay. */
function createRest(written: string) {
  let done = "";
  let from = 0;
  /** What the line shows that the rest begins in. */
  let before = "";
  return {
    /** Hides a part and says where the rest begins. */
    hide(start: number, next: number): number {
      const words = written.slice(from, start);
      const breaks = written.slice(start, next).replace(/[^\n]/g, "");
      before = words.includes("\n") ? words.slice(words.lastIndexOf("\n") + 1) : before + words;
      done += words + breaks;
      // Spaces behind a comment that begins its line would make code of the rest.
      const spaces = before.trim() === "" ? (/^[ \t]*/.exec(written.slice(next))?.[0].length ?? 0) : 0;
      if (breaks !== "") before = "";
      from = next + spaces;
      return from;
    },
    shown: (): string => done + written.slice(from),
  };
}

/** What can begin a block of code. */
const codeLike = /```|~~~|^[ >]*(?: {4}|\t)/m;

function findCode(text: string, parser: MarkdownIt): CodeLines {
  const lines = new Map<number, number>();
  if (!codeLike.test(text)) return lines;
  const tokens: Token[] = [];
  parser.block.parse(text, parser, {}, tokens);
  for (const { type, map } of tokens)
    if (map && (type === "fence" || type === "code_block"))
      for (let line = map[0]; line < map[1]; line++) lines.set(line, map[1]);
  return lines;
}

/**
 * Makes the function that says where a span of code ends: at as many marks in the same paragraph, else where it begins. It is asked
 * from the beginning of the text to its end.
 */
function createSpanFinder(text: string): (from: number, marks: number) => number {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const places = runs.get(run.length) ?? [];
    places.push(index);
    runs.set(run.length, places);
  }
  const blankLine = /\n[ \t>]*\n/g;
  let paragraphEnd = 0;
  return (from, marks) => {
    if (from > paragraphEnd) {
      blankLine.lastIndex = from;
      paragraphEnd = blankLine.exec(text)?.index ?? text.length;
    }
    const places = runs.get(marks) ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    const close = places.at(-1) ?? text.length;
    return close < paragraphEnd ? close + marks : from;
  };
}
