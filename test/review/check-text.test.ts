import { describe, expect, it } from "vitest";
import { createProseFinder } from "../../src/read/markdown/prose-lines.ts";
import { checkText } from "../../src/review/check-text.ts";
import { codesOf } from "../builders.ts";

const path = "content/practices/2016/most.bg.md";
const findProse = createProseFinder();
const check = (body: string, fields: Record<string, unknown> = {}, language: "bg" | "en" = "bg") =>
  checkText({ path, body, bodyLine: 5, fields: { title: "Мост", ...fields } }, language, findProse(body, 5));

describe("a title", () => {
  it.each([
    ["МОСТОВЕ НАД РЕКАТА", ["style/title-caps"]],
    // One long word may be a name.
    ["ФЛОРА", []],
    ["ЕКО и БИО", []],
    ["ФОНД НА ЕС", []],
    ["Мост над реката.", ["style/title-full-stop"]],
    ["Мост над реката …", []],
    ["Мост над реката...", []],
    ["Мостът на ул. Река 5 г.", []],
    ["Мост над реката по закон от 2016 год.", []],
  ])("%s", (title, codes) => {
    expect(codesOf(check("", { title }))).toEqual(codes);
  });
});

it.each([
  [400, []],
  [401, [{ code: "style/long-summary", parameters: { length: 401, most: 400 }, location: { field: ["summary"] } }]],
])("a summary of %i characters", (length, findings) => {
  expect(check("", { summary: "а".repeat(length) })).toMatchObject(findings);
});

it("all findings of a kind are told: how many are printed is for those who print", () => {
  const line = "каза „да” и cъвет";
  const codes = codesOf(check(Array(5).fill(line).join("\n\n")));
  expect(codes.filter((code) => code === "style/quotes")).toHaveLength(5);
  expect(codes.filter((code) => code === "style/mixed-alphabets")).toHaveLength(5);
});

describe("a paragraph in the other alphabet", () => {
  const latin = (count: number): string =>
    "abcdefghi "
      .repeat(Math.ceil(count / 9))
      .replace(/ $/, "")
      .slice(0, count);
  /** So many letters with spaces between, then so many of the site's own alphabet, padded by a sign that is no letter. */
  const mixed = (other: number, own: number): string => `${"a".repeat(other)} ${"б".repeat(own)}`.padEnd(80, "1");

  it.each([
    [`${latin(90)}`, true],
    [mixed(61, 0), true],
    [mixed(60, 0), false],
    [mixed(64, 7), true],
    // One letter in ten is its own.
    [mixed(63, 7), false],
    [mixed(78, 0).slice(0, 79), false],
    [`| ${latin(90)} |`, false],
  ])("%s: %s", (text, isForeign) => {
    expect(codesOf(check(text)).includes("style/foreign-paragraph")).toBe(isForeign);
  });

  it("is judged by the language of its file", () => {
    const text = "Това е изречение на български, което е достатъчно дълго, за да се разбере на кой език е.";
    expect(codesOf(check(text, { title: "Bridge" }, "en"))).toEqual(["style/foreign-paragraph"]);
    expect(check(text)).toEqual([]);
  });

  it("is quoted with at most sixty characters", () => {
    const quoted = (length: number) =>
      (check(`„${"а".repeat(length - 2)}”`)[0]?.parameters as { written: string } | undefined)?.written;
    expect(quoted(60)).toHaveLength(60);
    expect(quoted(61)).toBe(`„${"а".repeat(56)}…`);
  });
});

it.each([
  ["C a s e", true],
  ["К а з у с за", true],
  ["а б в", false],
  ["т. е. да", false],
])("four letters and more that stand alone are letter-spaced: %s", (text, isSpaced) => {
  expect(codesOf(check(text)).includes("style/letter-spaced")).toBe(isSpaced);
});

it("a finding is where its words are", () => {
  expect(check("първи\n\nи каза „да” тук")).toMatchObject([
    { code: "style/quotes", file: path, location: { line: 7, column: 8, length: 4 } },
  ]);
});
