import { findMixedWords } from "../core/language/alphabets.ts";
import { guessIsoDay, parseCalendarDay } from "../core/language/calendar-day.ts";
import type { Language } from "../core/language/language.ts";
import { proseLines } from "./prose.ts";
import { findWrongQuotes } from "./quotes.ts";

/**
 * Fixes in a file what can only be meant in one way: quotation marks, look-alike letters of the other alphabet, dates in
 * another form, invisible characters, spaces at the end of a line that are no line break. Lines keep their numbers, and a
 * second call changes nothing.
 *
 * @param text of the file, as it is on the disk
 * @param bodyLine the line after the front matter, from 1
 */
export function fixText(text: string, language: Language, bodyLine: number): string {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n/);
  const fixed = lines.map((line, index) => (index + 1 < bodyLine ? fixField(line) : fixLine(line)));
  const body = fixed.slice(bodyLine - 1);
  // One fix can show the meaning of another mark.
  for (let round = 0, before = ""; round < maxRounds && before !== body.join("\n"); round++) {
    before = body.join("\n");
    for (const { text: prose, line } of proseLines(before, 0)) body[line] = fixProse(body[line] ?? "", prose, language);
  }
  return [...fixed.slice(0, bodyLine - 1), ...body].join(ending);
}

/** More rounds than any text needs. */
const maxRounds = 20;

/** `date: 09.06.2016` and `date: 9 юни 2016 г.` are dates in another form. */
function fixField(line: string): string {
  const [, head = "", quote = "", value = ""] =
    /^(\s*(?:date|checked|updated):\s+)(["']?)([^"'#]*?)\2\s*$/.exec(line) ?? [];
  const iso = value && !parseCalendarDay(value) ? guessIsoDay(value) : undefined;
  return iso ? `${head}${quote}${iso}${quote}` : line.replace(invisible, "").trimEnd();
}

// Two spaces at the end of a line are a line break in Markdown.
function fixLine(line: string): string {
  const plain = line.replace(invisible, "");
  return / {2,}$/.test(plain) && plain.trim() !== "" ? plain.replace(/ +$/, "  ") : plain.trimEnd();
}

/** Zero-width spaces, joiners and marks, soft hyphens: nobody types them on purpose. */
const invisible = /\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g;

/** Applies the fixes of the prose of a line. */
function fixProse(line: string, prose: string, language: Language): string {
  const fixes = [
    ...findWrongQuotes(prose, language).map(({ index, written, fixed }) => ({ index, written, fixed })),
    ...findMixedWords(prose).flatMap(({ index, word, fixed }) => (fixed ? [{ index, written: word, fixed }] : [])),
  ];
  const letters = [...Array(line.length).keys()].map((at) => line[at] ?? "");
  // A fix has as many letters as the text that it replaces. Letters that another fix has changed stay.
  for (const { index, written, fixed } of fixes)
    for (let at = 0; at < written.length; at++)
      if (written[at] !== fixed[at] && letters[index + at] === written[at]) letters[index + at] = fixed[at] ?? "";
  return letters.join("");
}
