import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { mayHaveBareAddress } from "./fast-paths.ts";
import { type Comment, hideComments } from "./hide-comments.ts";

/** A text as the parser sees it. */
interface ParsedText {
  readonly tokens: readonly Token[];
  /** Left out of the text. */
  readonly comments: readonly Comment[];
}

/** Parses a text without its comments. */
export function parseMarkdown(written: string, parser: MarkdownIt, env: object): ParsedText {
  const { text, comments } = hideComments(written, parser);
  parser.set({ linkify: mayHaveBareAddress(text) });
  return { tokens: parser.parse(text, env), comments };
}
