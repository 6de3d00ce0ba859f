import fc from "fast-check";
import { expect, it } from "vitest";
import { createBodyFixer } from "../../src/cli/check/fix-body.ts";
import { perLanguage } from "../../src/core/language/language.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { runs } from "../setup/soak.ts";
import { shownText } from "./plain-words.ts";
import { text } from "./typed-texts.ts";

const tools = {
  parsers: perLanguage((language) => createMarkdownParser(language, false)),
  media: new Map(),
  sanitize: undefined,
};
const fixBody = createBodyFixer({ folder: "", name: "content" }, { tools });
const front = "---\ntitle: А\ninnovator: Б\ndate: 2016-06-09\n---\n";
const fix = (body: string): string => fixBody("content/practices/2016/a.bg.md", front + body, "bg").slice(front.length);

/** The words of the page, sorted; marks that nobody sees divide none. Addresses, which a link shows no longer when it takes, are Latin. */
function wordsOf(body: string): readonly string[] {
  const source = { file: "a.bg.md", folder: "practices/2016", text: body, firstLine: 1 };
  const { lead, sections, footnotes } = renderBody(source, "bg", tools).value;
  const html = [lead, ...sections.flatMap(({ title, html }) => [`<h2>${title}</h2>`, html]), footnotes].join("\n");
  return (shownText(html.replace(/[\u200b\u00ad]/g, "")).match(/[а-я]+/g) ?? []).sort();
}

it("--fix changes no word that readers see, and a second run changes nothing", () => {
  fc.assert(
    fc.property(text, (body) => {
      const fixed = fix(body);
      expect(wordsOf(fixed)).toEqual(wordsOf(body));
      expect(fix(fixed)).toBe(fixed);
    }),
    { numRuns: runs(300, 100_000) },
  );
});

it.each([
  ["Стъпки:\n• първо;\n• второ.\n\n▪ друго", "Стъпки:\n- първо;\n- второ.\n\n- друго"],
  ["> • първо\n> • второ", "> - първо\n> - второ"],
  ["    Абзац, който Word е отместил с интервали.\n\nДруг.", "Абзац, който Word е отместил с интервали.\n\nДруг."],
  ["##\u00a0Подготовка\n\n##Заглавие", "## Подготовка\n\n## Заглавие"],
  [
    "\tАбзац с табулация, какъвто дава Word.\n    И още един ред.",
    "Абзац с табулация, какъвто дава Word.\nИ още един ред.",
  ],
  ["[а](info@example.org) [б](example.org/план)", "[а](mailto:info@example.org) [б](https://example.org/план)"],
])("--fix writes what can only be meant in one way: %j", (written, meant) => {
  expect(fix(written)).toBe(meant);
});

it.each([
  "– първо\n– второ",
  "а) първо\nб) второ",
  "    git status",
  "- а\n\n      код на реда, който стои тук.",
  "##таг",
  "> | а |\n> |---|\n> | б | в |\n> • първо\n> • второ\n[г]: д",
  "• първо\n\n    а б\n| а | б |\n|---|---|\n| в | г | д |",
  "Ред\n•",
  "• първо\n• второ\n| а | б |\n|---|---|\n| в | г |",
])("--fix leaves what may be meant otherwise: %j", (written) => {
  expect(fix(written)).toBe(written);
});
