import type Token from "markdown-it/lib/token.mjs";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { type Sight, spotIn } from "./look.ts";

const nothing = /^[\s\u00a0\u200b–—-]*$/;

/** Finds headings without words, sections without text, and entries of lists that are empty or a hyphen. */
export function findEmptyParts(sight: Sight): readonly Finding[] {
  return sight.tokens.flatMap((token, index) => {
    if (token.type === "heading_open") return findEmptySection(token, index, sight);
    if (token.type === "list_item_open") return findEmptyEntry(token, index, sight);
    return [];
  });
}

function findEmptySection({ tag, level, map }: Token, index: number, sight: Sight): readonly Finding[] {
  const { tokens, look } = sight;
  const name = tokens[index + 1]?.content ?? "";
  const spot = spotIn(sight, map?.[0] ?? 0);
  if (nothing.test(name)) return [finding("content/empty-part", look.file, { what: "heading", name: tag }, spot)];
  if (level > 0) return [];
  const rest = tokens.slice(index + 3);
  const end = rest.findIndex((other) => other.type === "heading_open" && other.level === 0 && other.tag <= tag);
  const inside = end < 0 ? rest : rest.slice(0, end);
  return inside.some(hasContent) ? [] : [finding("content/empty-part", look.file, { what: "section", name }, spot)];
}

function hasContent({ type, content }: Token): boolean {
  return (
    type === "fence" || type === "code_block" || type === "html_block" || (type === "inline" && !nothing.test(content))
  );
}

function findEmptyEntry({ level, map, markup }: Token, index: number, sight: Sight): readonly Finding[] {
  const { tokens, look } = sight;
  const length = tokens
    .slice(index + 1)
    .findIndex((other) => other.type === "list_item_close" && other.level === level);
  if (tokens.slice(index + 1, index + 1 + length).some(hasContent)) return [];
  return [finding("content/empty-part", look.file, { what: "entry", name: markup }, spotIn(sight, map?.[0] ?? 0))];
}
