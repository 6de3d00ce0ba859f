/** Kerning up to this, in shares of the size of type, is left out: in type of ten points it is a dot of a printer of 600 dpi. */
const finest = 12 / 1_000;

/**
 * A copy of a font of text without its finest kerning, which nobody sees. Wherever a line may end between two kerned letters, Typst
 * places the letters of the whole line anew; in Source Serif nearly a third of all pairs are kerned, and two thirds of those by less than this.
 * @param font TrueType or OpenType; pairs that are kerned in its table GPOS by the advance of the first letter
 */
export function dropFineKerning(font: Uint8Array): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  const [head, positions] = [findTable(view, "head"), findTable(view, "GPOS")];
  if (head === undefined || positions === undefined) return copy;
  const limit = finest * view.getUint16(head + 18);
  for (const run of findKerning(view, positions).flatMap((lookup) => findAdvances(view, lookup)))
    for (let at = run.start; at < run.end; at += run.step) {
      if (Math.abs(view.getInt16(at)) <= limit) view.setInt16(at, 0);
    }
  return copy;
}

/** Numbers that follow one another at equal distances, in bytes. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

function findTable(view: DataView, tag: string): number | undefined {
  const tables = range(view.getUint16(4)).map((index) => 12 + index * 16);
  const found = tables.find((at) => readTag(view, at) === tag);
  return found === undefined ? undefined : view.getUint32(found + 8);
}

/** Where the lookups of the feature `kern` are. */
function findKerning(view: DataView, positions: number): readonly number[] {
  const features = positions + view.getUint16(positions + 6);
  const lookups = positions + view.getUint16(positions + 8);
  const indexes = range(view.getUint16(features))
    .map((index) => features + 2 + index * 6)
    .filter((at) => readTag(view, at) === "kern")
    .flatMap((at) => readList(view, features + view.getUint16(at + 4) + 2));
  return [...new Set(indexes)].map((index) => lookups + view.getUint16(lookups + 2 + index * 2));
}

const [pairs, extension] = [2, 9];
/** The form of a value that holds the advance and nothing else. */
const advanceOnly = 4;

/** Where a lookup keeps the advances of its pairs (OpenType, GPOS, lookup type 2). */
function findAdvances(view: DataView, lookup: number): readonly Run[] {
  return readList(view, lookup + 4).flatMap((offset) => {
    let [type, at] = [view.getUint16(lookup), lookup + offset];
    if (type === extension) [type, at] = [view.getUint16(at + 2), at + view.getUint32(at + 4)];
    if (type !== pairs || view.getUint16(at + 4) !== advanceOnly || view.getUint16(at + 6) !== 0) return [];
    if (view.getUint16(at) === 2) {
      const classes = view.getUint16(at + 12) * view.getUint16(at + 14);
      return [{ start: at + 16, end: at + 16 + classes * 2, step: 2 }];
    }
    return readList(view, at + 8).map((set) => {
      const start = at + set + 4;
      return { start, end: start + view.getUint16(at + set) * 4, step: 4 };
    });
  });
}

/** A number of numbers, and then they. */
function readList(view: DataView, at: number): readonly number[] {
  return range(view.getUint16(at)).map((index) => view.getUint16(at + 2 + index * 2));
}

const readTag = (view: DataView, at: number): string =>
  String.fromCharCode(...range(4).map((index) => view.getUint8(at + index)));

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
