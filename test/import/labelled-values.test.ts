import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import { tableOfPages } from "../../src/import/labelled-table.ts";
import { readSource } from "../../src/import/read-sources.ts";
import { readHeadingUnit } from "../../src/import/table/heading-unit.ts";
import { importTable } from "../../src/import/table/import-table.ts";
import { createLabelTest, proposeMap } from "../../src/import/table/propose-map.ts";
import { vocabulary as vocabularyOf } from "../builders.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-labels-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vocabulary = vocabularyOf({ languages: ["bg", "en"] });
const fields = practiceFields;

async function read(html: string) {
  const path = join(folder, "page.html");
  writeFileSync(path, `<html><head><meta charset="utf-8"><title>База</title></head><body>${html}</body></html>`);
  const { value } = await readSource(path, createLabelTest({ fields }));
  if (!value) throw new Error("not read");
  return value;
}

async function importPage(html: string) {
  writeFileSync(join(folder, "bus.png"), "picture");
  const table = tableOfPages([await read(html)], "pages");
  const columns = proposeMap(table, { fields, isPlace: () => false });
  return importTable(table, columns, { vocabulary, fields, known: [], today: "2020-02-02" as CalendarDay });
}

const rows: readonly (readonly [string, string])[] = [
  ["Организация:", "Община Елена"],
  ["Година", "2005"],
  ["Населено място", "Елена"],
  ["Проблем", '<p>Далече е.</p><ul><li>едно</li><li><a href="http://example.org/dve">две</a></li></ul>'],
  ["Бюджет (лв.)", "12 000"],
  ["Шифър", "<b>XJ-7</b>"],
  ["Снимка", '<img src="bus.png" alt="Автобус">'],
];

it.each([
  [
    "a table of two columns",
    `<table>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join("")}</table>`,
  ],
  ["a list of definitions", `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join("")}</dl>`],
])(
  "a page that says all by labels in %s becomes a practice; links and lists stay, nothing is lost",
  async (_, labels) => {
    const { files, findings } = await importPage(`<h1>Мобилна библиотека</h1>${labels}<p>Още <i>нещо</i>.</p>`);
    expect(files[0]?.text).toBe(`---
title: Мобилна библиотека
innovator: Община Елена
date: 2005-01-01
municipality: Елена
cost: 12 000 лв.
---

Още *нещо*.

![](/media/mobilna-biblioteka/bus.png)

## Предистория

Далече е.

- едно
- [две](http://example.org/dve)

## Неразпределено

Шифър: **XJ-7**
`);
    expect(files[0]?.pictures.map(({ to }) => to)).toEqual(["media/mobilna-biblioteka/bus.png"]);
    expect(files[0]?.judged).toMatchObject({
      title: { rule: "heading" },
      date: { rule: "part" },
      place: { rule: "field" },
    });
    expect(findings.map(({ code }) => code)).toEqual(["import/date-without-day"]);
  },
);

it.each([
  [
    "of figures",
    "<table><tr><td>Година</td><td>Обем</td></tr><tr><td>2004</td><td>3</td></tr><tr><td>2005</td><td>4</td></tr></table>",
  ],
  [
    "of a contact",
    "<table><tr><td>Тел.</td><td>1</td></tr><tr><td>Факс</td><td>2</td></tr><tr><td>E-mail</td><td>a@b.bg</td></tr></table>",
  ],
])("a table %s is none of them", async (_, table) => {
  expect((await read(`<h1>Мост</h1>${table}`)).page.labelled).toEqual([]);
});

it.each([
  ["Бюджет (лв.)", "Бюджет", "лв.", true],
  ["Cost, EUR", "Cost", "EUR", true],
  ["Цена в хил. лв.", "Цена", "хил. лв.", false],
  ["Total cost [in BGN] *", "Total cost", "BGN", true],
  ["лв.", "", "лв.", true],
])("the heading “%s” names %s in %s", (heading, name, unit, isWhole) => {
  expect(readHeadingUnit(heading)).toEqual({ name, unit, isWhole });
});

it.each(["Results for all", "Практика", "Дата (въвеждане)"])("the heading “%s” names no currency", (heading) => {
  expect(readHeadingUnit(heading)).toBeUndefined();
});
