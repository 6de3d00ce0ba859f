/*
 * Very many short texts as two arrays of bytes: what is remembered of a large site is a hundred thousand names and hashes, of which a build
 * that follows an edit looks at few. As strings all of them would have to be made, and moved about by the garbage collector.
 */

export interface TextTable {
  /** All texts in UTF-8, one after the other. */
  readonly bytes: Buffer;
  /** Where each ends. */
  readonly ends: Uint32Array;
}

/** A text by its number; "" if there is none. */
export function textAt({ bytes, ends }: TextTable, number: number): string {
  return bytes.toString("utf8", ends[number - 1] ?? 0, ends[number] ?? 0);
}

export function tableOf(texts: Iterable<string>): TextTable {
  return extendTable(emptyTable, new Map(), [...texts]);
}

export const emptyTable: TextTable = { bytes: Buffer.alloc(0), ends: new Uint32Array() };

/** The table with other texts at some numbers, and more at its end. */
export function extendTable(
  { bytes, ends }: TextTable,
  changed: ReadonlyMap<number, string>,
  added: readonly string[],
): TextTable {
  const pieces: Buffer[] = [];
  const newEnds = new Uint32Array(ends.length + added.length);
  let [taken, end] = [0, 0];
  const append = (piece: Buffer): void => {
    pieces.push(piece);
    end += piece.length;
  };
  for (const [number, text] of [...changed].sort(([a], [b]) => a - b)) {
    append(bytes.subarray(taken, ends[number - 1] ?? 0));
    append(Buffer.from(text));
    taken = ends[number] ?? 0;
  }
  append(bytes.subarray(taken));
  let shift = 0;
  for (let number = 0, start = 0; number < ends.length; number++) {
    const old = ends[number] ?? 0;
    const text = changed.get(number);
    if (text !== undefined) shift += Buffer.byteLength(text) - (old - start);
    start = old;
    newEnds[number] = old + shift;
  }
  for (const [at, text] of added.entries()) {
    end += Buffer.byteLength(text);
    newEnds[ends.length + at] = end;
  }
  return { bytes: Buffer.concat([...pieces, Buffer.from(added.join(""))]), ends: newEnds };
}
