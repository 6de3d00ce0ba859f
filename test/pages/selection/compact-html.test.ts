import { expect, it } from "vitest";
import { compactHtml } from "../../../src/pages/selection/compact-html.ts";

it("indentation and empty lines go", () => {
  expect(compactHtml("\n  <div>\n\n    <p>a b\n   c</p>\n  </div>\n")).toBe("<div>\n<p>a b\nc</p>\n</div>");
});

it("preformatted text stays, line by line", () => {
  const pre = "<pre><code>a\n\n  b\n</code></pre>";
  expect(compactHtml(`  <p>x</p>\n  ${pre}\n\n  <p>y</p>`)).toBe(`<p>x</p>\n${pre}\n<p>y</p>`);
});
