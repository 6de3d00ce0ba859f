import { findMixedWords } from "../core/language/alphabets.ts";
import { invisibleMarks } from "../core/language/clean-text.ts";
import type { Language } from "../core/language/language.ts";
import type { ProseLine } from "../core/model/prose.ts";
import { findWrongQuotes } from "./quotes.ts";

/** Finds the prose of a text; what is code is the parser's to say. */
export type FindProse = (body: string, firstLine: number) => readonly ProseLine[];

/**
 * Fixes in a Markdown text what can only be meant in one way: quotation marks, look-alike letters of the other alphabet, invisible
 * characters, the styles of word processors, spaces at the end of a line that are no line break. Lines keep their numbers, and a second
 * call changes nothing.
 */
export function fixText(body: string, language: Language, findProse: FindProse): string {
  let text = body;
  // One fix can show the meaning of another mark.
  for (let round = 0, before = ""; round < maxRounds && before !== text; round++) {
    before = text;
    const lines = text.split("\n");
    for (const prose of findProse(text, 0)) lines[prose.line] = fixLine(lines[prose.line] ?? "", prose, language);
    text = lines.join("\n");
  }
  return text;
}

/** More rounds than any text needs. */
const maxRounds = 20;

function fixLine(line: string, prose: ProseLine, language: Language): string {
  return fixEnd(withoutStyles(withoutMarks(fixProse(line, prose.text, language), prose.uncoded)));
}

// Two spaces at the end of a line are a line break in Markdown.
function fixEnd(line: string): string {
  return / {2,}$/.test(line) ? line.replace(/ +$/, "  ") : line.trimEnd();
}

/** Removes marks that nobody sees, but not in code. */
function withoutMarks(line: string, uncoded: string): string {
  return invisibleMarks(uncoded).reduceRight(
    (text, { index, 0: mark }) => text.slice(0, index) + text.slice(index + mark.length),
    line,
  );
}

/** Tags with which word processors say how a text looks: `<span style="…">`, `<font>`, `<o:p>`. */
const styleTag = /<(span|font|o:p)(?:\s[^<>]*)?>/gi;
const styleEnd = /<\/(?:span|font|o:p)>/gi;

/** Removes the tags of a line that only say how it looks, if each that is opened is closed. */
function withoutStyles(line: string): string {
  const opened = line.match(styleTag) ?? [];
  const onlyLooks = opened.every(
    (tag) => !/^<span/i.test(tag) || /\s(?:style|class="?Mso|id="?docs-internal)/i.test(tag),
  );
  if (opened.length === 0 || !onlyLooks || line.includes("`")) return line;
  if (opened.length !== (line.match(styleEnd) ?? []).length) return line;
  return line.replace(styleTag, "").replace(styleEnd, "");
}

/** Applies the fixes of the prose of a line. */
function fixProse(line: string, prose: string, language: Language): string {
  const fixes = [
    ...findWrongQuotes(prose, language).map(({ index, written, fixed }) => ({ index, written, fixed })),
    ...findMixedWords(prose).flatMap(({ index, word, fixed }) => (fixed ? [{ index, written: word, fixed }] : [])),
  ];
  const letters = line.split("");
  // A fix has as many letters as the text that it replaces. Letters that another fix has changed stay.
  for (const { index, written, fixed } of fixes)
    for (let at = 0; at < written.length; at++)
      if (written[at] !== fixed[at] && letters[index + at] === written[at]) letters[index + at] = fixed[at] ?? "";
  return letters.join("");
}
