import { diffArrays } from "diff";
import pc from "picocolors";
import type { Terminal } from "./terminal.ts";

/** What becomes of one file of the content. */
export interface FileChange {
  /** As in findings, beginning with the name of the content folder. */
  readonly path: string;
  /** The path that it gets; the same if only its text changes. */
  readonly newPath: string;
  readonly before: string;
  readonly after: string;
}

/** Prints the name of a file and each line that differs: as it was, then as it will be. */
export function printChanges({ path, newPath, before, after }: FileChange, { out, colour }: Terminal): void {
  const c = pc.createColors(colour);
  out(`${c.bold(path)}${newPath === path ? "" : ` → ${newPath}`}\n`);
  for (const { number, old, now } of listChanges(before, after)) {
    const place = String(number).padStart(4);
    const cut = excerptFrom(old ?? "", now ?? "");
    if (old !== undefined) out(`${c.red(`${place} - ${cut(old)}`)}\n`);
    if (now !== undefined) out(`${c.green(`${place} + ${cut(now)}`)}\n`);
  }
}

/** More is no line that anybody compares. */
const maxShown = 160;
const shownBefore = 40;

/** Makes the function that cuts two lines to what can be compared: long ones from shortly before the first difference on. */
function excerptFrom(old: string, now: string): (line: string) => string {
  if (Math.max(old.length, now.length) <= maxShown) return (line) => line;
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  const from = Math.max(0, same - shownBefore);
  return (line) =>
    (from > 0 ? "…" : "") + line.slice(from, from + maxShown) + (line.length > from + maxShown ? "…" : "");
}

interface LineChange {
  /** Of the line as it was; of a new line, of the one before it. From 1. */
  readonly number: number;
  readonly old?: string;
  readonly now?: string;
}

/** Lines that differ. Those that take the place of others stand beside them. */
function listChanges(before: string, after: string): readonly LineChange[] {
  const parts = diffArrays(before.split(/\r\n|\n/), after.split(/\r\n|\n/));
  const changes: LineChange[] = [];
  let number = 0;
  for (const [index, { value, removed, added }] of parts.entries()) {
    if (added) continue;
    const next = parts[index + 1];
    const now = next?.added ? next.value : [];
    if (removed) changes.push(...value.map((old, at) => ({ number: number + at + 1, old, now: now[at] })));
    number += value.length;
    for (const line of now.slice(removed ? value.length : 0)) changes.push({ number, now: line });
  }
  // What is added above the first line.
  if (parts[0]?.added) changes.unshift(...parts[0].value.map((now) => ({ number: 0, now })));
  return changes;
}
