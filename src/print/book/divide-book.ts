import type { PracticeEntry } from "../../core/model/archive.ts";
import type { BookPart, Chapter } from "./plan-book.ts";

/** How thick a book is, in pages. */
export interface Thickness {
  /** Cover, imprint and contents, which every volume has. */
  readonly front: number;
  /** A practice with the opening of its chapter, if it is the first there. */
  readonly practice: (entry: PracticeEntry) => number;
  /** The indexes, which the last volume has. */
  readonly back: number;
}

/** What stays together. */
interface Piece {
  readonly chapter: Chapter;
  readonly practices: readonly PracticeEntry[];
  readonly pages: number;
}

/**
 * Divides a book into as few volumes as have at most `limit` pages each, all about equally thick. A volume begins with a chapter; only
 * a chapter that is thicker than a volume is divided itself, between practices. Returns the part as it is if one volume holds it.
 */
export function divideBook(part: BookPart, limit: number, thickness: Thickness): readonly BookPart[] {
  const room = Math.max(1, limit - thickness.front);
  const pieces = toPieces(part, room, thickness);
  const count = fill(pieces, room).length;
  if (count <= 1) return [part];
  const all = fill(pieces, leastRoom(pieces, room, count)).map(toChapters);
  const hasIndex = part.indexes.length > 0;
  return all.map((chapters, index) => ({
    ...part,
    chapters,
    practices: chapters.flatMap(({ practices }) => practices),
    indexes: index === all.length - 1 ? part.indexes : [],
    volume: { number: index + 1, all, hasIndex },
  }));
}

function toPieces({ chapters }: BookPart, room: number, { practice, back }: Thickness): readonly Piece[] {
  const pagesOf = (entries: readonly PracticeEntry[]): number =>
    entries.reduce((sum, entry) => sum + practice(entry), 0);
  const pieces = chapters.flatMap((chapter): readonly Piece[] => {
    const { practices } = chapter;
    const pages = pagesOf(practices);
    if (pages <= room) return [{ chapter, practices, pages }];
    return practices.map((entry) => ({ chapter, practices: [entry], pages: practice(entry) }));
  });
  return pieces.map((piece, index) => (index === pieces.length - 1 ? { ...piece, pages: piece.pages + back } : piece));
}

/** Fills one volume after the other. */
function fill(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  const volumes: Piece[][] = [];
  let left = 0;
  for (const piece of pieces) {
    const volume = volumes.at(-1);
    if (volume && piece.pages <= left) volume.push(piece);
    else volumes.push([piece]);
    left = (volume && piece.pages <= left ? left : room) - piece.pages;
  }
  return volumes;
}

/** The least room with which the pieces still need no more volumes: so the last one is not thinner than the others. */
function leastRoom(pieces: readonly Piece[], room: number, count: number): number {
  let [tooLittle, enough] = [0, room];
  while (enough - tooLittle > 1) {
    const middle = Math.ceil((tooLittle + enough) / 2);
    if (fill(pieces, middle).length > count) tooLittle = middle;
    else enough = middle;
  }
  return enough;
}

function toChapters(pieces: readonly Piece[]): readonly Chapter[] {
  const byChapter = Map.groupBy(pieces, ({ chapter }) => chapter);
  return [...byChapter].map(([chapter, own]) => {
    const practices = own.flatMap((piece) => piece.practices);
    return { ...chapter, practices, isContinued: practices[0] !== chapter.practices[0] };
  });
}
