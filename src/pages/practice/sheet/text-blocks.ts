/** A piece of a text as far as its height on paper is concerned. */
export type TextBlock =
  | { readonly kind: "heading" | "subheading" | "paragraph" | "item" | "quote" | "note"; readonly characters: number }
  /** Of each cell, the characters, and those of its longest word. */
  | { readonly kind: "row"; readonly cells: readonly number[]; readonly words: readonly number[] }
  /** Width and height in any unit; the caption's characters. */
  | { readonly kind: "picture"; readonly width: number; readonly height: number; readonly caption: number };

const tag = /<(\/?)(h[2-4]|p|li|blockquote|tr|t[hd]|img|figcaption|pre|section)\b([^>]*)>/g;
const otherTags = /<[^>]*>/g;

/** The blocks of a rendered text, in order. Headings of the text itself are h2, those of its parts h3 and h4. */
export function readBlocks(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let from = 0;
  let inItem = false;
  let inQuote = false;
  let inFootnotes = false;
  let cells: number[] = [];
  let words: number[] = [];

  for (const match of html.matchAll(tag)) {
    const [written, slash, name = "", attributes = ""] = match;
    const piece = html.slice(from, match.index);
    const characters = countCharacters(piece);
    from = match.index + written.length;
    const ends = slash === "/";
    if (name === "td" || name === "th") {
      if (!ends) continue;
      cells.push(characters);
      words.push(longestWord(piece));
      continue;
    }
    if (name === "tr") {
      if (ends) blocks.push({ kind: "row", cells, words });
      cells = [];
      words = [];
      continue;
    }
    if (name === "img") {
      blocks.push({ ...sizeOf(attributes), kind: "picture", caption: 0 });
      continue;
    }
    if (name === "figcaption") {
      const picture = blocks.at(-1);
      if (ends && picture?.kind === "picture") blocks[blocks.length - 1] = { ...picture, caption: characters };
      continue;
    }
    if (characters > 0) {
      const kind = inFootnotes ? "note" : inItem ? "item" : inQuote ? "quote" : "paragraph";
      blocks.push({ kind: name === "h2" ? "heading" : name[0] === "h" && ends ? "subheading" : kind, characters });
    }
    if (name === "li") inItem = !ends;
    if (name === "blockquote") inQuote = !ends;
    if (name === "section") inFootnotes = !ends && attributes.includes("footnotes");
  }
  return blocks;
}

/** Addresses of links to elsewhere are printed after them. */
function countCharacters(html: string): number {
  let length = html.includes("<") ? html.replace(otherTags, "").trim().length : html.trim().length;
  if (html.includes('class="external"'))
    for (const [, address = ""] of html.matchAll(/href="([^"]*)" class="external"/g)) length += address.length;
  return length;
}

function longestWord(html: string): number {
  return Math.max(
    ...html
      .replace(otherTags, "")
      .trim()
      .split(/[\s\-–]+/)
      .map((word) => word.length),
  );
}

function sizeOf(attributes: string): { readonly width: number; readonly height: number } {
  const read = (name: string): number => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? 100);
  return { width: read("width"), height: read("height") };
}
