import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/arguments.ts";
import { chooseSheets } from "../../../src/cli/pdf/choose-sheets.ts";
import type { Route } from "../../../src/core/model/route.ts";
import { locales } from "../../../src/locales/locales.ts";

const route = (kind: string, language: string, key: string) => ({ kind, language, key }) as Route;
const routes = [
  route("practice", "bg", "a"),
  route("practice", "en", "a"),
  route("practice", "bg", "b"),
  route("page", "bg", "about"),
];
const choose = (ids: readonly string[], all = false, language?: string) =>
  chooseSheets({ routes }, { ids, all, language }, locales.en).map((one) => `${one.language} ${one.key}`);

describe("sheets", () => {
  it.each([
    [["a"], false, undefined, ["bg a", "en a"]],
    [["b"], false, undefined, ["bg b"]],
    [["b", "a"], false, "bg", ["bg a", "bg b"]],
    [["a"], false, "en", ["en a"]],
    [[], true, undefined, ["bg a", "en a", "bg b"]],
    [[], true, "en", ["en a"]],
  ])("of %j, all: %s, in %s", (ids, all, language, expected) => {
    expect(choose(ids, all, language)).toEqual(expected);
  });

  it.each([
    [[], false, undefined, "Name the practices to print"],
    [["a"], true, undefined, "“a” is not expected"],
    [["a", "bb"], false, undefined, "There is no practice “bb”."],
    [["about"], false, undefined, "There is no practice “about”."],
    [["a", "b"], false, "en", "The practice “b” has no version in English."],
  ])("of %j, all: %s, in %s are none: %s", (ids, all, language, message) => {
    expect(() => choose(ids, all, language)).toThrow(UsageError);
    expect(() => choose(ids, all, language)).toThrow(message);
  });
});
