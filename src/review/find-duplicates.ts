import { type Finding, finding } from "../core/diagnostics/finding.ts";

/** A text as far as it can be like another. */
export interface ComparedText {
  readonly file: string;
  readonly id: string;
  readonly language: string;
  readonly body: string;
}

/** Words in a row that are compared together. */
const shingle = 5;
/** Of the smallest hashes of each text so many are kept: two texts that share a share of their shingles share as many of these. */
const sketchSize = 64;
/** Texts of which this share is the same are the same practice. */
const alike = 0.6;

/**
 * Practices of one language whose texts are nearly the same, as when one was entered under two numbers. Compares sketches (MinHash, Broder
 * 1997), and only of texts that share a hash: the work grows with the number of texts, not with that of pairs.
 *
 * Finding: content/near-duplicate, once for each pair.
 */
export function findDuplicates(texts: readonly ComparedText[]): readonly Finding[] {
  const owners = new Map<string, number[]>();
  for (const [index, { language, body }] of texts.entries())
    for (const hash of sketch(body)) {
      const key = `${language} ${hash}`;
      const others = owners.get(key);
      if (others) others.push(index);
      else owners.set(key, [index]);
    }
  const sizes = new Map<number, number>();
  const pairs = new Map<string, number>();
  for (const members of owners.values()) {
    // What very many texts share says nothing: a form that was filled in.
    if (members.length > tooCommon) continue;
    for (const [at, member] of members.entries()) {
      sizes.set(member, (sizes.get(member) ?? 0) + 1);
      for (const other of members.slice(0, at)) {
        const pair = `${other} ${member}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...pairs].flatMap(([pair, shared]) => {
    const [first = 0, second = 0] = pair.split(" ").map(Number);
    const [one, other] = [texts[first], texts[second]];
    const size = Math.min(sizes.get(first) ?? 0, sizes.get(second) ?? 0);
    if (!one || !other || one.id === other.id || size < leastSketch || shared / size < alike) return [];
    const percent = Math.round((shared / size) * 100);
    return [finding("content/near-duplicate", other.file, { other: one.file, percent })];
  });
}

/** Texts with fewer hashes are too short to be told apart. */
const leastSketch = 8;
const tooCommon = 40;

function sketch(body: string): readonly number[] {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + shingle <= words.length; at++) hashes.add(hash(words, at));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

/** FNV-1a over the letters of some words. */
function hash(words: readonly string[], from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + shingle; at++) {
    const word = words[at] ?? "";
    for (let index = 0; index < word.length; index++) value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
    value = Math.imul(value ^ 32, 0x01000193);
  }
  return value >>> 0;
}
