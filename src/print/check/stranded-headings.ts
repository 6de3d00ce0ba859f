import { type PdfTag, textOf, textWithin } from "../pdf-structure.ts";
import type { PdfPage } from "../read-pdf.ts";

export interface StrandedHeading {
  readonly heading: string;
  /** Counted from 1. */
  readonly page: number;
}

/** A piece of what a page shows, in reading order. */
interface Block {
  readonly isHeading: boolean;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Headings with nothing under them: at the end of a page or column while their text stands on the next. A heading before a
 * picture is not looked at, because a PDF does not say where pictures are; nor is a page that holds only a heading.
 */
export function strandedHeadings(pages: readonly PdfPage[]): readonly StrandedHeading[] {
  return pages.flatMap(({ structure }, index) => {
    const blocks = structure ? blocksOf(structure) : [];
    if (blocks.every(({ isHeading }) => isHeading)) return [];
    const isLast = index === pages.length - 1;
    return blocks
      .filter((block, at) => block.isHeading && isStranded(block, { next: blocks[at + 1], blocks, isLast }))
      .map(({ text }) => ({ heading: text, page: index + 1 }));
  });
}

/** The page of a heading. */
interface HeadingPage {
  readonly blocks: readonly Block[];
  /** The block after the heading. */
  readonly next: Block | undefined;
  readonly isLast: boolean;
}

function isStranded(heading: Block, { blocks, next, isLast }: HeadingPage): boolean {
  if (next && next.text === "") return false;
  const isUnder = (other: Block): boolean =>
    !other.isHeading && other.bottom > heading.bottom && other.left < heading.right && other.right > heading.left;
  if (blocks.some(isUnder)) return false;
  // On the last page, only a heading whose text begins in the next column; else there is no text to it at all.
  return !isLast || (next !== undefined && next.top < heading.top);
}

function blocksOf(tag: PdfTag): readonly Block[] {
  if (!tag.isShown) return [];
  const isHeading = /^H[1-6]$/.test(tag.role);
  if (isHeading || tag.children.length === 0) return [blockOf(tag, isHeading)];
  const own = tag.text.length > 0 ? [blockOf({ ...tag, children: [] }, false)] : [];
  return [...own, ...tag.children.flatMap(blocksOf)];
}

function blockOf(tag: PdfTag, isHeading: boolean): Block {
  const pieces = textWithin(tag).filter(({ text }) => text.trim() !== "");
  return {
    isHeading,
    text: textOf(pieces),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ baseline, size }) => baseline - size)),
    bottom: Math.max(...pieces.map(({ baseline }) => baseline)),
  };
}
