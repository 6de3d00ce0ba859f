import { isUtf8 } from "node:buffer";
import { type Finding, finding, type Outcome } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";

// C0 controls other than tab and line ends: they have no place in HTML or XML.
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Bytes of a text file → text with \n as line end and without byte order mark.
 *
 * Findings: content/not-utf8 (then without value), empty-file, bom, crlf, control-character.
 */
export function decode(path: string, bytes: Buffer): Outcome<SourceFile | undefined> {
  if (!isUtf8(bytes)) return { value: undefined, findings: [notUtf8(path, bytes)] };
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
  const control = controlCharacter.exec(text);
  if (control) {
    const codePoint = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    findings.push(finding("content/control-character", path, { codePoint }, pointAt(text, control.index)));
    text = text.replace(new RegExp(controlCharacter, "g"), "");
  }
  return { value: { path, text }, findings };
}

function notUtf8(path: string, bytes: Buffer): Finding {
  const encoding = guessEncoding(bytes);
  const replaced = bytes.toString("utf8");
  return finding("content/not-utf8", path, { encoding }, pointAt(replaced, Math.max(0, replaced.indexOf("\ufffd"))));
}

function guessEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16";
  // Bulgarian letters are the bytes C0–FF in windows-1251 and B0–EF in ISO 8859-5; small ones prevail in any text.
  let windows = 0;
  let iso = 0;
  for (const byte of bytes) {
    if (byte >= 0xe0) windows++;
    if (byte >= 0xd0 && byte <= 0xef) iso++;
  }
  return windows >= iso ? "windows-1251" : "ISO 8859-5";
}

function pointAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const line = before.split("\n").length;
  return { line, column: index - before.lastIndexOf("\n") };
}
