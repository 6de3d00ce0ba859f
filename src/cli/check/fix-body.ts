import type { Finding } from "../../core/diagnostics/finding.ts";
import { cleanAddress } from "../../core/language/clean-text.ts";
import type { Language } from "../../core/language/language.ts";
import { locate } from "../../read/locate.ts";
import { createAddressFinder } from "../../read/markdown/linked-addresses.ts";
import { wrappedAddress } from "../../read/markdown/look/unwrapped-links.ts";
import { createProseFinder } from "../../read/markdown/prose-lines.ts";
import { renderBody } from "../../read/markdown/render-body.ts";
import { parseDocument } from "../../read/parse-document.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { fixText } from "../../review/fix-text.ts";
import { type Texts, toBodySource } from "../../site/load/read-texts.ts";

/** Makes the function that fixes the text below the front matter: what is read wrong, and what a finding of the text says how to write. */
export function createBodyFixer(content: ContentFolder, { tools }: Pick<Texts, "tools">) {
  const findProse = createProseFinder();
  const findAddresses = createAddressFinder();
  return (file: string, text: string, language: Language): string => {
    const document = parseDocument({ path: file, text }).value;
    if (!document) return text;
    const head = text.slice(0, text.length - document.body.length);
    const fixOnce = (before: string): string => {
      const fixed = fixText(before, language, findProse);
      const body = cleanAddresses(fixed, (words) => findAddresses(words, language));
      const source = { ...toBodySource({ ...document, body }, content), firstLine: 1 };
      const { findings } = renderBody(source, language, tools);
      return followFindings(body, findings, (path) => tools.media.has(path));
    };
    let body = fixOnce(document.body);
    // One fix can show the meaning of another mark: what was code is prose now.
    for (let round = 0, before = document.body; round < maxRounds && before !== body; round++) {
      before = body;
      body = fixOnce(before);
    }
    return head + body;
  };
}

/** More rounds than any text needs. */
const maxRounds = 20;

/** Addresses without what tracks readers. */
function cleanAddresses(
  body: string,
  find: (body: string) => ReturnType<ReturnType<typeof createAddressFinder>>,
): string {
  const lines = body.split("\n");
  for (const { written, line } of find(body)) {
    const clean = cleanAddress(written);
    if (clean === written) continue;
    const at = lines.findIndex((text, index) => index >= line && text.includes(written));
    if (at >= 0) lines[at] = (lines[at] ?? "").replace(written, () => clean);
  }
  return lines.join("\n");
}

/** Writes what a finding says is meant, if that is sure and stands where the finding says. */
function followFindings(text: string, findings: readonly Finding[], isMedia: (path: string) => boolean): string {
  const lines = text.split("\n");
  const placed = locate(
    findings.filter((found) => isSureLine(found) || sureMend(found, isMedia) !== undefined),
    () => text,
  );
  // From the end of each line, so that the places before stay right.
  for (const found of [...placed].sort((a, b) => b.line - a.line || b.column - a.column)) {
    if (isSureLine(found)) fixLines(lines, found.line - 1, found);
    const { written, meant } = sureMend(found, isMedia) ?? { written: "", meant: "" };
    const line = lines[found.line - 1] ?? "";
    const at = found.code === "link/unwrapped" ? found.column - 1 : startOfAddress(line, written, found.column - 1);
    if (written !== "" && line.startsWith(written, at))
      lines[found.line - 1] = line.slice(0, at) + meant + line.slice(at + written.length);
  }
  return lines.join("\n");
}

/** Where an address stands as an address: its letters may be among the words before it as well. */
function startOfAddress(line: string, written: string, found: number): number {
  const [start = found] = ["](", "](<"]
    .map((before) => ({ before, at: line.indexOf(before + written) }))
    .flatMap(({ before, at }) => (at < 0 ? [] : [at + before.length]));
  return start;
}

function sureMend(found: Finding, isMedia: (path: string) => boolean): { written: string; meant: string } | undefined {
  if (found.code === "link/own-address") return found.parameters;
  if (found.code === "link/missing-scheme") return found.parameters.isSure ? found.parameters : undefined;
  if (found.code !== "link/unwrapped") return undefined;
  const address = wrappedAddress(found.parameters.meant);
  return /^(?:mailto|tel):\S+$/i.test(address) || isMedia(address.normalize("NFC").replace(/^\//, ""))
    ? found.parameters
    : undefined;
}

/** A finding about the beginning of a line, and of those that follow it, whose meaning is sure. */
type LineFinding = Extract<Finding, { code: "markdown/raw-markup" | "markdown/prose-as-code" }>;

function isSureLine(found: Finding): found is LineFinding {
  return (found.code === "markdown/raw-markup" || found.code === "markdown/prose-as-code") && found.parameters.isSure;
}

const bullet = /^([\s>]*)[•▪◦●‣∙▸►⁃■□○◆➢➤❖\uf0b7\uf0a7\uf0d8]\s*(?=\S)/u;
const tableRule = /^[\s>|:-]*-[\s:]*\|[\s|:-]*$/;
const indentation = /^(?: {4}|\t)\s*/;

/** Writes the beginning of lines as it can only be meant: lists, headings, paragraphs that are no code. */
function fixLines(lines: string[], first: number, found: LineFinding): void {
  if (found.code === "markdown/raw-markup" && found.parameters.kind === "heading") {
    // Below a heading `[а]: б` is no text any more, but an address.
    if ((lines[first + 1] ?? "").trimStart().startsWith("[")) return;
    lines[first] = (lines[first] ?? "").replace(
      /^([\s>]*#{1,6})[\s\u200b]*(?=\S)/,
      (_, signs: string) => `${signs.replace(/[\u00a0\u2000-\u200b\u202f\u3000]/g, "")} `,
    );
    return;
  }
  const isCode = found.code === "markdown/prose-as-code";
  let end = first;
  while (end < lines.length && (isCode ? isIndented : isText)(lines[end] ?? "")) end++;
  // Text that follows directly would become part of the same paragraph.
  if (isCode && lines.slice(end - 1, end + 1).every((line) => line.trim() !== "") && end < lines.length) return;
  // Behind a list a table would need a blank line before it, as a list would behind a table.
  if (!isCode && paragraphAround(lines, first, end).some((line) => tableRule.test(line))) return;
  // What stands indented behind a list would become a part of its last entry.
  if (!isCode && indentation.test(lines.slice(end).find((line) => line.trim() !== "") ?? "")) return;
  const [pattern, put] = isCode ? [indentation, ""] : [bullet, "$1- "];
  for (let at = first; at < end; at++) lines[at] = (lines[at] ?? "").replace(pattern, put);
}

/** The lines from one on to an end, with those that stand directly before. */
function paragraphAround(lines: readonly string[], first: number, end: number): readonly string[] {
  let start = first;
  while (start > 0 && isText(lines[start - 1] ?? "")) start--;
  return lines.slice(start, end);
}

/** A line of a paragraph, as far as that can be said of a line. */
function isText(line: string): boolean {
  return line.trim() !== "" && !/^[\s>]*(?:```|~~~)/.test(line);
}

/** A line of a block of indented code; blank lines do not end it. */
function isIndented(line: string): boolean {
  return line.trim() === "" || indentation.test(line);
}
