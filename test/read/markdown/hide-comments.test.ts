import { describe, expect, it } from "vitest";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { hideComments } from "../../../src/read/markdown/hide-comments.ts";

const parser = createMarkdownParser("bg", false);
const hide = (text: string) => hideComments(text, parser);

describe("a comment", () => {
  it.each([
    ["in a line", "а <!-- тайна --> б", "а  б"],
    ["in a word", "мо<!-- ! -->ст", "мост"],
    ["over paragraphs", "а\n\n<!-- едно\n\nдве -->\n\nб", "а\n\n\n\n\n\nб"],
    ["before what would become code", "<!-- а -->    б", "б"],
    ["in a list", "- а <!-- б -->\n- в", "- а \n- в"],
    ["that says nothing", "а<!---->б<!-->в", "абв"],
    ["around a fence of code", "<!--\n```\n-->\nа\n\n<!-- б -->", "\n\n\nа\n\n"],
  ])("%s is left out, and no line moves", (_, text, shown) => {
    expect(hide(text).text).toBe(shown);
    expect(shown.split("\n")).toHaveLength(text.split("\n").length);
  });

  it.each([
    "`<!-- пример -->`",
    "``а ` <!-- пример -->``",
    "```\n<!-- пример -->\n```",
    "    <!-- пример -->",
    "> ```\n> <!-- пример -->\n> ```",
    "\\<!-- а -->",
  ])("in code is text: %j", (text) => {
    expect(hide(text)).toEqual({ text, comments: [] });
  });

  it("without an end is shown, and said so", () => {
    const text = "а\n\n<!-- б\n\nв";
    expect(hide(text)).toEqual({ text, comments: [{ text: "<!--", line: 2, isClosed: false }] });
  });

  it("is told with its line", () => {
    const { comments } = hide("а\n\n<!-- б\n-->\n\nв <!-- г -->");
    expect(comments).toMatchObject([
      { line: 2, text: "<!-- б\n-->", isClosed: true },
      { line: 5, text: "<!-- г -->" },
    ]);
  });
});
