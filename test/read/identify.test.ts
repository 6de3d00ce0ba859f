import { expect, it } from "vitest";
import type { Language } from "../../src/core/language/language.ts";
import { identify, isValidId } from "../../src/read/identify.ts";
import { codesOf } from "../builders.ts";

const folder = "content/practices/2016/";
const both: readonly Language[] = ["bg", "en"];

it("id and language come from the file name", () => {
  expect(identify(`${folder}edno-gishe.en.md`, undefined, both).value).toEqual({ id: "edno-gishe", language: "en" });
});

it("without a language in the name the field lang decides", () => {
  expect(identify(`${folder}most.md`, "en", both).value).toEqual({ id: "most", language: "en" });
});

it("a name and a field that differ are an error at the field", () => {
  const { value, findings } = identify(`${folder}most.bg.md`, "en", both);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: "content/language-mismatch", location: { field: ["lang"] } }]);
});

it.each([
  ["another language", "most.de.md", both],
  ["none at all", "most.md", both],
  ["one that this site has not", "most.en.md", ["bg"] as const],
])("a file in %s is not of this site", (_, name, languages) => {
  expect(codesOf(identify(folder + name, undefined, languages).findings)).toContain("content/unknown-language");
});

it("a name that cannot be an address gets a suggestion that can", () => {
  const { findings } = identify(`${folder}Слънчеви покриви.bg.md`, undefined, both);
  expect(findings).toMatchObject([
    { code: "content/invalid-id", parameters: { id: "Слънчеви покриви", suggestion: "slanchevi-pokrivi.bg.md" } },
  ]);
});

it.each(["most", "edno-gishe", "a_b", "2007", "Most2", "a".repeat(100)])("%s can be an id", (id) => {
  expect(isValidId(id)).toBe(true);
});

it.each(["", "-a", "a-", "a--b", "a b", "a.b", "..", "a/b", "мост", "con", "NUL", "com1", "a".repeat(101), "a\n"])(
  "%j cannot be an id",
  (id) => {
    expect(isValidId(id)).toBe(false);
  },
);

it("the language in a name that is no ending is kept in the suggestion", () => {
  expect(identify(`${folder}k bg.md`, undefined, both).findings).toMatchObject([
    { code: "content/invalid-id", parameters: { suggestion: "k.bg.md" } },
    { code: "content/unknown-language" },
  ]);
});

it("capital letters name the same language", () => {
  expect(identify(`${folder}most.BG.md`, undefined, both).value).toEqual({ id: "most", language: "bg" });
});
