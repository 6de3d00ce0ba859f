import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import { isAbsent, unreadable } from "../../read/unreadable.ts";

/** Text of all templates by name; those of an earlier folder replace those of a later one. Finding: content/unreadable. */
export function loadTemplates(folders: readonly string[]): Result<ReadonlyMap<string, string>> {
  const { files, findings } = overlay(folders);
  const own = findings.filter(({ file }) => !isOfAssets(file));
  const sources = new Map<string, string>();
  for (const [name, file] of files) {
    const bytes = name.endsWith(".njk") ? readTemplateFile(name, file, own) : undefined;
    if (bytes) sources.set(name, bytes.toString("utf8"));
  }
  return { value: new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1))), findings: own };
}

/** Text of the templates of paper by name below templates/print/, as `loadTemplates`. Finding: content/unreadable. */
export function loadPrintTemplates(folders: readonly string[]): Result<ReadonlyMap<string, string>> {
  const { files, findings } = overlay(folders);
  const sources = new Map<string, string>();
  for (const [name, file] of files) {
    const bytes = /^print\/[^/]+\.typ$/.test(name) ? readTemplateFile(name, file, findings) : undefined;
    if (bytes) sources.set(name.slice("print/".length), bytes.toString("utf8"));
  }
  return { value: new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1))), findings };
}

/**
 * Files of templates/assets/ by name below it; those of an earlier folder replace those of a later one.
 *
 * Finding: content/unreadable, but not for templates/ as a whole, of which `loadTemplates` tells.
 */
export function listAssets(folders: readonly string[]): Result<ReadonlyMap<string, string>> {
  const { files, findings } = overlay(folders);
  const assets = [...files].flatMap(([name, file]): [string, string][] =>
    name.startsWith("assets/") ? [[name.slice("assets/".length), file]] : [],
  );
  return { value: new Map(assets), findings: findings.filter(({ file }) => isOfAssets(file)) };
}

/** Reads assets by their names below templates/assets/; those that are missing or cannot be read have their findings elsewhere. */
export function createAssetReader(folders: readonly string[]): (name: string) => Uint8Array | undefined {
  const files = listAssets(folders).value;
  return (name) => {
    const file = files.get(name);
    return file === undefined ? undefined : readTemplateFile(`assets/${name}`, file, []);
  };
}

/** Bytes of a file of templates/. Finding: content/unreadable; to pass over it would mean Praktika's own look. */
export function readTemplateFile(name: string, file: string, findings: Finding[]): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    findings.push(unreadable(`templates/${name}`, error));
    return undefined;
  }
}

function isOfAssets(path: string): boolean {
  return `${path}/`.startsWith("templates/assets/");
}

/** Files by name below templates/. */
interface Overlay {
  readonly files: Map<string, string>;
  readonly findings: Finding[];
}

function overlay(folders: readonly string[]): Overlay {
  const found: Overlay = { files: new Map(), findings: [] };
  for (const folder of [...folders].reverse()) collect(folder, "", found);
  return found;
}

function collect(folder: string, prefix: string, found: Overlay): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Few sites have templates of their own.
    if (!isAbsent(error)) found.findings.push(unreadable(`templates/${prefix}`.slice(0, -1), error, "folder"));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const name = prefix + entry.name;
    if (entry.isDirectory()) collect(join(folder, entry.name), `${name}/`, found);
    else if (entry.isFile()) found.files.set(name, join(folder, entry.name));
  }
}
