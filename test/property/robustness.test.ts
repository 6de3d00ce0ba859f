import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { describe as say } from "../../src/core/diagnostics/describe.ts";
import type { Finding } from "../../src/core/diagnostics/finding.ts";
import { perLanguage } from "../../src/core/language/language.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import type { ThemeId } from "../../src/core/model/ids.ts";
import { locales } from "../../src/locales/locales.ts";
import { decode } from "../../src/read/decode.ts";
import { locate } from "../../src/read/locate.ts";
import { createMarkdownParser } from "../../src/read/markdown/create-markdown.ts";
import { renderBody } from "../../src/read/markdown/render-body.ts";
import { parseDocument } from "../../src/read/parse-document.ts";
import { readDefaultPlaces } from "../../src/read/read-places.ts";
import { createPracticeValidator } from "../../src/read/validate-practice.ts";
import { validateSite } from "../../src/read/validate-site.ts";
import { fixture } from "../run-praktika.ts";
import { runs } from "../setup/soak.ts";

const practice = readFileSync(`${fixture("small-site")}/content/practices/2016/mobilno-gishe.bg.md`);
const siteYaml = readFileSync(`${fixture("small-site")}/content/site.yaml`);
const path = "content/practices/2016/mobilno-gishe.bg.md";
const site = validateSite({ path: "content/site.yaml", text: siteYaml.toString() }).value;
if (!site) throw new Error("the fixture's site.yaml is broken");
const themes = new Map(["youth", "energy"].map((id) => [id as ThemeId, { id: id as ThemeId, name: { bg: id } }]));
const validate = createPracticeValidator({ site, themes, places: readDefaultPlaces().places, fields: practiceFields });
const parsers = perLanguage((language) => createMarkdownParser(language, false));

/** A file after a person or a program has damaged it: pieces cut out, doubled, or replaced by what confuses parsers. */
const damaged = (original: Buffer) => {
  const confusing = fc.constantFrom(
    "---",
    "\n---\n",
    ":",
    '"',
    "'",
    "\t",
    "[",
    "{",
    "|",
    "*",
    "&a",
    "- ",
    "\u0000",
    "\ufeff",
    "\r\n",
    "](",
    "![",
    "<b",
    "`",
    "#",
    "`​`",
  );
  const edit = fc.record({
    at: fc.nat(original.length),
    cut: fc.nat(40),
    put: fc.oneof(confusing, fc.string({ maxLength: 8 })),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 5 })
    .map((edits) =>
      edits.reduce(
        (bytes, { at, cut, put }) => Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)]),
        original,
      ),
    );
};

function expectPlaced(findings: readonly Finding[], text: string): void {
  const lines = text.split("\n").length;
  for (const diagnostic of locate(findings, () => text)) {
    expect(diagnostic.line).toBeGreaterThanOrEqual(1);
    expect(diagnostic.line).toBeLessThanOrEqual(lines + 1);
    expect(diagnostic.column).toBeGreaterThanOrEqual(1);
    for (const language of ["bg", "en"] as const) {
      const { message, hint } = say(diagnostic, locales[language].diagnostics);
      expect(message + hint).not.toMatch(/undefined|\[object|NaN/);
    }
  }
}

it("a damaged practice never stops the program, and every finding has a place and words", () => {
  fc.assert(
    fc.property(damaged(practice), (bytes) => {
      const source = decode(path, bytes);
      const text = source.value?.text ?? bytes.toString();
      expectPlaced(source.findings, text);
      if (!source.value) return;
      const document = parseDocument(source.value);
      expectPlaced(document.findings, text);
      if (!document.value) {
        expect(document.findings.length).toBeGreaterThan(0);
        return;
      }
      expectPlaced(validate(document.value).findings, text);
      const body = {
        file: path,
        folder: "practices/2016",
        text: document.value.body,
        firstLine: document.value.bodyLine,
      };
      expectPlaced(renderBody(body, "bg", { parsers, media: new Map(), sanitize: undefined }).findings, text);
    }),
    { numRuns: runs(300, 20_000) },
  );
});

it("a damaged site.yaml never stops the program", () => {
  fc.assert(
    fc.property(damaged(siteYaml), (bytes) => {
      const source = decode("content/site.yaml", bytes);
      if (source.value) expectPlaced(validateSite(source.value).findings, source.value.text);
    }),
    { numRuns: runs(200, 20_000) },
  );
});
