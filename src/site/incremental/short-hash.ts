import { hash } from "node:crypto";

/** Enough of a hash to tell texts apart where nobody tries to deceive. */
export function shortHash(text: string): string {
  // Sixteen letters. Cut out of a longer text they would hold on to it.
  return hash("sha1", text, "buffer").toString("base64url", 0, 12);
}
