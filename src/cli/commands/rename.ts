import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isValidId } from "../../read/identify.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { idOf } from "../../read/text-file.ts";
import { resolveFolders } from "../../site/folders.ts";
import { rewriteFile } from "../../state/replace-file.ts";
import { UsageError, type Values } from "../arguments.ts";
import { openContent } from "../open-content.ts";
import { type FileChange, printChanges } from "../print-changes.ts";
import { printErrors } from "../print-errors.ts";
import { planRename } from "../rename/plan-rename.ts";
import type { Terminal } from "../terminal.ts";

/**
 * `praktika rename`: gives a practice another id in all its languages. What names it follows, and its old address leads to the new one.
 * Prints each changed line.
 */
export function runRename(values: Values, [from = "", to = ""]: readonly string[], terminal: Terminal): number {
  const folders = resolveFolders(String(values.root ?? "."), {
    content: values.content === undefined ? undefined : String(values.content),
  });
  const { content } = folders;
  const { listing, unreadable } = openContent(folders);
  if (unreadable.length > 0) return printErrors(unreadable, () => undefined, terminal);
  const texts = terminal.locale.cli;
  const ids = listing.practices.map(idOf);
  if (!ids.includes(from)) throw new UsageError(texts.unknownPractice(from, nearestName(from, ids)));
  if (!isValidId(to)) throw new UsageError(texts.rename.invalidId(to));
  // On some disks names that differ in case alone are one file.
  const taken = listing.practices.find((path) => idOf(path).toLowerCase() === to.toLowerCase());
  if (taken !== undefined) throw new UsageError(texts.rename.taken(to, taken));
  const read = (path: string): string => readFileSync(pathOf(path, content), "utf8");
  const changes = planRename(listing, { from, to }, read);
  for (const change of changes) printChanges(change, terminal);
  const isDry = values["dry-run"] === true;
  if (!isDry) carryOut(changes, content);
  terminal.error(`${texts.rename.done({ from, to, files: changes.length, isDry })}\n`);
  return 0;
}

/** Texts first: a run that is cut off can be begun again. */
function carryOut(changes: readonly FileChange[], content: ContentFolder): void {
  for (const { path, before, after } of changes) if (before !== after) rewriteFile(pathOf(path, content), after);
  for (const { path, newPath } of changes) {
    const target = pathOf(newPath, content);
    if (path !== newPath && !existsSync(target)) renameSync(pathOf(path, content), target);
  }
}

function pathOf(path: string, { folder, name }: ContentFolder): string {
  return join(folder, path.slice(name.length + 1));
}
