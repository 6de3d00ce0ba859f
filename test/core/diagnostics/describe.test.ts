import { describe, expect, it } from "vitest";
import { type DiagnosticCode, type DiagnosticParameters, severities } from "../../../src/core/diagnostics/catalogue.ts";
import { describe as say } from "../../../src/core/diagnostics/describe.ts";
import { finding } from "../../../src/core/diagnostics/finding.ts";
import { locales } from "../../../src/locales/locales.ts";

const codes = Object.keys(severities) as DiagnosticCode[];

/** Values as the stages give them, for every parameter of every code. */
const typical = {
  template: "layout.njk",
  total: "312000 BGN",
  holds: "headings",
  keys: "innovatorsTitle, figureInnovators",
  sum: "302000 BGN",
  sums: "ownFunds, externalFunds",
  column: "Община",
  headings: "№, Община",
  count: 3,
  what: "folder",
  encoding: "windows-1251",
  codePoint: "U+0007",
  target: "/etc/passwd",
  expected: "number",
  actual: "string",
  id: "most",
  other: "content/practices/2016/most.bg.md",
  otherFile: "content/practices/2016/Most.bg.md",
  language: "bg",
  known: "youth, energy",
  inFile: "bg",
  inName: "en",
  folder: "2016",
  year: "2017",
  section: "Практика",
  field: "date",
  example: "date: 2016-06-09",
  key: "titel",
  nearest: "title",
  allowed: "bg, en",
  value: "2016-02-30",
  iso: "2016-06-09",
  lastDay: "2016-02-29",
  suggestion: "most.bg.md",
  theme: "yuoth",
  name: "Сливн",
  codes: "VAR05, RSE04",
  quote: '"',
  first: 2,
  from: 2,
  to: 4,
  address: "/bg/innovations/?iid=7",
  original: "content/practices/2016/most.bg.md",
  updated: "2019-05-01",
  years: 3,
  checked: "2012-03-04",
  expires: "2012-03-04",
  most: 400,
  length: 512,
  day: "2016-06-01",
  foreign: "c",
  word: "cъвет",
  fixed: "„Мост“",
  written: '„Мост"',
  title: "Мост",
  unit: "км",
  sections: ["Предистория", "Резултати"],
  sayable: "label, required",
  tag: "<b>",
  image: "media/most.png",
  path: "media/most.png",
  url: "https://example.org/most",
  fragment: "rezultati",
  found: "<script",
  lost: "#5",
  present: true,
  extension: "exe",
  votes: 7,
  detail: "404",
  alias: "/../x",
  permalink: "/bg/practices/most/",
  text: "Година Обем",
  millimetres: 15,
  heading: "Практика",
  row: "Подготовка",
  page: 1,
  pages: 3,
  percent: 12,
  columns: 2,
  size: 5,
  file: ".praktika/tally.json",
  code: "EACCES",
  before: 7,
  mark: "[^1]",
  typed: "3",
  shown: "1",
  markup: "-",
  sign: "♞",
  near: "Мост",
  picture: "media/most.svg",
  parts: "cost, Резултати",
  tried: true,
  source: "cost: 2",
  points: 4,
  opens: "2016-01-01",
  closes: "2016-02-01",
  command: "typst",
  stated: "en",
  isSure: true,
  becomes: "space",
  meant: "practice:most",
  exists: true,
  kind: "space",
  readings: ["2016-06-09", "2016-09-06"],
  values: ["Белене", "Елена"],
  isList: true,
  line: "title: „Мост“",
  quoted: "title: „Мост“",
  lines: ["title: а", "title: б"],
  wrong: "е",
  right: "e",
  part: "Практика",
  isTitle: true,
  hosts: "stats.example.org",
  origin: "https://stats.example.org",
  colour: "#e8a33d",
  ground: "#ffffff",
  ratio: "2.1",
  better: "#945d10",
  signs: "★ ☃ ♜",
};

/** Parameters that choose among sentences. */
const reasons: Partial<Record<DiagnosticCode, readonly string[]>> = {
  "yaml/syntax": [
    "indentation",
    "text-after-quote",
    "missing-colon",
    "text-below-quote",
    "missing-space-after-hyphen",
    "unclosed-bracket",
    "reserved-character",
    "alias",
    "escape",
    "not-fields",
    "unexpected",
  ],
  "media/unreadable-image": ["empty", "not UTF-8", "no drawing", "damaged"],
  "markdown/lost-text": ["cell", "code", "definition"],
  "markdown/prose-as-code": ["indented", "open"],
  "tally/contradicts": ["shorter", "rewritten"],
  "address/gone": ["404", "410", "no-host"],
  "alias/invalid": ["outside", "query", "scheme", "long"],
  "tally/unreadable": ["missing", "not-a-file", "denied", "too-large", "timeout", "unreachable", "status"],
  "tally/invalid": ["json", "object", "count", "root", "time"],
  "output/unsafe-folder": ["contains-content", "inside-content", "not-a-folder"],
};
/** Parameters of other names that do. */
const choices: Partial<Record<DiagnosticCode, Readonly<Record<string, readonly string[]>>>> = {
  "table/value": { expected: ["code", "name", "latitude", "longitude", "population"], written: ["", "сто"] },
  "map/other-type": { type: ["", "Topology"] },
  "content/empty-part": { what: ["section", "heading", "entry", "field", "note"] },
  "print/picture": { fault: ["code", "data", "other"] },
  "template/refused": { kind: ["host", "styleHost", "script", "style", "handler"] },
  "markdown/raw-html": { fix: ["markdown", "link", "image", "table", "delete", "nothing"] },
  "markdown/raw-markup": {
    kind: [
      "emphasis",
      "lone-sign",
      "heading",
      "wiki-link",
      "code",
      "attributes",
      "link",
      "reference",
      "definition",
      "backticks",
      "entity",
      "checkbox",
      "bullet",
      "letter",
      "number",
      "table",
      "table-rule",
    ],
  },
};
const optional = ["nearest", "line", "lastDay", "suggestion", "text", "stated"];
const withoutOptional = Object.fromEntries(
  Object.entries(typical).map(([name, value]) => [name, optional.includes(name) ? undefined : value]),
);

const cases = codes.flatMap((code) =>
  chosenFor(code).flatMap((chosen) =>
    [typical, withoutOptional].map((values) => {
      const parameters: Readonly<Record<string, unknown>> = { ...values, text: typical.text, ...chosen };
      return { code, parameters };
    }),
  ),
);

function chosenFor(code: DiagnosticCode): readonly Readonly<Record<string, string>>[] {
  const all = { reason: reasons[code] ?? ["EACCES"], ...choices[code] };
  return Object.entries(all).reduce<readonly Readonly<Record<string, string>>[]>(
    (chosen, [name, values]) => chosen.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
}

describe("every diagnostic", () => {
  it.each(["bg", "en"] as const)("has a message and a hint in language %s, whatever it was given", (language) => {
    for (const { code, parameters } of cases) {
      // Invalid-id always comes with a suggestion; all others must do without.
      if (code === "content/invalid-id" && parameters.suggestion === undefined) continue;
      const spoken = finding(code, "a.md", parameters as unknown as DiagnosticParameters[typeof code]);
      const { message, hint } = say(spoken, locales[language].diagnostics);
      for (const text of [message, hint]) {
        expect(text.length, `${code}: ${text}`).toBeGreaterThan(10);
        expect(text, code).not.toMatch(/undefined|\[object|NaN|function/);
        expect(text, code).not.toMatch(/ {2}|^\s|\s$/);
      }
      // A foreign reason may end the sentence.
      expect(message, code).toMatch(/[.?!]$|: EACCES$/);
    }
  });

  it("is Bulgarian in Bulgarian and has Bulgarian quotes", () => {
    for (const { code, parameters } of cases) {
      const spoken = finding(code, "a.md", parameters as unknown as DiagnosticParameters[typeof code]);
      const { message, hint } = say(spoken, locales.bg.diagnostics);
      expect(message, code).toMatch(/[а-я]{3}/);
      expect(hint, code).toMatch(/[а-я]{3}/);
      expect(message + hint, code).not.toContain("”");
    }
  });

  it("names the nearest known name if there is one", () => {
    const key = { key: "titel", nearest: "title", known: "title, date", declarable: true };
    expect(say(finding("front-matter/unknown-key", "a.md", key), locales.en.diagnostics).hint).toContain("“title”");
    expect(say(finding("front-matter/unknown-key", "a.md", key), locales.bg.diagnostics).hint).toContain("„title“");
    const strange = finding("front-matter/unknown-key", "a.md", { ...key, nearest: undefined });
    expect(say(strange, locales.en.diagnostics).hint).toContain("title, date");
  });

  it("leads to where an archive declares fields of its own, if such a file may have them", () => {
    const key = { key: "dog", nearest: undefined, known: "title, date" };
    for (const locale of Object.values(locales))
      for (const declarable of [true, false]) {
        const { hint } = say(finding("front-matter/unknown-key", "a.md", { ...key, declarable }), locale.diagnostics);
        expect(hint.includes("content/fields.yaml")).toBe(declarable);
      }
  });
});
