import fc from "fast-check";
import { expect, it } from "vitest";
import { perLanguage } from "../../src/core/language/language.ts";
import { locate } from "../../src/read/locate.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { composePractice } from "../bench/corpus/compose-practice.ts";
import { createRandom } from "../bench/corpus/random.ts";
import { runs } from "../setup/soak.ts";
import { shownText, typedWords } from "./plain-words.ts";
import { text } from "./typed-texts.ts";

/*
 * Every word that is typed is on the page or in a finding, and no markup that failed is shown without a finding. What was typed is read
 * by a plain scan of the text, what is shown from the HTML: never both from the tokens of the parser.
 */

const parsers = perLanguage((language) => createMarkdownParser(language, false));

function show(text: string) {
  const source = { file: "a.bg.md", folder: "practices/2016", text, firstLine: 1 };
  const { value, findings } = renderBody(source, "bg", { parsers, media: new Map(), sanitize: undefined });
  const { lead, sections, footnotes } = value;
  const html = [lead, ...sections.flatMap(({ title, html }) => [`<h2>${title}</h2>`, html]), footnotes].join("\n");
  return { html, found: locate(findings, () => text) };
}

/** The lines that findings are about: to the end of the paragraph, because a comment or note may go on. */
function toldLines(text: string, found: ReturnType<typeof show>["found"]): ReadonlySet<number> {
  const lines = text.split("\n");
  const told = new Set<number>();
  for (const { line, code } of found) {
    const isComment = code === "markdown/comment";
    for (let at = line; at <= lines.length; at++) {
      told.add(at);
      const written = lines[at - 1] ?? "";
      if (isComment ? written.includes("-->") : (lines[at] ?? "").trim() === "") break;
    }
  }
  return told;
}

function expectNothingLost(text: string): void {
  const { html, found } = show(text);
  const shown = shownText(html);
  const told = toldLines(text, found);
  const lost = typedWords(text).filter(({ word, line }) => !shown.includes(word) && !told.has(line));
  expect({ text, lost }).toEqual({ text, lost: [] });
}

/** Markup in the words that readers see. Code shows what it is. */
const raw = /\*\*|\]\(|\[\^|\[\[|\{\{|\{%|(?:^|\n)\s*#{2,6}\S|(?:^|\n)\s*#{1,6}\u00a0|(?:^|\n)\s*•|(?:^|\n)\s*\|.*\|/;

function expectNothingRaw(text: string): void {
  const { html, found } = show(text);
  const visible = html
    .replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, " ")
    .replace(/<\/?(?:em|strong|s|sub|sup|a|span)(?:\s[^>]*)?>/g, "")
    .replace(/<[^>]*>/g, "\n");
  // A sign after a backslash is meant as it is.
  if (raw.test(visible) && !text.includes("\\*")) expect({ text, found: found.length }).not.toEqual({ text, found: 0 });
}

it("every typed word is on the page or in a finding", () => {
  fc.assert(fc.property(text, expectNothingLost), { numRuns: runs(2_000, 1_000_000) });
});

it("no markup that failed is shown without a finding", () => {
  fc.assert(fc.property(text, expectNothingRaw), { numRuns: runs(2_000, 1_000_000) });
});

it("made-up practices lose nothing", () => {
  for (let number = 0; number < 200; number++)
    expectNothingLost(composePractice(number, createRandom(number)).text.replace(/^---[\s\S]*?\n---\n/, ""));
});
