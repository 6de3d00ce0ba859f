import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { cleanControls } from "../../core/language/clean-text.ts";
import { isLanguage } from "../../core/language/language.ts";
import { restoreText, undoMisreading } from "../../read/encodings.ts";
import { findConflicts } from "../../read/find-conflicts.ts";
import { fixFrontMatter, fixYaml } from "../../read/fix-front-matter.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { pageFields } from "../../read/schema/page-schema.ts";
import { stemOf, withUsualEnding } from "../../read/text-file.ts";
import { BodyStore } from "../../site/load/body-store.ts";
import { openTexts, type Texts } from "../../site/load/read-texts.ts";
import { rewriteFile } from "../../state/replace-file.ts";
import { printChanges } from "../print-changes.ts";
import type { Terminal } from "../terminal.ts";
import { createBodyFixer } from "./fix-body.ts";

/**
 * Fixes what can only be meant in one way in all texts, and shows each changed line. Returns the number of changed files.
 *
 * @param write false: only shows the changes
 */
export async function fixContent(content: ContentFolder, terminal: Terminal, write: boolean): Promise<number> {
  const texts = await openTexts({ content, cache: undefined, readOnly: true, bodies: new BodyStore() });
  const { practices, pages, issues, site, themes } = texts.listing;
  const fixBody = createBodyFixer(content, texts);
  let files = 0;
  for (const file of [site, themes, ...issues, ...practices, ...pages]) {
    if (file === undefined) continue;
    const path = join(content.folder, file.slice(content.name.length + 1));
    const bytes = readOrNothing(path);
    const text = bytes && readable(bytes);
    if (!bytes || text === undefined || findConflicts(text).length > 0) continue;
    const fixed = restoreEnds(fixFile(file, plainText(text), { content, texts, fixBody }), text);
    const target = join(content.folder, withUsualEnding(file).slice(content.name.length + 1));
    const isRenamed = target !== path && !existsSync(target);
    if (bytes.equals(Buffer.from(fixed)) && !isRenamed) continue;
    files++;
    const before = bytes.toString("utf8");
    printChanges({ path: file, newPath: isRenamed ? withUsualEnding(file) : file, before, after: fixed }, terminal);
    if (!write) continue;
    if (!bytes.equals(Buffer.from(fixed))) rewriteFile(path, fixed);
    if (isRenamed) renameSync(path, target);
  }
  return files;
}

interface Fixing {
  readonly content: ContentFolder;
  readonly texts: Texts;
  readonly fixBody: ReturnType<typeof createBodyFixer>;
}

/** The text of a file with \n as line end → the same, fixed. */
function fixFile(file: string, text: string, { content, texts, fixBody }: Fixing): string {
  const [, language] = /\.([^.]+)$/.exec(stemOf(file)) ?? [];
  const isPage = file.startsWith(`${content.name}/pages/`);
  if (/\.ya?ml$/i.test(file)) return fixYaml(text);
  if (!isLanguage(language)) return text;
  const fields = isPage ? pageFields : texts.vocabulary.fields;
  const front = fixFrontMatter(text, language, { fields, vocabulary: texts.vocabulary });
  return fixBody(file, front, language);
}

/** Bytes as text; undefined if they are not UTF-8 and what they mean is not sure. */
function readable(bytes: Buffer): string | undefined {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const { text, isSure } = restoreText(bytes);
  return isSure ? text : undefined;
}

/** Without byte order mark, controls and letters that were decoded wrongly. */
function plainText(text: string): string {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n/);
  return lines.map((line) => cleanControls(undoMisreading(line))).join("\n");
}

function restoreEnds(fixed: string, text: string): string {
  return text.includes("\r\n") ? fixed.replaceAll("\n", "\r\n") : fixed;
}

/** The check that follows tells of a file that cannot be read. */
function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
