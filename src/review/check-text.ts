import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { findMixedWords } from "../core/language/alphabets.ts";
import { invisibleMarks, withoutInvisible } from "../core/language/clean-text.ts";
import { type Language, scriptOf } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import type { ProseLine } from "../core/model/prose.ts";
import { findUntranslated } from "./find-untranslated.ts";
import { findPlaceholders } from "./placeholders.ts";
import { findWrongQuotes } from "./quotes.ts";

/** Lists show the summary, and search engines cut it off much earlier. */
const maxSummaryCharacters = 400;

/**
 * Checks the style of a valid text.
 *
 * @param lines the prose of the text
 *
 * Findings: style/quotes, invisible-mark, mixed-alphabets, foreign-paragraph, letter-spaced, title-caps, title-full-stop, long-summary,
 * content/placeholder, translation/untranslated.
 */
export function checkText(document: Document, language: Language, lines: readonly ProseLine[]): readonly Finding[] {
  const { path, fields } = document;
  const findings: Finding[] = [...checkTitle(path, String(fields.title ?? "")), ...checkSummary(path, fields.summary)];
  for (const [name, value] of Object.entries(fields)) {
    const [mark] = typeof value === "string" ? invisibleMarks(value) : [];
    if (mark)
      findings.push(
        finding("style/invisible-mark", path, nameMark(String(value), mark), { field: [name], on: "value" }),
      );
  }
  findings.push(...findPlaceholders(document, lines), ...findUntranslated(document, language, lines));
  for (const { text, uncoded, line, isTable } of lines) {
    // One word may hold several.
    const named = new Map(invisibleMarks(uncoded).map((mark) => [nameMark(uncoded, mark).text, mark]));
    for (const mark of named.values())
      findings.push(finding("style/invisible-mark", path, nameMark(uncoded, mark), at(line, mark.index, mark[0])));
    for (const { index, written, fixed } of findWrongQuotes(text, language))
      findings.push(
        finding("style/quotes", path, { written: clip(written), fixed: clip(fixed) }, at(line, index, written)),
      );
    for (const { word, index, foreign, fixed } of findMixedWords(text))
      findings.push(finding("style/mixed-alphabets", path, { word, foreign, fixed }, at(line, index, word)));
    if (!isTable && isForeign(text, language))
      findings.push(finding("style/foreign-paragraph", path, { text: clip(text.trim()) }, at(line, 0, text)));
    const spaced = letterSpaced.exec(text);
    if (spaced)
      findings.push(
        finding("style/letter-spaced", path, { text: clip(spaced[0].trim()) }, at(line, spaced.index, spaced[0])),
      );
  }
  for (const { word, foreign, fixed } of findMixedWords(String(fields.title ?? "")))
    findings.push(finding("style/mixed-alphabets", path, { word, foreign, fixed }, { field: ["title"], on: "value" }));
  return findings;
}

/** Four or more single letters in a row: „C a s e“. */
const letterSpaced = /(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/u;

function checkTitle(path: string, title: string): readonly Finding[] {
  const location = { field: ["title"], on: "value" } as const;
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  const isCaps = words.length >= 2 && title === title.toUpperCase();
  const hasStop = /[^.]\.$/.test(title.trim()) && !/(?<!\p{L})\p{L}{1,4}\.$/u.test(title.trim());
  return [
    ...(isCaps ? [finding("style/title-caps", path, { title }, location)] : []),
    ...(hasStop ? [finding("style/title-full-stop", path, { title }, location)] : []),
  ];
}

function checkSummary(path: string, summary: unknown): readonly Finding[] {
  if (typeof summary !== "string" || summary.length <= maxSummaryCharacters) return [];
  const parameters = { length: summary.length, most: maxSummaryCharacters };
  return [finding("style/long-summary", path, parameters, { field: ["summary"], on: "value" })];
}

/** Whether a paragraph is nearly all in the other alphabet. Names and titles are shorter, or marked with {lang=…}. */
function isForeign(text: string, language: Language): boolean {
  if (text.length < 80 || text.trimStart().startsWith("|")) return false;
  const cyrillic = text.match(/[А-Яа-я]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  const [own, other] = scriptOf(language) === "Cyrl" ? [cyrillic, latin] : [latin, cyrillic];
  return other > 60 && own * 9 < other;
}

/** An invisible mark by its number, and the word that holds it, shown without it. */
function nameMark(line: string, { 0: mark, index }: RegExpExecArray) {
  const [start = ""] = /\S*$/.exec(line.slice(0, index)) ?? [];
  const [end = ""] = /^\S*/.exec(line.slice(index + mark.length)) ?? [];
  const codePoint = `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { codePoint, text: clip(withoutInvisible(start + end)) };
}

function at(line: number, index: number, text: string) {
  return { line, column: index + 1, length: text.length };
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
