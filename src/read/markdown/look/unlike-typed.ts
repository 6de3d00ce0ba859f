import type Token from "markdown-it/lib/token.mjs";
import { readableAddress } from "../../../core/decode-address.ts";
import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { clip, locationIn, none, type Sight } from "./look.ts";
import { isLineBreak } from "./shown-lines.ts";

/** The last day of a month: no list begins with more. */
const maxFirst = 31;

/** Markdown numbers the entries of a list from the first. */
export function findOtherNumber(sight: Sight, index: number): readonly Finding[] {
  const entries = entriesOf(sight, index);
  const start = Number(entries[0]?.info);
  // All entries numbered 1 are an old habit.
  const isHabit = entries.length > 1 && entries.every(({ info }) => Number(info) === start);
  const isLate = start > maxFirst;
  if (isHabit && !isLate) return none;
  // „09. юни“ is a day, and the page would show 9.
  const isDay = entries.length === 1 && entries[0]?.info.startsWith("0");
  const at = isLate || isDay ? 0 : entries.findIndex(({ info }, order) => Number(info) !== start + order);
  const { info: typed, map } = entries[at] ?? {};
  if (typed === undefined) return none;
  const isDate = typed.startsWith("0") || Number(typed) > maxFirst;
  const parameters = { typed, shown: String(start + at), isDate };
  return [finding("markdown/list-number", sight.look.file, parameters, locationIn(sight, map?.[0] ?? 0, typed))];
}

/** The entries of a list, without those of the lists in them. */
function entriesOf({ tokens }: Sight, index: number): readonly Token[] {
  const { level = 0 } = tokens[index] ?? {};
  const entries: Token[] = [];
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.level === level) break;
    if (token.level === level + 1 && token.type === "list_item_open") entries.push(token);
  }
  return entries;
}

/** What only programs write. */
const codeSigns = /[{};=<>$\\]|\p{L}\(|\s--?\p{L}|^\s*[/.#-]/mu;

export function findProseAsCode(sight: Sight, index: number): readonly Finding[] {
  const { content = "", map, level } = sight.tokens[index] ?? {};
  const words = content.match(/\p{L}{2,}/gu) ?? [];
  if (!map || words.length < 2 || codeSigns.test(content)) return none;
  // Inside a list the indentation may be what holds the entry together.
  const isSure = level === 0 && words.length > 4 && /[.!?…;:,]/.test(content);
  const parameters = { reason: "indented" as const, text: clip(content), isSure };
  return [finding("markdown/prose-as-code", sight.look.file, parameters, locationIn(sight, map[0]))];
}

export function findOpenCode(sight: Sight, index: number): readonly Finding[] {
  const { markup = "", map } = sight.tokens[index] ?? {};
  if (!map) return none;
  const last = (sight.lines[map[1] - 1] ?? "").replace(/^[\s>]+/, "").trimEnd();
  if (map[1] - map[0] > 1 && last.startsWith(markup) && /^(`+|~+)$/.test(last)) return none;
  const parameters = { reason: "open" as const, text: markup, isSure: false };
  return [finding("markdown/prose-as-code", sight.look.file, parameters, locationIn(sight, map[0], markup))];
}

/** What is longer is no heading. */
const maxHeading = 80;

/** Whether a heading is a paragraph that only the line below it has made one. */
export function isUnderlinedProse(tokens: readonly Token[], index: number): boolean {
  const { content = "" } = tokens[index + 1] ?? {};
  if (tokens[index]?.markup.startsWith("#")) return false;
  return content.length > maxHeading || content.includes("\n") || /[.!?…;:,]$/.test(content);
}

/** A line of hyphens under a paragraph makes a heading of it. */
export function findUnderlined(sight: Sight, index: number): readonly Finding[] {
  const { markup = "", map } = sight.tokens[index] ?? {};
  if (!map || !isUnderlinedProse(sight.tokens, index)) return none;
  const { content = "" } = sight.tokens[index + 1] ?? {};
  const parameters = { text: clip(content), markup };
  return [finding("markdown/underlined-heading", sight.look.file, parameters, locationIn(sight, map[1] - 1))];
}

/** Links without words, which nobody sees. */
export function findEmptyLinks(sight: Sight, index: number): readonly Finding[] {
  const { content = "", children, map } = sight.tokens[index] ?? {};
  if (!children || !content.includes("[") || !/\[\s*\]/.test(content)) return none;
  let line = map?.[0] ?? 0;
  return children.flatMap((child, order) => {
    if (isLineBreak(child)) line++;
    if (child.type !== "link_open" || children[order + 1]?.type !== "link_close") return none;
    const address = readableAddress(String(child.attrGet("href") ?? ""));
    return finding("markdown/empty-link", sight.look.file, { address }, locationIn(sight, line, `](${address}`, "[]("));
  });
}
