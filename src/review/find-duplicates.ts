import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { fnv1a, fnvStart } from "../core/fnv.ts";

/** A text to compare with others. */
export interface ComparedText {
  readonly file: string;
  readonly id: string;
  readonly language: string;
  readonly body: string;
}

/** Words of a shingle. */
const shingleWords = 5;
/** Each sketch keeps the 64 smallest shingle hashes: two sketches overlap about as much as their texts. */
const sketchSize = 64;
/** Texts with at least this share of common hashes are the same practice. */
const minShare = 0.6;

/**
 * Finds practices of one language with nearly the same text, such as one that was entered under two numbers. Compares
 * sketches (MinHash, Broder 1997), and only those that share a hash: the work grows with the number of texts, not of pairs.
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
    // Very many texts share it: the text of a form.
    if (members.length > maxOwners) continue;
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
    if (!one || !other || one.id === other.id || size < minSketch || shared / size < minShare) return [];
    const percent = Math.round((shared / size) * 100);
    return [finding("content/near-duplicate", other.file, { other: one.file, percent })];
  });
}

/** Texts with fewer hashes are too short to compare. */
const minSketch = 8;
const maxOwners = 40;

function sketch(body: string): readonly number[] {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at++) {
    let hash = fnvStart;
    for (let word = at; word < at + shingleWords; word++) hash = fnv1a(" ", fnv1a(words[word] ?? "", hash));
    hashes.add(hash);
  }
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}
