import matter from "gray-matter";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { Document, SourceFile } from "../core/model/document.ts";
import { findLostText } from "./find-lost-text.ts";
import { findFrontMatter, type NoFrontMatter, reportLineRepairs } from "./front-matter-lines.ts";
import { loadFields } from "./plain-yaml.ts";
import { readFields } from "./read-fields.ts";
import { isFieldName } from "./schema/field-names.ts";

/**
 * gray-matter with YAML alone. Its other languages are never reached: the opening fence is checked before the call.
 * The schema leaves every scalar the text that the editor typed: no date is shifted by a time zone, no
 * telephone number loses its zero. Options are always given, because without them gray-matter caches by content.
 */
const matterOptions = {
  language: "yaml",
  engines: { yaml: { parse: parseFields } },
};

/** A file taken apart, or as far as that was possible. */
export interface ParsedDocument extends Result<Document | undefined> {
  /** With errors: the document as its other lines read, so that their mistakes are told at once. It must not be published. */
  readonly tentative?: Document;
}

/**
 * Takes a Markdown file apart into fields and text.
 *
 * Findings: front-matter/missing, unclosed, language; yaml/*: with one of these there is no value. front-matter/repaired.
 */
export function parseDocument(source: SourceFile): ParsedDocument {
  const { path, text } = source;
  const front = findFrontMatter(text, isFieldName);
  if ("problem" in front) return { value: undefined, findings: [reportProblem(path, front)] };
  const { open, close, lines } = front;
  const found = [...reportLineRepairs(path, front.repairs), ...findLostText(path, front)];
  const body = text.slice(endOfLine(text, close) + 1);
  const compose = (fields: Document["fields"]): Document => ({ path, fields, body, bodyLine: close + 1 });
  try {
    const { data } = matter(["---", ...lines, "---"].join("\n"), matterOptions);
    return { value: compose(data), findings: found };
  } catch {
    const { findings, tentative } = readFields({ path, lines, skippedLines: open });
    const all = [...found, ...findings];
    return tentative
      ? { value: undefined, findings: all, tentative: compose(tentative) }
      : { value: undefined, findings: all };
  }
}

/** Where a line ends, counted from 1; the end of the text if it has no such line. */
function endOfLine(text: string, line: number): number {
  let end = -1;
  for (let count = 0; count < line; count++) {
    end = text.indexOf("\n", end + 1);
    if (end < 0) return text.length;
  }
  return end;
}

function reportProblem(path: string, problem: NoFrontMatter): Finding {
  switch (problem.problem) {
    case "missing":
      return finding("front-matter/missing", path, { fieldsAt: problem.fieldsAt }, { line: 1, column: 1 });
    case "unclosed":
      return finding("front-matter/unclosed", path, {}, { line: problem.line, column: 1 });
    case "language": {
      const { line, language } = problem;
      return finding("front-matter/language", path, { language }, { line, column: 4, length: language.length });
    }
  }
}

function parseFields(matter: string): object {
  // gray-matter hands over the rest of the fence's line as well.
  return loadFields(matter.replace(/^[^\S\n]*\n/, ""));
}
