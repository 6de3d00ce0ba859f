import { isUtf8 } from "node:buffer";
import { guessEncoding } from "../read/encodings.ts";

export interface DecodedPage {
  readonly text: string;
  /** Set if the page does not say its encoding, and it is not UTF-8. */
  readonly guessed: string | undefined;
}

/** Bytes of a saved page → text: by its byte order mark, by what it says of itself, else UTF-8 if it is, else a guess. */
export function decodePage(bytes: Buffer): DecodedPage {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  const stated = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString("latin1", 0, 4_096))?.[1];
  // What a page says of itself is often wrong after it was saved by another program.
  const encoding = mark || (isUtf8(bytes) ? "utf-8" : (supported(stated) ?? guessEncoding(bytes)));
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, "\n");
  return { text, guessed: mark || encoding === "utf-8" || supported(stated) ? undefined : encoding };
}

function supported(name: string | undefined): string | undefined {
  if (!name || /^utf-?8$/i.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
