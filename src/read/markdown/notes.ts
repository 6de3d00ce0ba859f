import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import footnote from "markdown-it-footnote";
import type { BodyTexts } from "../../locales/types/body.ts";

/** What the plugin for footnotes keeps in the environment of a parse. */
export interface NotesEnvironment {
  footnotes?: {
    /** By `:label`; -1 for a note that no mark refers to. */
    refs?: Record<string, number>;
    list?: { label?: string; count?: number }[];
  };
}

/** Reads footnotes, and shows them the way that screen readers know. A note that no mark refers to is shown too, after the others, and so
 * is an earlier note of the same name. */
export function addNotes(parser: MarkdownIt, texts: BodyTexts): void {
  parser.use(footnote);
  parser.core.ruler.before("footnote_tail", "unused_notes", listUnusedNotes);
  const { rules } = parser.renderer;
  rules.footnote_caption = (tokens, index) => String(Number(tokens[index]?.meta.id) + 1);
  rules.footnote_block_open = () =>
    `<section class="footnotes" role="doc-endnotes" aria-label="${texts.footnotes}"><ol>\n`;
  rules.footnote_block_close = () => "</ol></section>\n";
  rules.footnote_anchor = (...call) => {
    const [tokens, index, , env] = call;
    const { id, subId }: { id: number; subId: number } = tokens[index]?.meta ?? {};
    if ((env as NotesEnvironment).footnotes?.list?.[id]?.count === 0) return "";
    const name = rules.footnote_anchor_name?.(...call) ?? "";
    const suffix = subId > 0 ? `:${subId}` : "";
    return ` <a href="#fnref${name}${suffix}" class="footnote-back" aria-label="${texts.backToText}">↩\ufe0e</a>`;
  };
}

/** The plugin joins the tokens of each note to all others with `concat`: to copy them every time takes seconds for some thousands. */
class JoinedTokens extends Array<Token> {
  override concat(...lists: ConcatArray<Token>[]): Token[] {
    for (const list of lists) for (let index = 0; index < list.length; index++) this.push(list[index] as Token);
    return this;
  }
}

function listUnusedNotes(state: StateCore): void {
  const { tokens } = state;
  const { footnotes } = state.env as NotesEnvironment;
  if (!footnotes) return;
  state.tokens = JoinedTokens.from(tokens);
  if (!footnotes.refs) return;
  // The plugin would keep the last of the notes with one name, and lose the others.
  const last = new Map<string, Token>();
  let repeated = 0;
  for (const token of tokens) {
    if (token.type !== "footnote_reference_open") continue;
    const { label }: { label: string } = token.meta;
    const earlier = last.get(label);
    if (earlier) {
      earlier.meta = { label: `${label}\n${repeated++}` };
      footnotes.refs[`:${earlier.meta.label}`] = -1;
    }
    last.set(label, token);
  }
  for (const [key, id] of Object.entries(footnotes.refs)) {
    if (id >= 0) continue;
    footnotes.list ??= [];
    footnotes.refs[key] = footnotes.list.push({ label: key.slice(1), count: 0 }) - 1;
  }
}
