/*
 * What was typed and what is shown, by two plain scans that share nothing with the parser: words of the file, words of the HTML.
 */

const word = /[\p{L}\p{N}]+/gu;

/** The words of a Markdown text, with the line (from 1) in which each stands. */
export function typedWords(text: string): readonly { readonly word: string; readonly line: number }[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      [...withoutNames(line).matchAll(word)].map(([found]) => ({ word: found, line: index + 1 })),
    );
}

/** A line without what Markdown never shows: where links lead, names of notes, numbers of lists, languages, tags, entities. */
function withoutNames(line: string): string {
  return line
    .replace(/\]\(<?[^()\s<>]*>?/g, "] ")
    .replace(/\[\^[^\]\s]+\]:?/g, " ")
    .replace(/\]\{lang=[\w-]+\}/g, "] ")
    .replace(/<\/?(?:br|sub|sup)\s*\/?>|&(?:amp|nbsp);/gi, " ")
    .replace(/^[\s>]*\d{1,9}[.)](?=\s)/, " ");
}

/** All that a page says: its text, and what is read out or named in attributes. Tags within words do not divide them. */
export function shownText(html: string): string {
  const read = [...html.matchAll(/ (?:alt|title|class)="([^"]*)"/g)].map(([, text = ""]) => text).join(" ");
  const text = html.replace(/<\/?(?:em|strong|s|sub|sup|a|span|code)(?:\s[^>]*)?>/g, "").replace(/<[^>]*>/g, " ");
  return `${text} ${read}`;
}
