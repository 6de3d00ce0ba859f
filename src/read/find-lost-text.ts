import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { FrontMatter } from "./front-matter-lines.ts";

/** A value without quotation marks, and behind it what YAML takes for a comment. */
const afterValue = /^(\s*(?:- )*(?:[\w-]+:\s+)?)(?!- |[\w-]+:(?:\s|$))[^\s"'[{|>#&*!].*?\s(#.*)$/;
/** An entry or field that would begin with a #. */
const insteadOfValue = /^(\s*(?:- |(?:- )?[\w-]+:\s+))(#\S.*)$/;
const blockScalar = /(?:^|[:-]\s+)[|>][+-]?\d?[+-]?\s*$/;

/**
 * „Проект #5“, „- Община Елена # 2“: to YAML a # after a space begins a comment. Lines that are nothing but a comment are meant as one,
 * and in a text of several lines (`|` or `>`) a # is a sign as any other.
 *
 * Finding: yaml/comment-in-value.
 */
export function findLostText(path: string, { open, lines }: Pick<FrontMatter, "open" | "lines">): readonly Finding[] {
  if (!lines.some((line) => /\s#/.test(line))) return [];
  let block: number | undefined;
  return lines.flatMap((line, index) => {
    const indent = line.search(/\S/);
    if (block !== undefined && (indent < 0 || indent > block)) return [];
    block = blockScalar.test(line) ? indent : undefined;
    const [, before = "", lost = ""] = insteadOfValue.exec(line) ?? afterValue.exec(line) ?? [];
    if (!/[\p{L}\p{N}]/u.test(lost)) return [];
    const location = { line: open + 1 + index, column: line.length - lost.length + 1, length: lost.length };
    const whole = line.slice(before.length).trim();
    const quote = whole.includes('"') ? "'" : '"';
    const fixed = `${before.trimStart()}${quote}${quote === "'" ? whole.replaceAll("'", "''") : whole}${quote}`;
    return [finding("yaml/comment-in-value", path, { lost: lost.trim(), fixed }, location)];
  });
}
