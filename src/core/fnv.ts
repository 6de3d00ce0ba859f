/** Begins a hash. */
export const fnvStart = 0x811c9dc5;

/**
 * FNV-1a over the UTF-16 code units of a text, 32 bits: fast, and enough to tell texts apart where nobody tries to deceive.
 *
 * @param hash `fnvStart`, or the hash of a text before this one
 */
export function fnv1a(text: string, hash: number): number {
  let value = hash;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
