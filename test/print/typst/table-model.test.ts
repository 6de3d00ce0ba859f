import { type Element, isTag } from "domhandler";
import { expect, it } from "vitest";
import { parse } from "../../../src/print/typst/html-nodes.ts";
import { readTable, rowsOver } from "../../../src/print/typst/table-model.ts";

const tableOf = (rows: string) => readTable(parse(`<table>${rows}</table>`).find(isTag) as Element);
const row = (name: "th" | "td", ...texts: readonly string[]): string =>
  `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join("")}</tr>`;

it.each([
  ["a head and a row", row("th", "а", "б") + row("td", "1", "2"), 1],
  ["a head alone, which nothing repeats", row("th", "а", "б"), 0],
  ["rows alone", row("td", "1") + row("td", "2"), 0],
  ["a marked head of two rows", `<thead>${row("th", "а")}${row("th", "б")}</thead>${row("td", "1")}`, 2],
  ["a marked head alone", `<thead>${row("th", "а")}</thead>`, 0],
])("a table of %s repeats so many rows on every page", (_, rows, count) => {
  expect(tableOf(rows).headRows).toBe(count);
});

it("a column is as wide as its two longest words and its longest cell say, up to 240 letters", () => {
  const { columns } = tableOf(
    row("td", "едно дванадесет сто", "а".repeat(240)) + row("td", "двадесет и три", "а".repeat(241)),
  );
  expect(columns[0]).toEqual({ words: ["дванадесет", "двадесет"], letters: 19 });
  expect(columns[1]?.letters).toBe(240);
});

it("a cell spans a hundred columns at most, and no rows that are not there", () => {
  const { cells } = tableOf('<tr><td colspan="101" rowspan="9">а</td></tr><tr><td>б</td></tr>');
  expect(cells.map(({ x, y, colspan, rowspan }) => [x, y, colspan, rowspan])).toEqual([
    [0, 0, 100, 2],
    [100, 1, 1, 1],
  ]);
});

it("rows with long cells are those with more letters than is said", () => {
  const table = tableOf(row("td", "а".repeat(10), "б") + row("td", "а".repeat(11)) + row("td", "в"));
  expect([...rowsOver(table, 10)]).toEqual([1]);
});
