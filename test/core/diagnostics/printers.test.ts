import { expect, it } from "vitest";
import { type Diagnostic, finding } from "../../../src/core/diagnostics/finding.ts";
import { formatGithub, formatPretty, toJson } from "../../../src/core/diagnostics/printers.ts";
import { locales } from "../../../src/locales/locales.ts";

const file = "content/practices/2016/most.bg.md";
const source = "---\ntitle: Мост\ndate: 2016-02-30\n---\n";
const parameters = { field: "date", value: "2016-02-30", lastDay: "2016-02-29" };
const diagnostic: Diagnostic = {
  ...finding("front-matter/impossible-date", file, parameters, { field: ["date"], on: "value" }),
  line: 3,
  column: 7,
  length: 10,
};

it("a person reads place, severity, what is wrong, the line with a mark, and the fix", () => {
  expect(formatPretty(diagnostic, locales.en, { source, colour: false })).toBe(
    [
      `${file}:3:7  error  There is no day 2016-02-30 in the calendar.  front-matter/impossible-date`,
      "  2 │ title: Мост",
      "  3 │ date: 2016-02-30",
      "    │       ^^^^^^^^^^",
      "  4 │ ---",
      "  → The last day of that month is 2016-02-29.",
    ].join("\n"),
  );
});

it("a Bulgarian editor reads Bulgarian", () => {
  const text = formatPretty(diagnostic, locales.bg, { source, colour: false });
  expect(text).toContain("  грешка  ");
  expect(text).toContain("2016-02-29");
  expect(text).not.toMatch(/There is|error /);
});

it("without a source or a location no lines are shown", () => {
  expect(formatPretty(diagnostic, locales.en, { source: undefined, colour: false }).split("\n")).toHaveLength(2);
  const { location: _, ...unplaced } = diagnostic;
  expect(formatPretty(unplaced as Diagnostic, locales.en, { source, colour: false }).split("\n")).toHaveLength(2);
});

it("colours are used only when asked for", () => {
  expect(formatPretty(diagnostic, locales.en, { source, colour: false })).not.toContain("\u001b");
  expect(formatPretty(diagnostic, locales.en, { source, colour: true })).toContain("\u001b[31merror");
});

it("a program gets plain values", () => {
  expect(toJson(diagnostic, locales.en.diagnostics)).toEqual({
    code: "front-matter/impossible-date",
    severity: "error",
    message: "There is no day 2016-02-30 in the calendar.",
    hint: "The last day of that month is 2016-02-29.",
    file,
    line: 3,
    column: 7,
  });
});

it("GitHub gets a command that no text of an editor can break out of", () => {
  const hostile: Diagnostic = {
    ...finding("front-matter/unknown-theme", "content/a,b:c%.md", {
      theme: "x\n::error::y 100%\r",
      nearest: undefined,
      known: "youth",
    }),
    line: 2,
    column: 4,
    length: 3,
  };
  const command = formatGithub(hostile, locales.en.diagnostics);
  expect(command).not.toMatch(/[\r\n]/);
  expect(command).toMatch(/^::error file=content\/a%2Cb%3Ac%25\.md,line=2,col=4,endColumn=7,title=/);
  expect(command).toContain("x%0A::error::y 100%25%0D");
});

it("a warning is a warning and a note a notice on GitHub", () => {
  const place = { line: 1, column: 1, length: 1 };
  expect(formatGithub({ ...finding("content/bom", "a.md", {}), ...place }, locales.en.diagnostics)).toMatch(
    /^::warning /,
  );
  expect(formatGithub({ ...finding("content/crlf", "a.md", {}), ...place }, locales.en.diagnostics)).toMatch(
    /^::notice /,
  );
});
