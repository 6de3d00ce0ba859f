import { describe, expect, it } from "vitest";
import { decodePage } from "../../src/import/decode-page.ts";

const text = "Иновационни практики: Община Русе";
const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
/** Small Bulgarian letters in an encoding that has them in a row. */
const inEncoding = (name: string): Buffer => {
  const decoder = new TextDecoder(name);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 32));
};
const stating = (charset: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<meta charset="${charset}">`), bytes]);

describe("a saved page is read", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", utf16],
    ["UTF-16 with the high bytes first", Buffer.from(utf16).swap16()],
    ["windows-1251 that it states", stating("windows-1251", inEncoding("windows-1251"))],
    ["KOI8-R that it states", stating("koi8-r", inEncoding("koi8-r"))],
    ["UTF-8, though it states another", stating("windows-1251", Buffer.from(text))],
  ])("in %s", (_, bytes) => {
    const { text: read, guessed } = decodePage(bytes);
    expect(read.replace(/^<meta[^>]*>/, "")).toBe(text);
    expect(guessed).toBeUndefined();
  });

  it.each(["windows-1251", "koi8-r", "iso-8859-5"])("in %s by a guess, which is told", (name) => {
    expect(decodePage(inEncoding(name))).toEqual({ text, guessed: name });
    expect(decodePage(stating("no-such-thing", inEncoding(name))).guessed).toBe(name);
    expect(decodePage(stating("utf-8", inEncoding(name))).guessed).toBe(name);
  });

  it("with the line ends of any system", () => {
    expect(decodePage(Buffer.from("а\r\nб\rв\n")).text).toBe("а\nб\nв\n");
  });

  it("by what it states in its first 4,096 bytes", () => {
    const at = (offset: number) => Buffer.concat([Buffer.alloc(offset, 32), stating("koi8-r", inEncoding("koi8-r"))]);
    expect(decodePage(at(4_096 - 22)).guessed).toBeUndefined();
    expect(decodePage(at(4_096)).guessed).toBe("koi8-r");
  });
});
