import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import footnote from "markdown-it-footnote";
import { expect, it } from "vitest";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { mayHaveBareAddress } from "../../../src/read/markdown/fast-paths.ts";
import { composePractice } from "../../bench/corpus/compose-practice.ts";
import { createRandom } from "../../bench/corpus/random.ts";
import { runs } from "../../setup/soak.ts";

const ours = createMarkdownParser("bg", true);

/** markdown-it as it comes, with the same options, plugin and renderer. */
const stock = new MarkdownIt({ html: true, linkify: true, typographer: true, quotes: ours.options.quotes }).use(
  footnote,
);
stock.validateLink = () => true;
stock.linkify.set({ fuzzyIP: false }).add("ftp:", null).add("//", null);
stock.linkify.tlds(["bg", "eu", "org", "com", "net", "info", "gov", "edu"], false);
stock.renderer.rules = ours.renderer.rules;

/**
 * Where the archive means something else than markdown-it, in this order: (c), (r) and (tm) stay; three tags of HTML are read also
 * where they stand alone; `[…]{lang=…}` is a passage; a note without a mark is shown. A hard space is a space that does not end a line, and so is
 * the span around a number with its ending.
 */
const different = /\((?:c|r|tm)\)|<\/?(?:br|sub|sup)\b|\{lang=|\[\^[^\]]*\]:/i;

function expectSame(text: string): void {
  if (different.test(text)) return;
  const html = ours.set({ linkify: mayHaveBareAddress(text) }).render(text);
  expect(soft(html)).toBe(soft(stock.render(text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd"))));
}

function soft(html: string): string {
  return html.replaceAll("\u00a0", " ").replace(/<span class="whole">(.*?)<\/span>/g, "$1");
}

it("the examples of CommonMark become the same", () => {
  expect(examples.length).toBeGreaterThan(600);
  for (const { markdown } of examples) expectSame(markdown.replaceAll("→", "\t"));
});

it("made-up practices become the same", () => {
  for (let number = 0; number < 100; number++) expectSame(composePractice(number, createRandom(number)).text);
});

const address = fc.constantFrom(
  "https://example.org/a(b)",
  "http://EXAMPLE.org/%d0",
  "https://пример.бг/път?a=1#x",
  "www.example.bg",
  "example.org",
  "office@example.bg",
  "mailto:a@b.org",
  "//example.org",
  "/a/b.pdf",
  "practice:most#x",
  "https://example.org/~a/b-c_d?e=f&g=h",
);
const marking = fc.constantFrom(
  "$",
  "($)",
  "<$>",
  "[текст]($)",
  "[$]($)",
  "![]($)",
  "\\[a]($)",
  "a]($)",
  "[a\n]($)",
  "`$`",
  "[a]: $\n\n[a]",
);

it("addresses are found wherever they stand, and written the same", () => {
  const piece = fc.tuple(marking, address).map(([around, inside]) => around.replaceAll("$", inside));
  const text = fc
    .array(fc.oneof(piece, fc.constantFrom(" ", "\n", "**", "дума", "[", "]", "(", ")", "<", "\\")), { maxLength: 12 })
    .map((pieces) => pieces.join(""));
  fc.assert(fc.property(text, expectSame), { numRuns: runs(2_000, 500_000) });
});

it("texts of any signs become the same", () => {
  const piece = fc.constantFrom(
    ..."дума| |\n|\n\n|**|*|_|~~|`|```|#|## |- |1. |> |    |\\t|[|](|)|]: |![|<|>|</b>|<b>|&amp;|&|\\\\|...|--|---|\"|'|14 800 лв.|№ 5|2016 г.| – |+-|,,|!!!!|[^1]|^[|]|\\||---|:-".split(
      "|",
    ),
    "| а | б |\n|---|---|\n",
    "|",
  );
  const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(text, expectSame), { numRuns: runs(5_000, 1_000_000) });
});

it.each([
  ["няма адрес", false],
  ["вижте [тук](https://www.example.org/a)", false],
  ["вижте (https://www.example.org/a)", true],
  ["вижте [https://www.example.org/a](https://www.example.org/a)", true],
  ["вижте [\n\nтук](example.org)", true],
  ["вижте example.org", true],
  ["пишете на a@b.bg", true],
])("a text may hold an address that is not marked: %s", (text, expected) => {
  expect(mayHaveBareAddress(text)).toBe(expected);
});
