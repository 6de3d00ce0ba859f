import { expect, it } from "vitest";
import { parseDocument } from "../../src/read/parse-document.ts";
import { parseYaml } from "../../src/read/parse-yaml.ts";
import { readFields } from "../../src/read/read-fields.ts";

const explain = (yaml: string) => parseDocument({ path: "a.md", text: `---\n${yaml}\n---\nText\n` }).findings;

it.each([
  ["a colon in a value", "title: Мост: новият\ndate: x", "yaml/colon-in-value", 2, 8, "Мост: новият".length],
  ["a tab as indent", "contact:\n\tname: Иван", "yaml/tab", 3, 1, 1],
  ["a key given twice", "title: a\ndate: b\ntitle: c", "yaml/duplicate-key", 4, 1, 5],
  ["a quote left open", 'title: "Мост\ndate: 2016-06-09', "yaml/unclosed-quote", 2, 8, 5],
])("%s is explained in an editor's words at its place", (_, yaml, code, line, column, length) => {
  expect(explain(yaml)).toMatchObject([{ code, location: { line, column, length } }]);
});

it.each([
  ["text after a closing quote", 'title: "Мост" над реката', "text-after-quote", 2],
  ["a line that is no field", "title: Мост\nнякакви думи\ndate: x", "missing-colon", 3],
  ["a bracket left open", "themes: [youth, energy\ndate: x", "unclosed-bracket", undefined],
  ["a reserved sign", "title: @мост", "reserved-character", 2],
  ["an asterisk that names nothing", "title: *мост", "alias", 2],
  ["a wrong escape", 'title: "C:\\мост"', "escape", 2],
])("%s has its own reason", (_, yaml, reason, line) => {
  const [first, ...others] = explain(yaml);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ code: "yaml/syntax", parameters: { reason } });
  if (line) expect(first?.location).toMatchObject({ line });
});

it("mistakes that do not depend on each other are told together", () => {
  const codes = explain("title: a\ntitle: b\ndate: c\ndate: d").map(({ code }) => code);
  expect(codes).toEqual(["yaml/duplicate-key", "yaml/duplicate-key"]);
});

it("a broken line hides no other: each is explained as it was typed", () => {
  expect(explain("title: a: b\nсамо думи\nsummary: x: y\nthemes: [a, b\ndate: @c")).toMatchObject([
    { code: "yaml/colon-in-value", parameters: { quoted: 'title: "a: b"' }, location: { line: 2 } },
    { code: "yaml/syntax", parameters: { reason: "missing-colon" }, location: { line: 3 } },
    { code: "yaml/colon-in-value", parameters: { quoted: 'summary: "x: y"' }, location: { line: 4 } },
    { code: "yaml/syntax", parameters: { reason: "unclosed-bracket", line: "themes: [a, b]" }, location: { line: 5 } },
    { code: "yaml/syntax", parameters: { reason: "reserved-character", line: 'date: "@c"' }, location: { line: 6 } },
  ]);
});

it("in a file of YAML alone lines count from its own first line", () => {
  const { value, findings } = parseYaml({ path: "content/site.yaml", text: "name: x\nmotto: a: b\n" });
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: "yaml/colon-in-value", location: { line: 2, column: 8 } }]);
});

it("a file of comments alone has no fields, and that is no mistake", () => {
  expect(parseYaml({ path: "content/site.yaml", text: "# nothing yet\n" })).toEqual({ value: {}, findings: [] });
});

it.each([
  ['title: "Слънце" за всички', `title: '"Слънце" за всички'`],
  ['title: "Слънце" и "Луна"', `title: '"Слънце" и "Луна"'`],
  ['title: "Първи "важен" ред"', `title: 'Първи "важен" ред'`],
  ["title: 'Don't stop'", `title: "Don't stop"`],
  ["adoptedBy: [Елена #2, Троян]", 'adoptedBy: ["Елена #2", Троян]'],
  ["energy: {bg: Енергия # чиста, en: Energy}", 'energy: {bg: "Енергия # чиста", en: Energy}'],
])("what YAML cannot read is given as a line ready to be copied: %s", (written, ready) => {
  const { findings } = readFields({ path: "a.yaml", lines: [written, "year: 2016"], skippedLines: 0 });
  expect(findings).toMatchObject([{ code: "yaml/syntax", parameters: { line: ready }, location: { line: 1 } }]);
  expect(readFields({ path: "a.yaml", lines: [ready, "year: 2016"], skippedLines: 0 }).findings).toEqual([]);
});
