import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { isLanguage } from "../../core/language/language.ts";
import { type ContentFolder, listContent } from "../../read/read-content.ts";
import { fixText } from "../../review/fix-text.ts";
import { replaceFile } from "../../state/replace-file.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Fixes what can only be meant in one way in all texts, and shows each changed line. Returns the number of changed files.
 *
 * @param write false: only shows the changes
 */
export function fixContent(content: ContentFolder, { out, colour }: Terminal, write: boolean): number {
  const { practices, pages } = listContent(content).value;
  const c = pc.createColors(colour);
  let files = 0;
  for (const file of [...practices, ...pages]) {
    const path = join(content.folder, file.slice(content.name.length + 1));
    const [, language] = file.slice(file.lastIndexOf("/") + 1).split(".");
    const bytes = readOrNothing(path);
    if (!bytes || !isLanguage(language) || !isUtf8(bytes)) continue;
    const text = bytes.toString("utf8");
    const fixed = fixText(text, language, bodyLineOf(text));
    if (fixed === text) continue;
    files++;
    const [before, after] = [text, fixed].map((whole) => whole.split(/\r\n|\n/));
    out(`${c.bold(file)}\n`);
    for (const [index, line] of (before ?? []).entries()) {
      const now = after?.[index] ?? "";
      if (line === now) continue;
      const number = String(index + 1).padStart(4);
      out(`${c.red(`${number} - ${line}`)}\n${c.green(`${number} + ${now}`)}\n`);
    }
    if (!write) continue;
    replaceFile(path, fixed);
  }
  return files;
}

/** The check that follows tells of a file that cannot be read. */
function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The line after the front matter, from 1; past the end of a file whose front matter does not end. */
function bodyLineOf(text: string): number {
  const lines = text.split(/\r\n|\n/);
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
  return end < 0 ? lines.length + 1 : end + 2;
}
