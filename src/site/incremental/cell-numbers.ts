/*
 * Numbers of cells as text: sorted, as differences, five bits a letter. A page reads some forty cells, and there may be fifty
 * thousand pages; written out, their numbers would be most of what a build remembers.
 */

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
/** Marks a letter after which the number goes on. */
const more = 32;
/** Of 32 bits. */
const maxLetters = 7;
const values = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, letters.indexOf(String.fromCharCode(code))));

export function encodeNumbers(numbers: Iterable<number>): string {
  const sorted = Uint32Array.from(numbers).sort();
  // Not by adding letter to letter: V8 keeps such a text as a tree with a node for each of them.
  const bytes = Buffer.allocUnsafe(sorted.length * maxLetters);
  let end = 0;
  let last = 0;
  for (const number of sorted) {
    let rest = number - last;
    last = number;
    for (; rest >= more; rest = Math.floor(rest / more)) bytes[end++] = letters.charCodeAt((rest % more) + more);
    bytes[end++] = letters.charCodeAt(rest);
  }
  return bytes.toString("latin1", 0, end);
}

export function decodeNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let last = 0;
  let rest = 0;
  let place = 1;
  for (let index = 0; index < text.length; index++) {
    const value = values[text.charCodeAt(index)] ?? 0;
    rest += (value % more) * place;
    place *= more;
    if (value >= more) continue;
    last += rest;
    numbers.push(last);
    rest = 0;
    place = 1;
  }
  return numbers;
}
