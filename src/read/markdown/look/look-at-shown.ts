import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { findEmptyEntry, findEmptySection } from "./empty-parts.ts";
import { type Finder, type LookEnvironment, sightOf } from "./look.ts";
import {
  findLostCells,
  findLostDefinitions,
  findLostWordsOfCode,
  findUnusedNotes,
  watchDefinitions,
} from "./lost-text.ts";
import { findRawHtml } from "./raw-html.ts";
import { findRawMarkup } from "./raw-markup.ts";
import { findEmptyLinks, findOpenCode, findOtherNumber, findProseAsCode, findUnderlined } from "./unlike-typed.ts";
import { findUnwrapped } from "./unwrapped-links.ts";

/**
 * Compares what a text shows with what was typed, before signs are set and notes are moved: words that are nowhere, markup that did
 * not take, blocks that became something else. Findings go to the look in the environment.
 *
 * Findings: markdown/raw-markup, raw-html, missing-note, unused-note, lost-text, list-number, prose-as-code, underlined-heading,
 * empty-link, content/empty-part, link/unwrapped, link/invalid-url.
 */
export function addLook(parser: MarkdownIt): void {
  parser.core.ruler.after("block", "cell_lines", placeCells);
  parser.core.ruler.before("inline", "definitions", (state) => watchDefinitions(state.env as LookEnvironment));
  parser.core.ruler.after("inline", "look", lookAtShown);
}

/** markdown-it gives the cells of a table no lines. */
function placeCells({ tokens }: StateCore): void {
  let row: [number, number] | null = null;
  for (const token of tokens) {
    if (token.type === "tr_open") row = token.map;
    else if (token.type === "tr_close") row = null;
    else if (row) token.map ??= row;
  }
}

function lookAtShown(state: StateCore): void {
  const { look } = state.env as LookEnvironment;
  if (!look) return;
  const sight = sightOf(state, look);
  const { tokens } = state;
  // One pass, and nothing is made for a token that is as it should be: every text of an archive is looked at.
  for (let index = 0; index < tokens.length; index++) {
    const { type, nesting, content } = tokens[index] as Token;
    // Most tokens are paragraphs without a sign.
    if (nesting < 0 || (type === "inline" && !sign.test(content) && !content.startsWith(":::"))) continue;
    const finders = findersByType.get(type);
    if (finders) for (const find of finders) for (const found of find(sight, index)) look.findings.push(found);
  }
  look.findings.push(...findUnusedNotes(sight), ...findLostDefinitions(sight));
}

/** What a finding in a paragraph needs; a line break may divide the entries of a list that is none. One class of signs is a fast search. */
const sign = /[*_~`[{|<#&\n•▪◦●‣∙▸►⁃■□○◆➢➤❖\uf0b7\uf0a7\uf0d8]/;

const findersByType: ReadonlyMap<string, readonly Finder[]> = new Map<string, readonly Finder[]>([
  ["inline", [findRawMarkup, findRawHtml, findEmptyLinks, findUnwrapped]],
  ["heading_open", [findUnderlined, findEmptySection]],
  ["ordered_list_open", [findOtherNumber]],
  ["list_item_open", [findEmptyEntry]],
  ["table_open", [findLostCells]],
  ["fence", [findOpenCode, findLostWordsOfCode]],
  ["code_block", [findProseAsCode]],
]);
