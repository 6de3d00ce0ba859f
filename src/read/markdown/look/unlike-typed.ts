import type Token from "markdown-it/lib/token.mjs";
import { readableAddress } from "../../../core/decode-address.ts";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { clip, type Sight, spotIn } from "./look.ts";

/** Finds blocks that became something else than what was typed. */
export function findUnlikeTyped(sight: Sight): readonly Finding[] {
  return [
    ...findOtherNumbers(sight),
    ...sight.tokens.flatMap((token, index) => [
      ...findProseAsCode(token, sight),
      ...findUnderlined(token, sight.tokens[index + 1], sight),
      ...findEmptyLinks(token, sight),
    ]),
  ];
}

/** An ordered list; Markdown numbers its entries from the first. */
interface List {
  readonly entries: { readonly typed: string; readonly line: number }[];
}

/** The last day of a month: a longer list does not begin with more. */
const maxFirst = 31;

function findOtherNumbers(sight: Sight): readonly Finding[] {
  const lists: List[] = [];
  return sight.tokens.flatMap(({ type, info, map }) => {
    if (type.endsWith("_list_open")) lists.push({ entries: [] });
    if (type === "list_item_open") lists.at(-1)?.entries.push({ typed: info, line: map?.[0] ?? 0 });
    const list = type.endsWith("_list_close") ? lists.pop() : undefined;
    return type === "ordered_list_close" && list ? findOtherNumber(list, sight) : [];
  });
}

function findOtherNumber({ entries }: List, sight: Sight): readonly Finding[] {
  const start = Number(entries[0]?.typed);
  // All entries numbered 1 are an old habit.
  const isHabit = entries.length > 1 && entries.every(({ typed }) => Number(typed) === start);
  const isLate = start > maxFirst;
  if (isHabit && !isLate) return [];
  const at = isLate ? 0 : entries.findIndex(({ typed }, index) => Number(typed) !== start + index);
  const entry = entries[at];
  if (!entry) return [];
  const shown = String(start + at);
  const isDate = entry.typed.startsWith("0") || Number(entry.typed) > maxFirst;
  const parameters = { typed: entry.typed, shown, isDate };
  return [finding("markdown/list-number", sight.look.file, parameters, spotIn(sight, entry.line, entry.typed))];
}

/** What only programs write. */
const codeSigns = /[{};=<>$\\]|\p{L}\(|^\s*[/.#-]/mu;

function findProseAsCode({ type, content, map, markup }: Token, sight: Sight): readonly Finding[] {
  if (!map || (type !== "code_block" && type !== "fence")) return [];
  const { file } = sight.look;
  if (type === "fence") {
    const last = (sight.lines[map[1] - 1] ?? "").replace(/^[\s>]+/, "").trimEnd();
    const isClosed = map[1] - map[0] > 1 && last.startsWith(markup) && /^(`+|~+)$/.test(last);
    return isClosed
      ? []
      : [finding("markdown/prose-as-code", file, { reason: "open", text: markup }, spotIn(sight, map[0], markup))];
  }
  const words = content.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 2 || codeSigns.test(content)) return [];
  const text = clip(content);
  return [finding("markdown/prose-as-code", file, { reason: "indented", text }, spotIn(sight, map[0]))];
}

/** What is longer is no heading. */
const maxHeading = 80;

/** A line of hyphens under a paragraph makes a heading of it. */
function findUnderlined({ type, markup, map }: Token, inline: Token | undefined, sight: Sight): readonly Finding[] {
  if (type !== "heading_open" || !map || !inline || markup.startsWith("#")) return [];
  const { content } = inline;
  if (content.length <= maxHeading && !content.includes("\n") && !/[.!?…;:,]$/.test(content)) return [];
  const text = clip(content);
  const line = map[1] - 1;
  return [finding("markdown/underlined-heading", sight.look.file, { text, markup }, spotIn(sight, line))];
}

function findEmptyLinks({ type, children, map }: Token, sight: Sight): readonly Finding[] {
  if (type !== "inline" || !children) return [];
  let line = map?.[0] ?? 0;
  return children.flatMap((child, index) => {
    if (child.type === "softbreak" || child.type === "hardbreak") line++;
    const close = children[index + 1];
    if (child.type !== "link_open" || close?.type !== "link_close") return [];
    const address = readableAddress(String(child.attrGet("href") ?? ""));
    return [finding("markdown/empty-link", sight.look.file, { address }, spotIn(sight, line, `](${address}`, "[]("))];
  });
}
