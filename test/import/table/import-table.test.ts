import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { severityOf } from "../../../src/core/diagnostics/severity.ts";
import { formatMap } from "../../../src/import/table/propose-map.ts";
import { createCellReader } from "../../../src/import/table/read-cell.ts";
import { readMap } from "../../../src/import/table/read-map.ts";
import { readCsv, readWorkbook, type TableFile } from "../../../src/import/table/read-table.ts";
import { locales } from "../../../src/locales/locales.ts";
import { parseDocument } from "../../../src/read/parse-document.ts";
import { createPracticeValidator } from "../../../src/read/validate-practice.ts";
import { runs } from "../../setup/soak.ts";
import { bulgarianList, englishList, type LongList, messyList, toCsv } from "./long-list.ts";
import { fields, importOf, mapOf, propose, shareOf, vocabulary } from "./share-right.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-table-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function csv(bytes: string | Buffer): TableFile {
  const file = join(folder, "list.csv");
  writeFileSync(file, bytes);
  const [table] = readCsv(file, "list.csv").value;
  if (!table) throw new Error("not read");
  return table;
}

const targets = (file: TableFile) =>
  Object.fromEntries(
    propose(file).columns.map(({ heading, target }) => [
      heading,
      target.language ? `${target.name}.${target.language}` : target.name,
    ]),
  );

/** Bytes of a text in windows-1251. */
const windows1251 = (text: string): Buffer => {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((character) => codes.get(character) ?? 0x3f));
};

/** The smallest workbook. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const name = (column: number): string => String.fromCharCode(65 + column);
  const data = rows.map((row, at) => {
    const cells = row.map((text, column) =>
      text === ""
        ? ""
        : /^\d{1,6}$/.test(text)
          ? `<c r="${name(column)}${at + 1}"><v>${text}</v></c>`
          : `<c r="${name(column)}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
    );
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${data.join("")}</sheetData></worksheet>`,
  };
  const entries = Object.entries(files).map(([path, text]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** The whole list in the soak. */
const sample = (list: LongList): LongList => ({ ...list, rows: list.rows.slice(0, runs(60, 300)) });

describe("a list of 300 practices", () => {
  it.each([
    ["with Bulgarian headings, windows-1251, semicolons", bulgarianList, ";", windows1251, 100],
    ["with English headings, UTF-8, commas", englishList, ",", (text: string) => `\ufeff${text}`, 100],
    ["in a mess, tabs", messyList, "\t", (text: string) => text, 85],
  ] as const)(
    "%s: every cell is in a file or in the report, and nearly all are in the right place",
    (_, whole, separator, encode, without) => {
      const list = sample(whole);
      const file = csv(encode(toCsv(list, separator)));
      const proposed = shareOf(list, file);
      const corrected = shareOf(list, file, mapOf(file, list.corrections));
      expect([proposed.lost.slice(0, 9), corrected.lost.slice(0, 9)]).toEqual([[], []]);
      expect([proposed.practices, corrected.practices]).toEqual([list.rows.length, list.rows.length]);
      expect(proposed.share).toBeGreaterThanOrEqual(without);
      expect(corrected.share).toBe(100);
    },
  );

  it("makes practices without an error", () => {
    const { files } = importOf(csv(toCsv(bulgarianList, ";")));
    const validate = createPracticeValidator(vocabulary);
    const errors = files.slice(0, 20).flatMap(({ path, text }) => {
      const { value, findings } = parseDocument({ path: `content/${path}`, text });
      return [...findings, ...(value ? validate(value).findings : [])].filter((found) => severityOf(found) === "error");
    });
    expect(errors).toEqual([]);
  });

  it("adds nothing the second time, also where titles were corrected", () => {
    const file = csv(toCsv(englishList, ","));
    const { files } = importOf(file);
    const before = files.map(({ id, path, text }, index) => ({
      id,
      path,
      iid: undefined,
      language: "en" as const,
      title: index === 0 ? "Corrected" : (/^title: (.*)$/m.exec(text)?.[1] ?? ""),
    }));
    const again = importOf(file, { before });
    expect([again.files.length, again.leftAlone]).toEqual([0, 300]);
  });
});

describe("a workbook", () => {
  it("is read like a list of values, with the days of its cells", async () => {
    const file = join(folder, "list.xlsx");
    writeFileSync(file, workbook([["Списък"], ["Наименование", "Дата"], ["Мост", "39000"]]));
    const [table] = (await readWorkbook(file, "list.xlsx")).value;
    if (!table) throw new Error("not read");
    const { files, findings } = importOf(table);
    expect(files[0]?.text).toContain("title: Мост\ninnovator: '-'\ndate: 2006-10-10\n");
    expect(findings.map(({ code }) => code)).toEqual(["import/row-above", "import/date-without-day"]);
  });

  it("that is none is unreadable", async () => {
    const file = join(folder, "broken.xlsx");
    writeFileSync(file, "не е");
    expect((await readWorkbook(file, "broken.xlsx")).findings.map(({ code }) => code)).toEqual(["import/unreadable"]);
  });
});

describe("the proposal for a table", () => {
  it("knows fields by name, label, synonym and likeness, in both languages, and what cells hold", () => {
    const file = csv(
      "title;Новатор;Общинa (град);Contact e-mail;Кординати;Сайт\nА;Б;Русе;a@b.bg;Габрово;www.a.bg\nБ;В;Елена;b@b.bg;Русе;www.b.bg\n",
    );
    expect(targets(file)).toMatchObject({
      title: "title",
      Новатор: "innovator",
      "Contact e-mail": "contact.email",
      Сайт: "projectUrl",
    });
  });

  it("gives a field to the surest column and leaves the others without a place", () => {
    expect(targets(csv("Наименование;Заглавие;Нещо\nА;Б;В\nГ;Д;Е\n"))).toEqual({
      Наименование: "title",
      Заглавие: "unplaced",
      Нещо: "unplaced",
    });
  });

  it("takes the language from the end of a heading", () => {
    expect(
      targets(csv("Заглавие;Заглавие на английски;results_en;Практика (англ.);Description BG\nА;A;B;C;D\n")),
    ).toMatchObject({
      Заглавие: "title",
      "Заглавие на английски": "title.en",
      results_en: "results.en",
      "Практика (англ.)": "practice.en",
    });
  });

  it("is a file that reads back as the same", () => {
    const file = csv("Заглавие;Title (EN);№\nМост;Bridge;1\n");
    const { columns } = propose(file);
    const read = readMap({ path: "map.yaml", text: formatMap(columns, locales.en.cli.import.map) }, { fields });
    expect(read.findings).toEqual([]);
    expect([...(read.value ?? [])]).toEqual(columns.map(({ heading, target }) => [heading, target]));
  });
});

describe("two languages", () => {
  const paths = (text: string) => importOf(csv(text)).files.map(({ path }) => path);

  it("in two rows of one key become one practice", () => {
    expect(paths("№;Заглавие;Дата\n7;Мост;12.05.2005\n7;Bridge;12.05.2005\n8;Друг;12.05.2005\n")).toEqual([
      "practices/2005/most.bg.md",
      "practices/2005/most.en.md",
      "practices/2005/drug.bg.md",
    ]);
  });

  it("in two rows that share date, place and address become one practice, with a note", () => {
    const { files, findings } = importOf(
      csv(
        "Заглавие;Дата;Община;e-mail\nМост;12.05.2005;Русе;a@example.org\nBridge;12.05.2005;Русе;a@example.org\nДруг;12.05.2005;Русе;b@example.org\n",
      ),
    );
    expect(new Set(files.map(({ id }) => id))).toEqual(new Set(["most", "drug"]));
    expect(findings).toMatchObject([{ code: "import/rows-joined", parameters: { row: 2 }, location: { line: 3 } }]);
  });

  it("in columns of one row become two files, and what is the same in both is in both", () => {
    const { files } = importOf(
      csv(
        "Заглавие;Title (EN);Дата;Резултати;Results (EN)\nМост;Bridge;12.05.2005;Добри;Good\nБез превод;;12.05.2005;Добри;\n",
      ),
    );
    expect(files.map(({ path }) => path)).toEqual([
      "practices/2005/most.bg.md",
      "practices/2005/most.en.md",
      "practices/2005/bez-prevod.bg.md",
    ]);
    expect(files[1]?.text).toBe("---\ntitle: Bridge\ninnovator: '-'\ndate: 2005-05-12\n---\n\n## Results\n\nGood\n");
  });
});

describe("a cell", () => {
  const { read } = createCellReader(vocabulary);
  it.each([
    ["day", "12.5.05 г.", "2005-05-12", ""],
    ["day", "12.5.98", "1998-05-12", ""],
    ["day", "12.5.69", "2069-05-12", ""],
    ["day", "12.5.70", "1970-05-12", ""],
    ["day", "20000", "1954-10-03", ""],
    ["day", "59999", "2064-04-07", ""],
    ["day", "60000", undefined, "60000"],
    ["day", "19999", undefined, "19999"],
    ["day", "2005 година", "2005-01-01", ""],
    ["day", "скоро", undefined, "скоро"],
    ["count", "1 240", "1240", ""],
    ["count", "около 5", undefined, "около 5"],
    ["flag", "Да", "true", ""],
    ["municipality", "гр. Елена", "Елена", ""],
    ["municipality", "Няма такава", undefined, "Няма такава"],
  ] as const)("of the kind %s, “%s”, is %s, with “%s” left over", (kind, text, value, rest) => {
    expect(read({ kind }, text)).toMatchObject({ value, rest });
  });

  it("of several themes gives those that are known; the others are left over", () => {
    expect(read({ kind: "list", of: { kind: "theme" } }, "Енергия, Youth, разни")).toEqual({
      value: ["energy", "youth"],
      rest: "разни",
    });
  });

  it("of a choice may be its label in either language", () => {
    const type = { kind: "choice", values: ["active", "ended"] } as const;
    expect(read(type, "Приключила е").value).toBe("ended");
    expect(read(type, "still active").value).toBe("active");
  });
});
