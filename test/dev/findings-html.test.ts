import { expect, it } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostics/finding.ts";
import { type FindingsSource, findingsList } from "../../src/dev/findings-html.ts";
import { locales } from "../../src/locales/locales.ts";

const found: Diagnostic = {
  code: "markdown/empty-link",
  file: "content/practices/2016/моята практика.bg.md",
  parameters: { address: "https://example.org/" },
  line: 12,
  column: 3,
  length: 1,
};
const source = (path: string | undefined): FindingsSource => ({
  language: "bg",
  texts: locales.bg.dev,
  findingTexts: locales.bg,
  sourceOf: () => undefined,
  pathOf: () => path,
});
const listWith = (path: string | undefined): string => findingsList([found], source(path));

it("the place of a finding opens the file in the editor, at its line and column", () => {
  expect(listWith('/home/ani/my "site" #1/a.bg.md')).toContain(
    '<a href="vscode://file/home/ani/my%20%22site%22%20%231/a.bg.md:12:3" data-file="content/practices/2016/моята практика.bg.md" data-line="12" data-column="3">content/practices/2016/моята практика.bg.md:12:3</a>',
  );
  expect(listWith("C:\\site\\a.bg.md")).toContain('href="vscode://file/C:/site/a.bg.md:12:3"');
});

it("a file that is not on this machine is named without a link", () => {
  expect(listWith(undefined)).not.toContain("<a ");
  expect(listWith(undefined)).toContain("моята практика.bg.md:12:3");
});

it("what a finding says is text, whatever stands in the file", () => {
  const html = findingsList(
    [
      { ...found, code: "link/unknown-practice", parameters: { id: "<i>", nearest: "<b>" }, file: "<u>.md" },
      { ...found, location: { line: 1, column: 1 }, line: 1 },
    ],
    { ...source("<u>.md"), sourceOf: () => "<s> & <script>\n" },
  );
  expect(html).not.toMatch(/<(?:i|b|u|s|script)>(?!\d)/);
  for (const text of ["&lt;i&gt;", "&lt;b&gt;", "&lt;u&gt;", "&lt;script&gt;"]) expect(html).toContain(text);
});
