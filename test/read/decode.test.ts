import { expect, it } from "vitest";
import { decode } from "../../src/read/decode.ts";
import { codesOf } from "../builders.ts";

const path = "content/practices/2016/most.bg.md";
const windows1251 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => (/[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))));

it("plain UTF-8 passes as it is", () => {
  expect(decode(path, Buffer.from("---\ntitle: Мост\n---\n"))).toEqual({
    value: { path, text: "---\ntitle: Мост\n---\n" },
    findings: [],
  });
});

it("an old encoding is refused, named, and pointed at", () => {
  const { value, findings } = decode(path, windows1251("---\ntitle: Мост над реката\n---\n"));
  expect(value).toBeUndefined();
  expect(findings).toEqual([
    {
      code: "content/not-utf8",
      file: path,
      parameters: { encoding: "windows-1251" },
      spot: { line: 2, column: 8 },
    },
  ]);
});

const utf16 = Buffer.from("\ufeffМост", "utf16le");
it.each([
  ["UTF-16", utf16],
  ["UTF-16", Buffer.from(utf16).swap16()],
  ["ISO 8859-5", Buffer.from([...windows1251("Мост над реката")].map((byte) => (byte < 0xc0 ? byte : byte - 0x10)))],
])("another encoding is called by its name: %s", (encoding, bytes) => {
  expect(decode(path, bytes).findings[0]?.parameters).toEqual({ encoding });
});

it("a byte order mark is taken away with a warning", () => {
  const { value, findings } = decode(path, Buffer.from("\ufeff---\na: b\n"));
  expect(value?.text).toBe("---\na: b\n");
  expect(codesOf(findings)).toEqual(["content/bom"]);
});

it.each(["a\r\nb\r\n", "a\rb\r"])("Windows and old Mac line ends become \\n: %j", (text) => {
  const { value, findings } = decode(path, Buffer.from(text));
  expect(value?.text).toBe("a\nb\n");
  expect(codesOf(findings)).toEqual(["content/crlf"]);
});

it.each(["", "  \n\n", "\ufeff"])("a file with nothing in it is empty: %j", (text) => {
  const { value, findings } = decode(path, Buffer.from(text));
  expect(value).toBeUndefined();
  expect(codesOf(findings)).toContain("content/empty-file");
});

it("control characters are left out, the first is pointed at", () => {
  const { value, findings } = decode(path, Buffer.from("един\nдва\u0007три\u000bчетири\tпет\n"));
  expect(value?.text).toBe("един\nдватричетири\tпет\n");
  expect(findings).toEqual([
    {
      code: "content/control-character",
      file: path,
      parameters: { codePoint: "U+0007" },
      spot: { line: 2, column: 4 },
    },
  ]);
});
