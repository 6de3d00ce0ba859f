import { expect, it } from "vitest";
import { checkIdentity } from "../../src/archive/check-identity.ts";
import { entry } from "../builders.ts";

it("one id in two languages is one practice", () => {
  expect(checkIdentity([entry({ id: "a" }), entry({ id: "a", language: "en" })])).toEqual([]);
});

it("one id twice in a language is an error that names the other file", () => {
  const entries = [entry({ id: "a", date: "2016-01-01" }), entry({ id: "a", date: "2017-01-01" })];
  expect(checkIdentity(entries)).toEqual([
    {
      code: "content/duplicate-id",
      file: "content/practices/2017/a.bg.md",
      parameters: { id: "a", language: "bg", other: "content/practices/2016/a.bg.md" },
    },
  ]);
});

it("ids that differ only in capital letters are an error, also across languages", () => {
  expect(checkIdentity([entry({ id: "most" }), entry({ id: "Most", language: "en" })])).toMatchObject([
    {
      code: "content/id-case",
      parameters: { id: "Most", other: "most", otherFile: "content/practices/2016/most.bg.md" },
    },
  ]);
});
