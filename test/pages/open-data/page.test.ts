import { hash } from "node:crypto";
import { load } from "cheerio";
import { parse } from "csv-parse/sync";
import geojson from "geojson-validation";
import { describe, expect, it } from "vitest";
import { practiceFields } from "../../../src/core/model/fields/practice-fields.ts";
import { dataColumnsOf, describeColumn } from "../../../src/pages/open-data/data-columns.ts";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const context = contextOf(
  archiveOf([
    entry({
      id: "most",
      title: '=HYPERLINK("x")',
      innovator: "@Община, „Сливен“\nи други",
      date: "2016-06-09",
      summary: "-1 лв. & <b>",
      municipalities: ["SLV20", "BGS04"],
      legacyIid: 7,
    }),
    entry({ id: "most", language: "en", title: "Bridge", translation: "short" }),
    entry({ id: "park", innovator: undefined, date: "2010-01-02" }),
  ]),
);
const file = (name: string): string => renderAt(`/data/${name}`, context);
const columns = dataColumnsOf(practiceFields);
const names = columns.map(({ name }) => name);

describe("practices.csv", () => {
  const rows = parse(file("practices.csv"), { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<
    string,
    string
  >[];

  it("has a line for each practice and language, with all fields", () => {
    expect(rows.map(({ id, language }) => `${id}.${language}`)).toEqual(["most.bg", "most.en", "park.bg"]);
    expect(Object.keys(rows[0] ?? {})).toEqual(names);
    expect(rows[0]).toMatchObject({ date: "2016-06-09", municipalities: "SLV20 | BGS04", legacyId: "7" });
    expect(rows[2]).toMatchObject({ innovator: "", legacyId: "", population: "", sizes: "" });
  });

  it("says how many people live in each place, and the sizes of all", () => {
    expect(rows[0]?.population).toMatch(/^\d{6} \| 215713$/);
    expect(rows[0]?.sizes).toBe("over-100");
  });

  it("names each province once, however many of its places there are", () => {
    const neighbours = archiveOf([entry({ id: "most", municipalities: ["SLV20", "SLV24", "BGS04"] })]);
    const [row] = parse(renderAt("/data/practices.csv", contextOf(neighbours)), { columns: true, bom: true });
    expect((row as Record<string, string>).provinces).toBe("SLV | BGS");
  });

  it("holds nothing that a spreadsheet would calculate", () => {
    expect(rows[0]?.title).toBe(`'=HYPERLINK("x")`);
    expect(rows[0]?.innovator).toBe("'@Община, „Сливен“\nи други");
    expect(rows[0]?.summary).toBe("'-1 лв. & <b>");
  });
});

it("practices.json has a record on each line, with all fields", () => {
  const records = JSON.parse(file("practices.json"));
  expect(records).toHaveLength(3);
  const lines = file("practices.json").trimEnd().split("\n").slice(1, -1);
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, "")))).toEqual(records);
  for (const record of records) expect(Object.keys(record)).toEqual(names);
  expect(records[0]).toMatchObject({ title: '=HYPERLINK("x")', municipalities: ["SLV20", "BGS04"], legacyId: 7 });
});

it("practices.geojson is valid, with longitude first, and one without place has no geometry", () => {
  const collection = JSON.parse(file("practices.geojson"));
  expect(geojson.valid(collection)).toBe(true);
  expect(collection.features.map(({ geometry }: { geometry: { type: string } | null }) => geometry?.type)).toEqual([
    "MultiPoint",
    undefined,
    undefined,
  ]);
  const [longitude, latitude] = collection.features[0].geometry.coordinates[0];
  expect([Math.round(longitude), Math.round(latitude)]).toEqual([26, 43]);
});

it("datapackage.json describes the table field by field", () => {
  const { resources } = JSON.parse(file("datapackage.json"));
  const { fields, primaryKey } = resources[0].schema;
  expect(fields.map(({ name }: { name: string }) => name)).toEqual(names);
  for (const { description } of fields) expect(description).toMatch(/\w/);
  expect(primaryKey).toEqual(["id", "language"]);
});

it("catalog.jsonld names every file of data", () => {
  const { "dcat:dataset": dataset } = JSON.parse(file("catalog.jsonld"));
  const named = dataset["dcat:distribution"].map((item: Record<string, unknown>) => item["dct:title"]);
  expect(named).toEqual(["practices.csv", "practices.json", "practices.geojson"]);
  expect(dataset["dct:modified"]["@value"]).toBe("2016-06-09");
});

it("oai.xml has a record for each practice, in all its languages, and is well formed", () => {
  const xml = load(file("oai.xml"), { xml: true });
  const identifiers = xml("oai\\:record oai\\:identifier")
    .toArray()
    .map((element) => xml(element).text());
  expect(identifiers).toHaveLength(2);
  expect(identifiers[0]).toMatch(/^oai:[\w.-]+:most$/);
  const titles = xml("oai\\:record").first().find("dc\\:title").toArray();
  expect(titles.map((element) => [xml(element).attr("xml:lang"), xml(element).text()])).toEqual([
    ["bg", '=HYPERLINK("x")'],
    ["en", "Bridge"],
  ]);
  expect(xml("oai\\:earliestDatestamp").text()).toBe("2010-01-02");
});

it("SHA256SUMS is right for every other file", () => {
  const lines = file("SHA256SUMS").trimEnd().split("\n");
  expect(lines).toHaveLength(6);
  for (const line of lines) {
    const [sum, name = ""] = line.split("  ");
    expect(hash("sha256", file(name)), name).toBe(sum);
  }
});

it("the page of the data explains every field and leads to every file, in both languages", () => {
  for (const language of ["bg", "en"] as const) {
    const page = load(renderAt(`/${language}/data/`, context));
    expect(
      page("tbody code")
        .toArray()
        .map((element) => page(element).text()),
    ).toEqual(names);
    const texts = columns.map((column) => describeColumn(column, language, context.archive));
    for (const text of texts) expect(text).toMatch(/\p{L}+.*\.$/u);
    expect(
      page("tbody td:last-child")
        .toArray()
        .map((element) => page(element).text()),
    ).toEqual(texts);
    expect(page(".data li a").length).toBe(7 + 6);
  }
});
