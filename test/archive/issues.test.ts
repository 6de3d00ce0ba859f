import { describe, expect, it } from "vitest";
import { assemble } from "../../src/archive/assemble.ts";
import type { IssueId, MunicipalityCode, ThemeId } from "../../src/core/model/ids.ts";
import type { Issue } from "../../src/core/model/issue.ts";
import { archiveParts, codesOf, editionIn, entry, ids, issue } from "../builders.ts";

const practices = [
  entry({ id: "a", title: "Ябълки", innovator: "Б", date: "2016-05-01", themes: ["youth"] }),
  entry({
    id: "b",
    title: "Агнета",
    innovator: "В",
    date: "2016-01-01",
    awards: [{ name: "Община новатор", year: 2016 }],
  }),
  entry({
    id: "c",
    title: "Мостове",
    innovator: "А",
    date: "2017-01-01",
    themes: ["youth"],
    municipalities: ["SLV20"],
  }),
  entry({ id: "b", language: "en", title: "Lambs", date: "2016-01-01" }),
];
const build = (...issues: Issue[]) => assemble(archiveParts({ practices, issues }));
const chosen = (value: ReturnType<typeof build>["value"], name: string, language: "bg" | "en" = "bg") =>
  editionIn(value, language)
    .issues.get(name as IssueId)
    ?.practices.map(({ item }) => item.id);

describe("an issue", () => {
  it("by a list of ids keeps the order of the list, in each language what it has", () => {
    const { value, findings } = build(issue({ id: "x", selection: ids("c", "b", "a") }));
    expect(findings).toEqual([]);
    expect(chosen(value, "x")).toEqual(["c", "b", "a"]);
    expect(chosen(value, "x", "en")).toEqual(["b"]);
  });

  it.each([
    [{ year: 2016 }, ["b", "a"]],
    [{ theme: "youth" as ThemeId }, ["a", "c"]],
    [{ theme: "youth" as ThemeId, year: 2017 }, ["c"]],
    [{ award: "Община новатор" }, ["b"]],
    [{ municipality: "SLV20" as MunicipalityCode }, ["c"]],
    [{}, ["b", "a", "c"]],
  ])("by the query %j is in the order of the dates", (selection, expected) => {
    expect(chosen(build(issue({ id: "x", selection })).value, "x")).toEqual(expected);
  });

  it.each([
    ["title", ["b", "c", "a"]],
    ["innovator", ["c", "a", "b"]],
    ["date", ["b", "a", "c"]],
  ] as const)("ordered by %s is", (order, expected) => {
    expect(chosen(build(issue({ id: "x", selection: ids("a", "b", "c"), order })).value, "x")).toEqual(expected);
  });

  it.each(["date", "innovator"] as const)("has those of one %s in the order of their titles", (order) => {
    const same = [
      entry({ id: "a", title: "Ябълки" }),
      entry({ id: "b", title: "Агнета" }),
      entry({ id: "c", title: "Мостове" }),
    ];
    const { value } = assemble(archiveParts({ practices: same, issues: [issue({ id: "x", selection: {}, order })] }));
    expect(chosen(value, "x")).toEqual(["b", "c", "a"]);
  });

  it("in one language is not in the other", () => {
    const { value } = build(issue({ id: "x", languages: ["en"], selection: ids("b") }));
    expect(chosen(value, "x")).toBeUndefined();
    expect(chosen(value, "x", "en")).toEqual(["b"]);
  });

  it("that names an unknown practice is an error at that id", () => {
    const { findings } = build(issue({ id: "x", selection: ids("a", "aa") }));
    expect(findings).toMatchObject([
      { code: "issue/unknown-practice", parameters: { id: "aa" }, location: { field: ["selection", 1] } },
    ]);
  });

  it("without a single practice is a warning, without a mistaken id only", () => {
    expect(codesOf(build(issue({ id: "x", selection: { year: 1990 } })).findings)).toEqual(["issue/empty-selection"]);
    expect(codesOf(build(issue({ id: "x", selection: ids("zzz") })).findings)).toEqual(["issue/unknown-practice"]);
  });

  it("stands among others, the newest first", () => {
    const { value } = build(
      issue({ id: "old", year: 2007, selection: {} }),
      issue({ id: "new", year: 2016, selection: {} }),
    );
    expect(value.issues.map(({ id }) => id)).toEqual(["new", "old"]);
  });
});
