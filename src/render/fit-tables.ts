/*
 * How much room a table needs on paper. A browser breaks no word of a table to save room, and makes a whole document smaller to
 * fit in one table that is too wide. Only the words tell in time, and a style sheet cannot count them: so it is done here.
 */

/** Letters that stand side by side between the margins of a sheet, or of a page of A5, in the usual type of tables. */
const lineLetters = 66;
/** The same in the smaller type of wide tables. */
const smallLineLetters = 76;
/** What is white between two columns. */
const gapLetters = 1.2;
/** Longer words may be broken, into pieces of this many letters. */
const pieceLetters = 9;

const closing = "</table>";
const opening = /^<table\b([^<>]*)>/;
const cell = /<t[hd]\b([^<>]*)>([\s\S]*?)(?=<t[hd]\b|<\/?tr\b|<\/t(?:head|body|foot)>|$)/g;
const longWord = /(?:&[#\w]+;|[^\s<>&\-–]){10,}/g;
const letter = /&[#\w]+;|./gsu;

/**
 * Marks the tables of a rendered text that are too wide for paper; the style sheets do the rest (assets/css/fit-paper.css).
 * `wide-table`: small type, and long words have places to break; `even-columns`: so many columns that words break anywhere.
 */
export function fitTables(html: string): string {
  if (!html.includes("<table")) return html;
  // Every piece but the last ends where a table does.
  const pieces = html.split(closing).map((piece, index, all) => (index < all.length - 1 ? fitLastTable(piece) : piece));
  return pieces.join(closing);
}

/** A table without its end, after anything. Of a table within another, the inner one. */
function fitLastTable(piece: string): string {
  const start = piece.lastIndexOf("<table");
  const [tag, attributes = ""] = opening.exec(piece.slice(Math.max(start, 0))) ?? [];
  if (tag === undefined) return piece;
  const content = piece.slice(start + tag.length);
  const words = longestWords(content);
  if (roomFor(words) <= lineLetters) return piece;
  const fitsInPieces = roomFor(words.map((word) => Math.min(word, pieceLetters))) <= smallLineLetters;
  const marked = addClass(attributes, fitsInPieces ? "wide-table" : "wide-table even-columns");
  return `${piece.slice(0, start)}<table${marked}>${fitsInPieces ? breakLongWords(content) : content}`;
}

function roomFor(words: readonly number[]): number {
  return words.reduce((sum, word) => sum + word + gapLetters, 0);
}

/** Of each column, the letters of its longest word. Cells that span several columns or rows keep their places. */
function longestWords(content: string): readonly number[] {
  const longest: number[] = [];
  /** In how many rows more a column is taken by a cell from above. */
  const taken: number[] = [];
  for (const row of content.split(/<tr\b[^<>]*>/).slice(1)) {
    let column = 0;
    for (const [, attributes = "", inner = ""] of row.matchAll(cell)) {
      while ((taken[column] ?? 0) > 0) column++;
      const columns = spanOf(attributes, "colspan");
      for (let end = column + columns; column < end; column++) {
        // What spans several columns has room in all of them.
        longest[column] = Math.max(longest[column] ?? 0, Math.ceil(longestWord(inner) / columns));
        taken[column] = spanOf(attributes, "rowspan");
      }
    }
    for (let index = 0; index < taken.length; index++) taken[index] = Math.max(0, (taken[index] ?? 0) - 1);
  }
  return Array.from(longest, (word) => word ?? 0);
}

function spanOf(attributes: string, name: string): number {
  const written = Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(written, 1), 100);
}

/** A no-break space holds two words together. */
function longestWord(html: string): number {
  const words = html.replace(/<[^<>]*>/g, "").split(/[ \t\r\n\-–]+/);
  return Math.max(0, ...words.map((word) => word.match(letter)?.length ?? 0));
}

function addClass(attributes: string, name: string): string {
  if (/\bclass="/.test(attributes)) return attributes.replace(/\bclass="/, `$&${name} `);
  return `${attributes} class="${name}"`;
}

/** Only between tags: an address in an attribute stays whole. */
function breakLongWords(content: string): string {
  return content.replace(/<[^<>]*>|[^<>]+/g, (part) =>
    part.startsWith("<") ? part : part.replace(longWord, breakWord),
  );
}

function breakWord(word: string): string {
  const letters = word.match(letter) ?? [];
  return letters.map((sign, index) => (index > 0 && index % pieceLetters === 0 ? `<wbr>${sign}` : sign)).join("");
}
