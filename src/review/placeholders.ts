import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { Document } from "../core/model/document.ts";
import type { ProseLine } from "../core/model/prose.ts";

/** Values that nobody means: a form, a template or a colleague has left them to be replaced. */
const emptyValue =
  /^(?:to ?do|tb[ad]|x{3,}|fixme|\?{2,}|…|\.{3,}|lorem ipsum.*|placeholder|n\/a|(?:да се )?(?:попълни|напиши|допълни)(?:те)?(?:\s.*)?|заглавие|име|текст|без име|title|name|text|untitled|тук (?:\s*е|иде|стои)? ?текст(?:ът)?|<[^<>]+>|\[[^[\]]+\]|\{\{.*\}\})[.!]?$/iu;

/** The same in running text. */
const inText =
  /(?<![\p{L}\p{N}_])(?:TODO|TBD|FIXME|X{3,}|ХХХ+)(?![\p{L}\p{N}_])|lorem ipsum|\[(?:попълнете|напишете|допълнете|да се попълни|insert|fill in|your )[^\]]*\](?![([])|ГГГГ-ММ-ДД|YYYY-MM-DD|ДД\.ММ\.ГГГГ|DD\.MM\.YYYY/iu;

/** Finds what was put into a text to be replaced, and never was. Finding: content/placeholder. */
export function findPlaceholders({ path, fields }: Document, lines: readonly ProseLine[]): readonly Finding[] {
  const inFields = ["title", "innovator", "summary", "cost", "lessons"].flatMap((name) => {
    const value = fields[name];
    if (typeof value !== "string" || !emptyValue.test(value.trim())) return [];
    return [finding("content/placeholder", path, { text: value.trim() }, { field: [name], on: "value" })];
  });
  const inBody = lines.flatMap(({ text, line }) => {
    const found = inText.exec(text);
    if (!found) return [];
    const location = { line, column: found.index + 1, length: found[0].length };
    return [finding("content/placeholder", path, { text: found[0] }, location)];
  });
  return [...inFields, ...inBody];
}
