import matter from "gray-matter";
import { type Finding, finding, type Outcome } from "../core/diagnostics/finding.ts";
import type { Document, SourceFile } from "../core/model/document.ts";
import { explainYaml } from "./explain-yaml.ts";
import { findLostText } from "./find-lost-text.ts";
import { loadFields } from "./plain-yaml.ts";

/**
 * gray-matter with YAML alone. Its other languages are never reached: the opening fence is checked before the call.
 * The failsafe schema leaves every scalar the text that the editor typed: no date is shifted by a time zone, no
 * telephone number loses its zero. Options are always given, because without them gray-matter caches by content.
 */
const matterOptions = {
  language: "yaml",
  engines: { yaml: { parse: parseFields } },
};

/**
 * Takes a Markdown file apart into fields and text.
 *
 * Findings: front-matter/missing, unclosed, language; yaml/*. With one of these there is no value.
 */
export function parseDocument(source: SourceFile): Outcome<Document | undefined> {
  const fence = checkFences(source);
  if (!("end" in fence)) return { value: undefined, findings: [fence] };
  try {
    // Pass only the front matter: gray-matter would copy the text twice.
    const { data } = matter(source.text.slice(0, fence.close), matterOptions);
    const body = source.text.slice(fence.close).replace(/^\r?\n/, "");
    const findings = findLostText(source, fence.end);
    return { value: { path: source.path, fields: data, body, bodyLine: fence.end + 1 }, findings };
  } catch (error) {
    const yaml = source.text
      .split("\n")
      .slice(1, fence.end - 1)
      .join("\n");
    return { value: undefined, findings: explainYaml({ path: source.path, yaml, skippedLines: 1 }, error) };
  }
}

/** The line of the closing fence, from 1, and where its dashes end; or what is wrong with the fences. */
function checkFences({ path, text }: SourceFile): { end: number; close: number } | Finding {
  const first = text.slice(0, text.indexOf("\n") + 1 || undefined).trimEnd();
  if (!first.startsWith("---")) return finding("front-matter/missing", path, {}, { line: 1, column: 1 });
  const language = first.slice(3).trim();
  if (language !== "") {
    return finding("front-matter/language", path, { language }, { line: 1, column: 4, length: first.length - 3 });
  }
  // gray-matter closes at the first line that begins with ---, whatever follows; only a bare fence is meant.
  const close = text.indexOf("\n---", 3);
  const rest = close < 0 ? "" : text.slice(close + 4, (text.indexOf("\n", close + 4) + 1 || text.length + 1) - 1);
  if (close < 0 || rest.trim() !== "") {
    return finding("front-matter/unclosed", path, {}, { line: firstProseLine(text), column: 1 });
  }
  return { end: countLines(text, close) + 1, close: close + 4 };
}

/** Where the closing fence belongs: before the first line that cannot be a field. */
function firstProseLine(text: string): number {
  const lines = text.split("\n");
  const prose = lines.findIndex(
    (line, index) =>
      index > 0 && (/^#{1,6} /.test(line) || (line.trim() !== "" && !/^(\s|- |[\w-]+\s*:|#)/.test(line))),
  );
  return (prose < 0 ? lines.length - 1 : prose) + 1;
}

function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function parseFields(matter: string): object {
  // gray-matter hands over the rest of the fence's line as well; without it an error's line is that of the YAML.
  return loadFields(matter.replace(/^[^\S\n]*\n/, ""));
}
