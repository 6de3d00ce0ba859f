/**
 * Digits only: nobody has to switch keyboards or scripts, phones show a number pad, and the spoken code is clear in both
 * languages. Without 0 and 1, which are taken for letters.
 */
export const codeAlphabet = "23456789";
export const codeLength = 6;

/** A code from at least `codeLength` random bytes; 256 is a multiple of eight, so that every code is as likely. */
export function codeFromBytes(bytes: Uint8Array): string {
  let code = "";
  for (const byte of bytes.subarray(0, codeLength)) code += codeAlphabet[byte % codeAlphabet.length];
  return code;
}

/** Whether an answer is the code, however people write it: with spaces or dashes of any kind, in full-width digits. */
export function sameCode(expected: string, answer: string): boolean {
  return answer.normalize("NFKC").replace(/[\s\p{Pd}]+/gu, "") === expected;
}
