import type Token from "markdown-it/lib/token.mjs";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { locationIn, none, type Sight } from "./look.ts";
import { isUnderlinedProse } from "./unlike-typed.ts";

const nothing = /^[\s\u00a0\u200b–—-]*$/;

/** Finds headings without words and sections without text. */
export function findEmptySection(sight: Sight, index: number): readonly Finding[] {
  const { tokens, look } = sight;
  const { tag = "", level = 0, map } = tokens[index] ?? {};
  const name = tokens[index + 1]?.content ?? "";
  const what = nothing.test(name) ? "heading" : "section";
  if (what === "section" && (level > 0 || hasText(tokens, index, tag))) return none;
  const parameters = { what, name: what === "heading" ? tag : name } as const;
  return [finding("content/empty-part", look.file, parameters, locationIn(sight, map?.[0] ?? 0))];
}

/** Whether there is anything before the next heading of the same level or a higher one. */
function hasText(tokens: readonly Token[], index: number, tag: string): boolean {
  for (let at = index + 3; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type === "heading_open" && isUnderlinedProse(tokens, at)) return true;
    if (!token || (token.type === "heading_open" && token.level === 0 && token.tag <= tag)) return false;
    if (hasContent(token)) return true;
  }
  return false;
}

function hasContent({ type, content }: Token): boolean {
  return (
    type === "fence" || type === "code_block" || type === "html_block" || (type === "inline" && !nothing.test(content))
  );
}

/** Finds entries of lists that are empty or a hyphen. */
export function findEmptyEntry(sight: Sight, index: number): readonly Finding[] {
  const { tokens, look } = sight;
  const { level, map, markup = "" } = tokens[index] ?? {};
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (token.type === "list_item_close" && token.level === level)) break;
    if (hasContent(token)) return none;
  }
  return [finding("content/empty-part", look.file, { what: "entry", name: markup }, locationIn(sight, map?.[0] ?? 0))];
}
