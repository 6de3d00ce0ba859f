import { guessIsoDay, parseCalendarDay } from "../core/language/calendar-day.ts";
import type { Language } from "../core/language/language.ts";
import { findMixedWords } from "./alphabets.ts";
import { proseLines } from "./prose.ts";
import { findWrongQuotes } from "./quotes.ts";

/**
 * Mends in a file what can only be meant in one way: quotation marks, a look-alike letter of the other alphabet, dates written in
 * another form, invisible marks, spaces at the end of lines that mean no line break. Nothing else changes, line by line; a second
 * time there is nothing to mend.
 *
 * @param text of the file, as it is on the disk
 * @param bodyLine the line after the front matter, from 1
 */
export function mendText(text: string, language: Language, bodyLine: number): string {
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n/);
  const mended = lines.map((line, index) => (index + 1 < bodyLine ? mendField(line) : mendLine(line)));
  const body = mended.slice(bodyLine - 1);
  // A mend can show what another mark was meant for.
  for (let round = 0, before = ""; round < mostRounds && before !== body.join("\n"); round++) {
    before = body.join("\n");
    for (const { text: prose, line } of proseLines(before, 0))
      body[line] = mendProse(body[line] ?? "", prose, language);
  }
  return [...mended.slice(0, bodyLine - 1), ...body].join(ending);
}

/** More than people's marks ever need. */
const mostRounds = 20;

/** `date: 09.06.2016` and `date: 9 юни 2016 г.` are dates that everybody understands but the program. */
function mendField(line: string): string {
  const [, head = "", quote = "", value = ""] =
    /^(\s*(?:date|checked|updated):\s+)(["']?)([^"'#]*?)\2\s*$/.exec(line) ?? [];
  const iso = value && !parseCalendarDay(value) ? guessIsoDay(value) : undefined;
  return iso ? `${head}${quote}${iso}${quote}` : line.replace(invisible, "").trimEnd();
}

// Two spaces at the end of a line are a line break in Markdown.
function mendLine(line: string): string {
  const plain = line.replace(invisible, "");
  return / {2,}$/.test(plain) && plain.trim() !== "" ? plain.replace(/ +$/, "  ") : plain.trimEnd();
}

/** Zero-width spaces, joiners and marks, soft hyphens: nobody typed them on purpose. */
const invisible = /\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g;

/** Puts the mends of the prose of a line in their places. */
function mendProse(line: string, prose: string, language: Language): string {
  const mends = [
    ...findWrongQuotes(prose, language).map(({ index, written, mended }) => ({ index, written, mended })),
    ...findMixedWords(prose).flatMap(({ index, word, mended }) => (mended ? [{ index, written: word, mended }] : [])),
  ];
  const letters = [...Array(line.length).keys()].map((at) => line[at] ?? "");
  // Each mend has as many letters as what it mends; what another one has changed already stays.
  for (const { index, written, mended } of mends)
    for (let at = 0; at < written.length; at++)
      if (written[at] !== mended[at] && letters[index + at] === written[at]) letters[index + at] = mended[at] ?? "";
  return letters.join("");
}
