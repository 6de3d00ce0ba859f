import { expect, it } from "vitest";
import { findMarkup } from "../../src/read/find-markup.ts";

const markupIn = (value: unknown) =>
  findMarkup("content/site.yaml", { name: value }).map(({ parameters }) => parameters);

it.each([
  ["**Цел** на проекта", "**Цел**", "Цел на проекта"],
  ["Цел** на проекта", "**", "Цел на проекта"],
  ["__Цел__ на *проекта*", "__Цел__", "Цел на проекта"],
  ["[Община Елена](https://elena.bg)", "[Община Елена](https://elena.bg)", "Община Елена"],
  ["[[most|Мост]] над реката", "[[most|Мост]]", "Мост над реката"],
  ["## Мост", "##", "Мост"],
  ["Мост[^1]", "[^1]", "Мост"],
  ["<b>Мост</b><br>над реката", "<b>", "Мост над реката"],
  ["Мост&nbsp;над &bdquo;Янтра&ldquo;", "&nbsp;", 'Мост над "Янтра"'],
  ["{{ title }}", "{{ title }}", ""],
])("a value shows markup as it is typed: %j", (value, written, meant) => {
  expect(markupIn(value)).toEqual([{ field: "name", written, meant }]);
});

it.each([
  "Проект #5",
  "5 * 3 = 15",
  "Цена* и срок",
  "а < б, в > г",
  "snake__case__name",
  "[проект]",
  "Иванов & Петров",
  "https://example.org/a_**b**_c",
  "{count} практики",
])("signs that may be meant are left alone: %j", (value) => {
  expect(markupIn(value)).toEqual([]);
});

it("a foreword is Markdown, and what is in lists and groups has its place", () => {
  expect(findMarkup("a.yaml", { foreword: { bg: "**Цел**" }, editors: { bg: ["А", "**Б**"] } })).toMatchObject([
    { code: "front-matter/markup", location: { field: ["editors", "bg", 1], on: "value" } },
  ]);
});

it.each([
  [96, `**${"а".repeat(96)}**`],
  [97, `**${"а".repeat(97)}…`],
])("of markup around %i letters a hundred signs are shown", (count, written) => {
  expect(markupIn(`**${"а".repeat(count)}**`)).toEqual([{ field: "name", written, meant: "а".repeat(count) }]);
});
