import fc from "fast-check";
import { expect, it } from "vitest";
import { perLanguage } from "../../../src/core/language/language.ts";
import { createMarkdownParser } from "../../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../../src/read/markdown/render-body.ts";
import { runs } from "../../setup/soak.ts";

/*
 * Rows of signs that an unlucky rule or pattern would read again from each of its places. Steps of the parser are counted; a pattern that
 * goes back and forth takes longer than a test may.
 */

const parsers = perLanguage((language) => createMarkdownParser(language, false));
let steps = 0;
const { inline } = parsers.bg;
const skip = inline.skipToken;
inline.skipToken = (state) => {
  steps++;
  skip.call(inline, state);
};

/** How many times the parser looks ahead over a text of so many signs. */
function stepsOf(text: string): number {
  steps = 0;
  const source = { file: "a.bg.md", folder: "practices/2016", text, firstLine: 1 };
  renderBody(source, "bg", { parsers, media: new Map(), sanitize: undefined });
  return steps;
}

const row = (unit: string, length: number): string =>
  Array.from({ length: length / unit.length }, (_, index) => unit.replaceAll("№", String(index))).join("");

it.each([
  ["[a]("],
  ["[a](b "],
  ["[a]( (x) "],
  ["[a№](б в№) "],
  ["[a][№]"],
  ["[[["],
  ["[a", "]{lang=en}"],
  ["[a]{lang=en}"],
  ["<sub>"],
  ["<sub>", "</sub>"],
  ["<sub>a</sub>"],
  ["<a "],
  ["<a", ">"],
  ["<!--"],
  ["<!-- а -->\n    б\n"],
  ["`а <!-- б\n"],
  ["~~_"],
  ["__а_"],
  ["а", "**"],
  ["1.", "-та"],
  ["[^№] ", "\n\n[^а]: б"],
  ["[^№]: а\n\n"],
  ["[^а]: а\n\n"],
  ["^[а] "],
  ["[№]: а\n"],
  ["---|", `${" ".repeat(20_000)}а`],
  ["| ", "а|"],
  ["[a](", `${" ".repeat(20_000)}а`],
  ["> "],
  ["- "],
  ["## а\n"],
  ["• а\n"],
  ["„\" '"],
])("a long row of %j is read once", (unit, end = "") => {
  const short = stepsOf(row(unit, 5_000) + end);
  expect(stepsOf(row(unit, 20_000) + end)).toBeLessThanOrEqual(short * 5 + 100);
});

const sign = fc.constantFrom(
  ..."[|](|)|]|[a](|[a]|[^|[^a]|^[|![|[[|]]|<|<a|<b>|<br>|<sub>|</sub>|<!--|-->|\"|'|„|{lang=|]{lang=en}|{#|{{|(c)|(c|`|``|**|*|_|__|~~|#|##|&|&amp|\\|:::|@|www.|http://|.|-|--|•|а|5 |№ |\n|\n\n|\n• |\n- |\n> |\n1. |\n    |\n| а |\n```\n|\n---\n".split(
    "|",
  ),
  "|",
  "|---|",
);

it("no row of some signs takes much longer when it is longer", () => {
  const unit = fc.array(sign, { minLength: 2, maxLength: 4 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(unit, fc.oneof(fc.constant(""), sign), (repeated, end) => {
      const short = stepsOf(row(repeated, 2_000) + end);
      expect(stepsOf(row(repeated, 8_000) + end)).toBeLessThanOrEqual(short * 6 + 2_000);
    }),
    { numRuns: runs(20, 3_000) },
  );
});
