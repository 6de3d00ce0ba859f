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

/** An answer as people write it, with spaces or dashes of any kind, in full-width digits, → the code that they mean. */
function plainCode(answer: string): string {
  return answer.normalize("NFKC").replace(/[\s\p{Pd}]+/gu, "");
}

export function sameCode(expected: string, answer: string): boolean {
  return plainCode(answer) === expected;
}

/** Whether an answer has as many characters as every code has. */
export function isCodeLong(answer: string): boolean {
  return plainCode(answer).length === codeLength;
}
