import { isUtf8 } from "node:buffer";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { cleanControls, findControl } from "../core/language/clean-text.ts";
import type { SourceFile } from "../core/model/document.ts";
import { findMisread, mayBeMisread, restoreText, undoMisreading } from "./encodings.ts";
import { findConflicts } from "./find-conflicts.ts";

/**
 * Bytes of a text file → text with \n as line end and without byte order mark.
 *
 * Findings: content/not-utf8, empty-file, merge-conflict (with one of these there is no value); bom, crlf, control-character,
 * misread-letters, lost-letters.
 */
export function decode(path: string, bytes: Buffer): Result<SourceFile | undefined> {
  if (!isUtf8(bytes)) return { value: undefined, findings: findForeignBytes(path, bytes) };
  const findings: Finding[] = [];
  let text = bytes.toString("utf8");
  if (text.startsWith("\ufeff")) {
    text = text.slice(1);
    findings.push(finding("content/bom", path, {}, { line: 1, column: 1 }));
  }
  if (text.trim() === "") {
    return { value: undefined, findings: [finding("content/empty-file", path, {}, { line: 1, column: 1 })] };
  }
  if (text.includes("\r")) {
    findings.push(finding("content/crlf", path, {}, { line: 1, column: 1 }));
    text = text.replace(/\r\n?/g, "\n");
  }
  const conflicts = reportConflicts(path, text);
  if (conflicts.length > 0) return { value: undefined, findings: conflicts };
  findings.push(...findDamage(path, text));
  const control = findControl(text);
  if (control) {
    const codePoint = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const becomes = cleanControls(control[0]) === "" ? "nothing" : "space";
    findings.push(finding("content/control-character", path, { codePoint, becomes }, pointAt(text, control.index)));
    text = cleanControls(text);
  }
  return { value: { path, text }, findings };
}

/** The text of a file that `decode` refuses, to show its lines. */
export function decodeAnyway(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString("utf8") : restoreText(bytes).text;
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** Finding: content/merge-conflict. */
export function reportConflicts(path: string, text: string): readonly Finding[] {
  return findConflicts(text).map(({ from, to }) =>
    finding("content/merge-conflict", path, { from, to }, { line: from, column: 1, length: 7 }),
  );
}

function findForeignBytes(path: string, bytes: Buffer): readonly Finding[] {
  const { text, encoding, lines, isSure } = restoreText(bytes);
  if (lines === undefined) {
    const replaced = bytes.toString("utf8");
    const location = pointAt(replaced, Math.max(0, replaced.indexOf("\ufffd")));
    return [finding("content/not-utf8", path, { encoding, isSure, text: undefined }, location)];
  }
  const shown = text.split("\n");
  return lines.map((line) => {
    const parameters = { encoding, isSure, text: (shown[line - 1] ?? "").trim() };
    return finding("content/not-utf8", path, parameters, { line, column: 1, length: shown[line - 1]?.length ?? 1 });
  });
}

/** Findings: content/misread-letters, lost-letters. */
function findDamage(path: string, text: string): readonly Finding[] {
  // Nearly no text: not worth being taken apart.
  if (!mayBeMisread(text) && !/\ufffd|\?{3}/.test(text)) return [];
  return text.split("\n").flatMap((line, index) => {
    const [misread] = findMisread(line);
    const lost = line.includes("\ufffd") ? line.indexOf("\ufffd") : line.search(lostWords);
    const place = (at: number, length: number) => ({ line: index + 1, column: at + 1, length });
    return [
      ...(misread
        ? [
            finding(
              "content/misread-letters",
              path,
              { written: misread.written, meant: undoMisreading(misread.written) },
              place(misread.index, misread.written.length),
            ),
          ]
        : []),
      ...(lost >= 0 ? [finding("content/lost-letters", path, { text: line.trim() }, place(lost, 1))] : []),
    ];
  });
}

/** Words of which an old program kept nothing: „?????? ????? ????“. */
const lostWords = /(?<!\S)\?{3,}(?: \?{2,}){2,}/;

function pointAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const line = before.split("\n").length;
  return { line, column: index - before.lastIndexOf("\n") };
}
