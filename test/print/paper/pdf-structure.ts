import type { PdfText } from "./read-pdf.ts";

/** A tag of a PDF's structure with what a page shows of it. Tags that go on over several pages are there on each. */
export interface PdfTag {
  /** As the PDF names it: `H1`, `P`, `TR`, `Figure`; `Root` at the top. */
  readonly role: string;
  /** Text that stands for a picture, or "". */
  readonly alternative: string;
  readonly children: readonly PdfTag[];
  /** The tag's own text, without that of its children. */
  readonly text: readonly PdfText[];
  /** True if the tag or one within it has content on this page, be it text or picture. */
  readonly isShown: boolean;
}

/** The structure tree as pdf.js gives it. */
export interface RawNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly (RawNode | { readonly type: string; readonly id?: string })[];
}

/** Joins the structure of a page with its text. @param byContent text by the id of its marked content */
export function buildStructure(
  node: RawNode,
  byContent: ReadonlyMap<string, readonly PdfText[]>,
  isInFigure = node.role === "Figure",
): PdfTag {
  const children: PdfTag[] = [];
  const text: PdfText[] = [];
  let hasContent = false;
  for (const child of node.children) {
    if ("role" in child) children.push(buildStructure(child, byContent, isInFigure || child.role === "Figure"));
    else if (child.type === "content") {
      const pieces = byContent.get(child.id ?? "") ?? [];
      // What begins on the next page is named on this one as well, with nothing drawn.
      hasContent ||= isInFigure || pieces.some((piece) => piece.text.trim() !== "");
      text.push(...pieces);
    }
  }
  return {
    role: node.role,
    alternative: node.alt ?? "",
    children,
    text,
    isShown: hasContent || children.some(({ isShown }) => isShown),
  };
}

/** All text of a tag and those within it, in reading order. */
export function textWithin(tag: PdfTag): readonly PdfText[] {
  return [...tag.text, ...tag.children.flatMap(textWithin)];
}

/** Pieces of text as one line, without soft hyphens. */
export function textOf(pieces: readonly PdfText[]): string {
  return pieces
    .map(({ text, endsLine }) => text + (endsLine ? " " : ""))
    .join("")
    .replaceAll("\u00ad", "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The tags of certain roles within a tag, from outside inwards and in reading order. */
export function tagsWithin(tag: PdfTag, isWanted: (role: string) => boolean): readonly PdfTag[] {
  const within = tag.children.flatMap((child) => tagsWithin(child, isWanted));
  return isWanted(tag.role) ? [tag, ...within] : within;
}
