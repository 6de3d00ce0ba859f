import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addAlias, renameInLists, renameLinks } from "../../../src/cli/rename/rename-in-text.ts";

const renaming = { from: "park", to: "gradina" };

describe("links of a text", () => {
  it.each([
    [
      "[Паркът](practice:park) и [пак](practice:park#results)",
      "[Паркът](practice:gradina) и [пак](practice:gradina#results)",
    ],
    ["[Паркът][п]\n\n[п]: practice:park", "[Паркът][п]\n\n[п]: practice:gradina"],
    ['[Паркът](<practice:park> "Парк")', '[Паркът](<practice:gradina> "Парк")'],
  ])("follow: %s", (before, after) => {
    expect(renameLinks(before, renaming)).toBe(after);
  });

  it.each([
    "[Друг](practice:park-2), [трети](practice:parking), [страница](page:park)",
    "`[Паркът](practice:park)`",
    "```\n[Паркът](practice:park)\n```",
    "~~~\npractice:park\n",
  ])("stay, as others or as code: %s", (text) => {
    expect(renameLinks(text, renaming)).toBe(text);
  });
});

describe("lists of the fields", () => {
  it("follow where they name the practice, and keep everything else as it is typed", () => {
    const yaml =
      "title: park\nadoptedBy: [park,  'park', practice:park, Парк park] # нашият park\nadoptedFrom:\n  - park\n";
    expect(renameInLists(yaml, renaming)).toBe(
      "title: park\nadoptedBy: [gradina,  gradina, practice:gradina, Парк park] # нашият park\nadoptedFrom:\n  - gradina\n",
    );
  });
});

describe("the old address", () => {
  const alias = "/bg/practices/park/";

  it.each([
    ["no field", "title: Парк\n", []],
    ["nothing", "", []],
    ["no last line end", "title: Парк", []],
    ["an empty field", "aliases:\ntitle: Парк\n", []],
    ["an empty list", "aliases: [] # няма\n", []],
    ["one address", "aliases: /star/\ntitle: Парк\n", ["/star/"]],
    ["a list in brackets", "aliases: [/star/, '/po star/'] # стари\ntitle: Парк\n", ["/star/", "/po star/"]],
    ["a list of lines", "aliases:\n  - /star/\n  - /po-star/ # още\ntitle: Парк\n", ["/star/", "/po-star/"]],
    ["Windows line ends", "aliases:\r\n- /star/\r\ntitle: Парк\r\n", ["/star/"]],
  ])("is added to what is there: %s", (_, yaml, addresses) => {
    const added = addAlias(yaml, alias);
    expect(parse(added)).toEqual({ ...parse(yaml), aliases: [...addresses, alias] });
    expect(added.replace(/[^\r]\n/g, "").includes("\r")).toBe(yaml.includes("\r"));
    for (const comment of yaml.match(/#.*/g) ?? []) expect(added).toContain(comment);
    expect(addAlias(added, alias)).toBe(added);
  });
});
