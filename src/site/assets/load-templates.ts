import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Text of all templates by name; those of an earlier folder replace those of a later one. */
export function loadTemplates(folders: readonly string[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const [name, file] of overlay(folders, "")) {
    if (name.endsWith(".njk")) sources.set(name, readFileSync(file, "utf8"));
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files by name relative to `below`; those of an earlier folder replace those of a later one. */
export function overlay(folders: readonly string[], below: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const folder of [...folders].reverse()) collect(join(folder, below), "", files);
  return files;
}

function collect(folder: string, prefix: string, files: Map<string, string>): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const name = prefix + entry.name;
    if (entry.isDirectory()) collect(join(folder, entry.name), `${name}/`, files);
    else if (entry.isFile()) files.set(name, join(folder, entry.name));
  }
}
