import { expect, it } from "vitest";
import { perLanguage } from "../../src/core/language/language.ts";
import { locales } from "../../src/locales/locales.ts";
import { checkSections } from "../../src/read/check-sections.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { defaultSite } from "../../src/read/validate-site.ts";
import { practice } from "../builders.ts";

const parsers = perLanguage((language) => createMarkdownParser(language, false));

function check(text: string, language: "bg" | "en" = "bg", draft = false) {
  const item = practice({ id: "most", language, draft });
  const document = { path: item.file, fields: {}, body: text, bodyLine: 10 };
  const source = { file: item.file, folder: "practices/2016", text, firstLine: 10 };
  const body = renderBody(source, language, { parsers, media: new Map(), sanitize: undefined }).value;
  return checkSections(item, body, { document, site: defaultSite });
}

it("a practice with the three sections is complete, in either language and any case", () => {
  expect(check("## Предистория\n\na\n\n## ПРАКТИКА\n\nb\n\n## Резултати:\n\nc\n")).toEqual([]);
  expect(check("## Background\n\na\n\n## practice\n\nb\n\n## Results\n\nc\n")).toEqual([]);
});

it("what is missing is named in the language of the file", () => {
  expect(check("## Практика\n\nb\n").map(({ parameters }) => parameters)).toEqual([
    { section: "Предистория" },
    { section: "Резултати" },
  ]);
  expect(check("## Practice\n\nb\n", "en").map(({ parameters }) => parameters)).toEqual([
    { section: "Background" },
    { section: "Results" },
  ]);
});

it("a second Background is pointed at", () => {
  const text = "## Background\n\na\n\n## Background\n\nb\n\n## Practice\n\n## Results\n";
  expect(check(text, "en")).toMatchObject([
    { code: "content/repeated-section", parameters: { section: "Background" }, location: { line: 14, text: "##" } },
  ]);
});

it("a section under a heading of the third level does not count", () => {
  expect(check("## Предистория\n\n### Практика\n\n## Резултати\n")).toMatchObject([
    { code: "content/missing-section", parameters: { section: "Практика" } },
  ]);
});

it("a file without a text is one warning, not three", () => {
  expect(check(" \n\n")).toMatchObject([{ code: "content/empty-text", location: { line: 10, column: 1 } }]);
});

it.each(["bg", "en"] as const)(
  "a question left in the place of a text is pointed at, but not in a draft: %s",
  (language) => {
    const { background, results } = locales[language].sections.guidance;
    const text = `## Background\n\n${background}\n\n## Practice\n\nа\n\n## Results\n\n${results}\n`;
    expect(check(text, language)).toMatchObject([
      { code: "content/guidance-left", location: { line: 12, text: background } },
      { code: "content/guidance-left", location: { line: 20, text: results } },
    ]);
    expect(check(text, language, true)).toEqual([]);
  },
);
