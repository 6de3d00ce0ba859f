import { type Dirent, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import { isLeftover, isSystemFile, originalOf } from "../core/passing-files.ts";
import { decode, decodeAnyway } from "./decode.ts";
import { isDataFile } from "./read-data.ts";
import { isTextFile, stemOf, withUsualEnding } from "./text-file.ts";
import { isAbsent, unreadable } from "./unreadable.ts";

/** Which files of the content folder are what; paths relative to the root, sorted. */
export interface ContentListing {
  readonly site: string | undefined;
  readonly themes: string | undefined;
  /** The table of places, that of their population, and the outline of their map. */
  readonly places: string | undefined;
  readonly population: string | undefined;
  readonly map: string | undefined;
  readonly fields: string | undefined;
  readonly practices: readonly string[];
  readonly pages: readonly string[];
  readonly issues: readonly string[];
  /** What templates can show; see `readData`. */
  readonly data: readonly string[];
  /** Files that practices and pages may show or link to. */
  readonly media: readonly string[];
  /** Folders that are there and cannot be read: nobody knows what lies in them. */
  readonly unreadable: readonly string[];
}

/** Where the content lies: a folder, and the name that paths in findings begin with. */
export interface ContentFolder {
  readonly folder: string;
  readonly name: string;
}

/**
 * Lists the content folder. The order does not depend on the file system.
 *
 * Findings: content/symlink, unexpected-file, unreadable, leftover, copy, misnamed, other-ending.
 */
export function listContent({ folder, name }: ContentFolder): Result<ContentListing> {
  const findings: Finding[] = [];
  const files = walk(folder, name, findings).sort();
  const listing = {
    site: undefined as string | undefined,
    themes: undefined as string | undefined,
    places: undefined as string | undefined,
    population: undefined as string | undefined,
    map: undefined as string | undefined,
    fields: undefined as string | undefined,
    practices: [] as string[],
    pages: [] as string[],
    issues: [] as string[],
    data: [] as string[],
    media: [] as string[],
    unreadable: findings.flatMap(({ code, file }) => (code === "content/unreadable" ? [file] : [])),
  };
  for (const file of files) {
    const below = file.slice(name.length + 1);
    // Published as it is, whatever it is: src/site/assets/load-static.ts.
    if (below.startsWith("static/")) continue;
    const isText = isTextFile(below);
    if (below === "site.yaml") listing.site = file;
    else if (below === "themes.yaml") listing.themes = file;
    else if (below === "places.csv") listing.places = file;
    else if (below === "population.csv") listing.population = file;
    else if (below === "map.geojson") listing.map = file;
    else if (below === "fields.yaml") listing.fields = file;
    else if (/^practices\/./.test(below) && isText) listing.practices.push(file);
    else if (/^pages\/[^/]+$/.test(below) && isText) listing.pages.push(file);
    else if (/^issues\/[^/]+\.yaml$/.test(below)) listing.issues.push(file);
    else if (isDataFile(below)) listing.data.push(file);
    else if (isText || /\.ya?ml$/.test(below)) {
      const expected =
        "site.yaml, themes.yaml, fields.yaml, practices/<year>/<id>.<lang>.md, pages/<id>.<lang>.md, issues/<id>.yaml, media/…";
      findings.push(finding("content/unexpected-file", file, { expected }));
    } else listing.media.push(file);
  }
  listing.practices = setApart(listing.practices, findings);
  listing.pages = setApart(listing.pages, findings);
  listing.media = listing.media.filter((file) => !isHiddenText(file, findings));
  return { value: listing, findings };
}

/** The texts without copies, which nobody means to publish. Findings: content/copy, other-ending. */
function setApart(files: readonly string[], findings: Finding[]): string[] {
  const names = new Set(files.map((file) => withUsualEnding(file).toLowerCase()));
  return files.filter((file) => {
    if (isHiddenText(file, findings)) return false;
    const usual = withUsualEnding(file);
    const stem = originalOf(stemOf(file));
    if (stem !== undefined && !isValidStem(stemOf(file))) {
      const path = `${file.slice(0, file.lastIndexOf("/") + 1)}${stem}.md`;
      const original = path.slice(path.lastIndexOf("/") + 1);
      findings.push(finding("content/copy", file, { original, exists: names.has(path.toLowerCase()) }));
      return false;
    }
    if (usual === file) return true;
    // Two files of one text: the one that is named as usual is meant.
    if (files.includes(usual)) {
      const original = usual.slice(usual.lastIndexOf("/") + 1);
      findings.push(finding("content/copy", file, { original, exists: true }));
      return false;
    }
    findings.push(finding("content/other-ending", file, { meant: usual.slice(usual.lastIndexOf("/") + 1) }));
    return true;
  });
}

/** Whether a name says id and language as it should: „a-2.bg“ is no copy. */
function isValidStem(stem: string): boolean {
  return /^[\w-]+(?:\.[a-z]{2})?$/.test(stem);
}

/** A text to which Windows or a program has added an ending: „a.bg.md.txt“. Finding: content/misnamed. */
function isHiddenText(file: string, findings: Finding[]): boolean {
  // Of the name alone: in a path there is much that could be its beginning.
  const name = file.slice(file.lastIndexOf("/") + 1);
  const [, text] = /^(.+\.(?:md|markdown|ya?ml))\.(?:txt|text|rtf|docx?|odt|html?|md)$/i.exec(name) ?? [];
  if (text === undefined) return false;
  findings.push(finding("content/misnamed", file, { meant: text.replace(/\.markdown$/i, ".md") }));
  return true;
}

function walk(folder: string, name: string, findings: Finding[]): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // A site need not have every folder, and one may be removed while it is looked through.
    if (!isAbsent(error)) findings.push(unreadable(name, error, "folder"));
    return [];
  }
  const files: string[] = [];
  for (const entry of entries) {
    if (isSystemFile(entry.name)) continue;
    const path = `${name}/${entry.name}`;
    if (isLeftover(entry.name)) {
      findings.push(finding("content/leftover", path, {}));
      continue;
    }
    if (entry.isSymbolicLink())
      findings.push(finding("content/symlink", path, { target: targetOf(join(folder, entry.name)) }));
    else if (entry.isDirectory()) files.push(...walk(join(folder, entry.name), path, findings));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return "?";
  }
}

/** Reads one text file of the content folder. Findings: those of `decode`, content/unreadable. */
export function readSource({ folder, name }: ContentFolder, path: string): Result<SourceFile | undefined> {
  try {
    return decode(path, readFileSync(join(folder, path.slice(name.length + 1))));
  } catch (error) {
    return { value: undefined, findings: [unreadable(path, error)] };
  }
}

/** The text of a file as far as it can be shown, also of one that `readSource` refuses. */
export function showSource({ folder, name }: ContentFolder, path: string): string | undefined {
  try {
    return decodeAnyway(readFileSync(join(folder, path.slice(name.length + 1))));
  } catch {
    return undefined;
  }
}
