import { expect, it } from "vitest";
import { perLanguage } from "../../src/core/language/language.ts";
import { locate } from "../../src/read/locate.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { createProseFinder } from "../../src/read/markdown/prose-lines.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { checkText } from "../../src/review/check-text.ts";
import { type CorpusLanguage, composeLivedText } from "../bench/corpus/compose-lived-text.ts";
import { createRandom } from "../bench/corpus/random.ts";
import { runs } from "../setup/soak.ts";
import { shownText, typedWords } from "./plain-words.ts";

const parsers = perLanguage((language) => createMarkdownParser(language, false));
const findProse = createProseFinder();

/** How often a text may have a finding that it does not deserve. */
const maxFalseAlarms = 1 / 50;

function read(text: string, corpus: CorpusLanguage) {
  const language = corpus === "en" ? "en" : "bg";
  const document = { path: "a.bg.md", fields: { title: "А" }, body: text, bodyLine: 1 };
  const source = { file: document.path, folder: "practices/2016", text, firstLine: 1 };
  const { value, findings } = renderBody(source, language, { parsers, media: new Map(), sanitize: undefined });
  // The style of a Russian text is its own.
  const style = corpus === "ru" ? [] : checkText(document, language, findProse(text, 1));
  const { lead, sections, footnotes } = value;
  const html = [lead, ...sections.flatMap(({ title, html }) => [title, html]), footnotes].join("\n");
  return { shown: shownText(html), found: locate([...findings, ...style], () => text) };
}

it.each(["bg", "ru", "en"] as const)(
  "texts as people write them, %s: each fault is found, and hardly anything else",
  (corpus) => {
    const count = runs(100, 500);
    const alarms: string[] = [];
    for (let number = 0; number < count; number++) {
      const { text, deserved } = composeLivedText(corpus, createRandom(number * 7919 + corpus.charCodeAt(0)));
      const { shown, found } = read(text, corpus);
      const codes = found.map(({ code }) => code as string);
      expect({ text, codes }).toEqual({ text, codes: expect.arrayContaining([...deserved]) });
      if (codes.some((code) => !deserved.includes(code))) alarms.push(`${codes.join()}\n${text}`);
      const told = new Set(found.map(({ line }) => line));
      const lost = typedWords(text).filter(({ word, line }) => !shown.includes(word) && !told.has(line));
      expect({ text, lost }).toEqual({ text, lost: [] });
    }
    expect(alarms.slice(Math.floor(count * maxFalseAlarms))).toEqual([]);
  },
);
