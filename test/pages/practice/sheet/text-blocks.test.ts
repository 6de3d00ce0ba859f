import { expect, test } from "vitest";
import { readBlocks } from "../../../../src/pages/practice/sheet/text-blocks.ts";

test("headings, paragraphs, items and quotations are told apart, with their characters", () => {
  const html =
    '<h2>Практика</h2>\n<p>Едно <strong>две</strong>.</p>\n<h3 id="a">Как</h3><ul>\n<li>първо</li>\n<li><p>второ</p>\n<ul>\n<li>трето</li>\n</ul>\n</li>\n</ul>\n<blockquote>\n<p>Дума.</p>\n</blockquote>';
  expect(readBlocks(html)).toEqual([
    { kind: "heading", characters: 8 },
    { kind: "paragraph", characters: 9 },
    { kind: "subheading", characters: 3 },
    { kind: "item", characters: 5 },
    { kind: "item", characters: 5 },
    { kind: "item", characters: 5 },
    { kind: "quote", characters: 5 },
  ]);
});

test("a table is its rows", () => {
  const html =
    "<table><thead><tr><th>А</th><th>Бе</th></tr></thead><tbody><tr><td>едно <em>десетте</em></td><td></td></tr></tbody></table>";
  expect(readBlocks(html)).toEqual([
    { kind: "row", cells: [1, 2], words: [1, 2] },
    { kind: "row", cells: [12, 0], words: [7, 0] },
  ]);
});

test("a picture has its proportions and its caption", () => {
  const html = '<figure><img src="a.svg" alt="" width="40" height="30"><figcaption>Планът</figcaption></figure>';
  expect(readBlocks(html)).toEqual([{ kind: "picture", width: 40, height: 30, caption: 6 }]);
});

test("the address that is printed after a link counts", () => {
  const html = '<p><a href="https://www.example.org" class="external" rel="external">Тук</a></p>';
  expect(readBlocks(html)).toEqual([{ kind: "paragraph", characters: 3 + "https://www.example.org".length }]);
});

test("footnotes are notes", () => {
  const html = '<p>Текст</p><section class="footnotes"><ol><li><p>Бележка</p></li></ol></section>';
  expect(readBlocks(html)).toEqual([
    { kind: "paragraph", characters: 5 },
    { kind: "note", characters: 7 },
  ]);
});
