import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { mayHaveBareAddress } from "../../../src/read/markdown/fast-paths.ts";
import { composePractice } from "../../bench/corpus/compose-practice.ts";
import { createRandom } from "../../bench/corpus/random.ts";
import { runs } from "../../setup/soak.ts";

const ours = createMarkdownParser("bg", true);
/** The same parser with the work that was left out. */
const stock = createMarkdownParser("bg", true);
stock.core.ruler.enable("normalize");
stock.normalizeLink = new MarkdownIt().normalizeLink;

function expectSame(text: string): void {
  const html = ours.set({ linkify: mayHaveBareAddress(text) }).render(text);
  expect(html).toBe(stock.set({ linkify: true }).render(text));
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
