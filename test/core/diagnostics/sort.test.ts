import { expect, it } from "vitest";
import { type Diagnostic, finding } from "../../../src/core/diagnostics/finding.ts";
import { hasErrors, severityOf } from "../../../src/core/diagnostics/severity.ts";
import { sortDiagnostics } from "../../../src/core/diagnostics/sort.ts";

const at = (file: string, line: number, column: number, field = "date"): Diagnostic => ({
  ...finding("front-matter/not-stated", file, { field }),
  line,
  column,
  length: 1,
});

it("diagnostics stand in the order of file, line and column, as numbers", () => {
  const sorted = [at("a.md", 2, 9), at("a.md", 2, 10), at("a.md", 10, 1), at("b.md", 1, 1)];
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});

it("the same finding at the same place is told once, another at the same place as well", () => {
  const [first, again, other] = [at("a.md", 1, 1), at("a.md", 1, 1), at("a.md", 1, 1, "title")];
  expect(sortDiagnostics([first, again, other])).toEqual([first, other]);
});

it("codes order what stands at one place", () => {
  const bom: Diagnostic = { ...finding("content/bom", "a.md", {}), line: 1, column: 1, length: 1 };
  expect(sortDiagnostics([at("a.md", 1, 1), bom]).map(({ code }) => code)).toEqual([
    "content/bom",
    "front-matter/not-stated",
  ]);
});

it("only errors stop a build", () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([{ code: "content/crlf" }, { code: "content/bom" }])).toBe(false);
  expect(hasErrors([{ code: "content/bom" }, { code: "yaml/tab" }])).toBe(true);
  expect(severityOf({ code: "content/crlf" })).toBe("info");
});
