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
      parameters: { encoding: "windows-1251", isSure: true, text: undefined },
      location: { line: 2, column: 8 },
    },
  ]);
});

const utf16 = Buffer.from("\ufeffМост", "utf16le");
it.each([
  ["UTF-16", utf16],
  ["UTF-16", Buffer.from(utf16).swap16()],
  ["ISO 8859-5", Buffer.from([...windows1251("Мост над реката")].map((byte) => (byte < 0xc0 ? byte : byte - 0x10)))],
])("another encoding is called by its name: %s", (encoding, bytes) => {
  expect(decode(path, bytes).findings[0]?.parameters).toEqual({ encoding, isSure: true, text: undefined });
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

it("control characters are left out, breaks of word processors become a space, the first is pointed at", () => {
  const { value, findings } = decode(path, Buffer.from("един\nдва\u0007три\u000bчетири\u0085пет\tшест\n"));
  expect(value?.text).toBe("един\nдватри четири пет\tшест\n");
  expect(findings).toEqual([
    {
      code: "content/control-character",
      file: path,
      parameters: { codePoint: "U+0007", becomes: "nothing" },
      location: { line: 2, column: 4 },
    },
  ]);
});

it("one line in an old encoding is named, and what it says", () => {
  const bytes = Buffer.concat([
    Buffer.from("---\na: Мост\n---\n"),
    windows1251("Добавен ред.\n"),
    Buffer.from("Край\n"),
  ]);
  expect(decode(path, bytes)).toMatchObject({
    value: undefined,
    findings: [
      {
        parameters: { encoding: "windows-1251", isSure: true, text: "Добавен ред." },
        location: { line: 4, column: 1 },
      },
    ],
  });
});

it("marks of an unfinished merge are an error of their own, also one that was left over", () => {
  const text =
    "---\n<<<<<<< HEAD\ntitle: а\n=======\ntitle: б\n>>>>>>> other\n---\n\n>>>>>>> left\n\n||||||| left too\n||||||| x |\n";
  expect(decode(path, Buffer.from(text))).toMatchObject({
    value: undefined,
    findings: [
      { code: "content/merge-conflict", parameters: { from: 2, to: 6 } },
      { code: "content/merge-conflict", parameters: { from: 9, to: 9 } },
      { code: "content/merge-conflict", parameters: { from: 11, to: 11 } },
    ],
  });
  expect(codesOf(decode(path, Buffer.from("Заглавие\n=======\n> цитат\n")).findings)).toEqual([]);
});

it("words of which nothing was kept are lost letters; a question is none", () => {
  expect(codesOf(decode(path, Buffer.from("## а\n\n???? ?????? ???\n")).findings)).toEqual(["content/lost-letters"]);
  expect(decode(path, Buffer.from("Наистина??? Да?? Кога?\n")).findings).toEqual([]);
});

it("lost letters and letters that were decoded wrongly are found in their lines", () => {
  const latin = Buffer.from("Практика", "utf8").toString("latin1");
  expect(decode(path, Buffer.from(`Т\ufffdкст\n## ${latin}\nмост\n`)).findings).toMatchObject([
    { code: "content/lost-letters", location: { line: 1, column: 2 } },
    {
      code: "content/misread-letters",
      parameters: { written: latin, meant: "Практика" },
      location: { line: 2, column: 4 },
    },
  ]);
});
