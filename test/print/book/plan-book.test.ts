import { describe, expect, it } from "vitest";
import { planBooks, wholeArchive } from "../../../src/print/book/plan-book.ts";
import { archiveOf, entry, ids, issue } from "../../builders.ts";

const practices = [
  entry({ id: "a", date: "2007-03-01", themes: ["finance", "youth"], municipalities: ["SLV20"] }),
  entry({ id: "b", date: "2006-03-01", themes: ["youth"], municipalities: ["SLV20"], innovator: undefined }),
  entry({ id: "c", date: "2005-03-01" }),
  entry({ id: "a", language: "en", date: "2007-03-01", themes: ["finance"] }),
];
const selection = ids("a", "b", "c");
const archive = archiveOf(practices, {
  issues: [issue({ id: "2007", selection }), issue({ id: "both", selection, bilingual: true })],
});
const idsIn = (list: readonly { readonly item: { readonly id: string } }[]) => list.map(({ item }) => item.id);

describe("the books of an issue", () => {
  it("are one for each language, or one for all", () => {
    const named = (id: string, ...languages: readonly ("bg" | "en")[]) =>
      planBooks(archive, id, languages).map(({ name, parts }) => [name, parts.map(({ language }) => language)]);
    expect(named("2007", "bg", "en")).toEqual([
      ["2007.bg", ["bg"]],
      ["2007.en", ["en"]],
    ]);
    expect(named("2007", "en")).toEqual([["2007.en", ["en"]]]);
    expect(named("both", "bg", "en")).toEqual([["both", ["bg", "en"]]]);
    expect(named("2008", "bg")).toEqual([]);
  });

  it("have a chapter for the first theme of each practice, in the order of the themes; those without come last", () => {
    const [book] = planBooks(archive, "2007", ["bg"]);
    expect(book?.parts[0].chapters.map(({ title, practices: list }) => [title, idsIn(list)])).toEqual([
      ["Тема youth", ["b"]],
      ["Тема finance", ["a"]],
      [expect.any(String), ["c"]],
    ]);
  });

  it("have indexes that name practices in the order of their pages", () => {
    const [book] = planBooks(archive, "2007", ["bg"]);
    expect(
      book?.parts[0].indexes.map(({ entries }) => entries.map(({ name, practices: list }) => [name, idsIn(list)])),
    ).toEqual([
      [["Сливен", ["b", "a"]]],
      [["Община Сливен", ["a", "c"]]],
      [
        ["Тема finance", ["a"]],
        ["Тема youth", ["b", "a"]],
      ],
    ]);
  });
});

it("the book of everything begins with the oldest and is of the last year", () => {
  const [book] = planBooks(archive, wholeArchive, ["bg"]);
  expect(idsIn(book?.parts[0].practices ?? [])).toEqual(["c", "b", "a"]);
  expect(book?.parts[0].issue).toMatchObject({ id: "all", year: 2007, paper: "a4", bilingual: false });
});
