import { expect, it } from "vitest";
import { createProseFinder } from "../../../src/read/markdown/prose-lines.ts";

const find = createProseFinder();

it("code, addresses and attributes are no prose, and columns stay", () => {
  const written = "а [текст](https://a.bg/Аb) `cъ` б {lang=еn} в";
  const [line] = find(written, 7);
  expect(line?.line).toBe(7);
  expect(line?.text.split(/ +/)).toEqual(["а", "[текст", "б", "в", ""].slice(0, 4));
  expect(line?.text.length).toBe(written.length);
  expect(line?.text.indexOf("б")).toBe(written.indexOf(" б") + 1);
  expect(line?.uncoded).toBe(written.replace("`cъ`", "    "));
});

it.each([
  ["a fence", "```\ncъвет\n```\nслед", [[4, "след"]]],
  [
    "a fence in a list",
    "- а\n\n  ~~~\n  cъвет\n  ~~~\n\nслед",
    [
      [1, "  а"],
      [7, "след"],
    ],
  ],
  [
    "indentation",
    "а\n\n    cъвет\n\nб",
    [
      [1, "а"],
      [5, "б"],
    ],
  ],
  [
    "code over two lines",
    "а `cъ\nвет` б",
    [
      [1, "а    "],
      [2, "     б"],
    ],
  ],
  ["HTML", "<div>\ncъвет\n</div>\n\nа <b>б</b>", [[5, "а    б    "]]],
  ["an address that is defined below", "[а][x] б\n\n[x]: https://a.bg/cъ", [[1, "[а     б"]]],
  [
    "a table",
    "| а | `б` |\n|---|---|\n| в | г |",
    [
      [1, "  а        "],
      [3, "  в   г  "],
    ],
  ],
])("%s is what the parser says it is", (_, body, lines) => {
  expect(find(body, 1).map(({ line, text }) => [line, text])).toEqual(lines);
});
