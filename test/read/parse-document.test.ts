import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/read/parse-document.ts";

const path = "content/practices/2016/most.bg.md";
const parse = (text: string) => parseDocument({ path, text });

describe("front matter and text", () => {
  it("are taken apart, and the text knows its line", () => {
    const { value, findings } = parse("---\ntitle: Мост\ndate: 2016-06-09\n---\n\n## Практика\n");
    expect(findings).toEqual([]);
    expect(value?.fields).toEqual({ title: "Мост", date: "2016-06-09" });
    expect(value?.body.trim()).toBe("## Практика");
    expect(
      "---\ntitle: Мост\ndate: 2016-06-09\n---\n\n## Практика\n".split("\n").slice(value ? value.bodyLine - 1 : 0),
    ).toEqual(value?.body.split("\n"));
  });

  it("keep every value as it was typed: no day is shifted, no number loses its zero, no word becomes true, but null is nothing", () => {
    const { value } = parse(
      "---\ndate: 2016-06-09\ntel: 0899\nzip: 010\nanswer: no\nnothing: null\nword: 'null'\n---\n",
    );
    expect(value?.fields).toEqual({
      date: "2016-06-09",
      tel: "0899",
      zip: "010",
      answer: "no",
      nothing: null,
      word: "null",
    });
  });

  it.each(["---\n---\nText\n", "---\n# бележка\n\n---\nText\n"])("may say nothing: %j", (text) => {
    const { value, findings } = parse(text);
    expect(findings).toEqual([]);
    expect(value?.fields).toEqual({});
    expect(value?.body).toBe("Text\n");
  });

  it("end at the first bare fence; a rule in the text is text", () => {
    expect(parse("---\na: b\n---\nOne\n\n---\n\nTwo\n").value?.body).toContain("---\n\nTwo");
  });
});

describe("front matter that is not there or not whole", () => {
  it.each([
    ["is missing", "# Мост\n", "front-matter/missing", 1, 1],
    ["is in a language that would be run", "---js\n{title: process.exit()}\n---\n", "front-matter/language", 1, 4],
    ["is in JSON", "---json\n{}\n---\n", "front-matter/language", 1, 4],
    ["is not closed before a heading", "---\ntitle: Мост\n\n## Практика\n\nText\n", "front-matter/unclosed", 4, 1],
    ["is closed by a longer line", "---\ntitle: Мост\n------\nText\n", "front-matter/unclosed", 3, 1],
    ["is closed with a word behind", "---\ntitle: Мост\n--- край\nText\n", "front-matter/unclosed", 3, 1],
  ])("%s: that is said at its place", (_, text, code, line, column) => {
    const { value, findings } = parse(text);
    expect(value).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, location: { line, column } });
  });

  it("is below other text: the line is named, and nothing else that would mislead", () => {
    const { findings } = parse("<!-- бележка -->\n\n---\ntitle: Мост\n---\nText\n");
    expect(findings).toMatchObject([{ code: "front-matter/missing", parameters: { fieldsAt: 3 } }]);
  });

  it.each([
    ["title: Мост\ndate: 2016-06-09\n---\nText\n", "missing-fence", { title: "Мост", date: "2016-06-09" }],
    ["----\ntitle: Мост\n---\nText\n", "fence", { title: "Мост" }],
    ["---\ntitle: Мост\nprojectUrl: -\n---\nText\n", "hyphen", { title: "Мост", projectUrl: null }],
  ])("can only be meant in one way: %j", (text, kind, fields) => {
    const { value, findings } = parse(text);
    expect(value).toMatchObject({ fields, body: "Text\n" });
    expect(findings).toMatchObject([{ code: "front-matter/repaired", parameters: { kind } }]);
  });

  it("never runs code", () => {
    const global = globalThis as { attacked?: boolean };
    parse("---js\nglobalThis.attacked = true\n---\n");
    parse("---\na: !!js/function 'function () { globalThis.attacked = true }'\n---\n");
    expect(global.attacked).toBeUndefined();
  });
});

it("a broken YAML is refused the second time as well", () => {
  const broken = "---\ntitle: Мост: новият\n---\n";
  expect(parse(broken).findings).toHaveLength(1);
  expect(parse(broken).findings).toEqual(parse(broken).findings);
  expect(parse(broken).value).toBeUndefined();
});

it("two files with the same text do not share an object", () => {
  const text = "---\nthemes: [a]\n---\n";
  expect(parse(text).value?.fields).not.toBe(parse(text).value?.fields);
});

it.each(["---\n- a\n- b\n---\n", "---\njust words\n---\n"])(
  "front matter that has no fields is refused: %j",
  (text) => {
    expect(parse(text).findings[0]).toMatchObject({ code: "yaml/syntax" });
  },
);

describe("words behind a #", () => {
  const lostIn = (fields: string): readonly unknown[] =>
    parse(`---\n${fields}\n---\n\nText\n`).findings.map(({ parameters }) => parameters);

  it.each([
    ["title: Награда #1 за Белене", "#1 за Белене", 'title: "Награда #1 за Белене"'],
    ["title: Награда # 1 за Белене", "# 1 за Белене", 'title: "Награда # 1 за Белене"'],
    ["adoptedBy:\n  - Община Елена #2", "#2", '- "Община Елена #2"'],
    ["adoptedBy:\n  - #3", "#3", '- "#3"'],
    ['title: Клуб "Слънце" #4', "#4", "title: 'Клуб \"Слънце\" #4'"],
  ])("are told, with a line that keeps them: %s", (fields, lost, fixed) => {
    expect(lostIn(fields)).toEqual([{ lost, fixed }]);
    expect(lostIn(fields.replace(/[^\n]*$/, (line) => line.replace(line.trimStart(), () => fixed)))).toEqual([]);
  });

  it.each([
    'title: "Награда #1"',
    "adoptedBy:\n  - 'Община Елена #2'",
    'award:\n  - name: "Награда #1"',
    "# бележка на редактора",
    "lessons: |\n  срок: до №5 #6\n  - точка #7",
    "title: C#",
  ])("are none in %j", (fields) => {
    expect(lostIn(fields)).toEqual([]);
  });
});
