import { expect, test } from "vitest";
import { embedHtml } from "../../../src/pages/practice/practice-fragment.ts";

test("headings go down a level, anchors and links to them get the practice's prefix", () => {
  const html =
    '<h2 id="a">1</h2><h3>2</h3><p><a href="#a">3</a> <sup aria-describedby="fn"><a href="#fn1" id="r1">1</a></sup></p>';
  expect(embedHtml(html, "x")).toBe(
    '<h3 id="x--a">1</h3><h4>2</h4><p><a href="#x--a">3</a> <sup aria-describedby="x--fn"><a href="#x--fn1" id="x--r1">1</a></sup></p>',
  );
});

test("links elsewhere and text that looks like markup stay", () => {
  const html = '<p><a href="../y/#a">id="a"</a> &lt;h2 id=&quot;a&quot;&gt;</p>';
  expect(embedHtml(html, "x")).toBe(html);
});
