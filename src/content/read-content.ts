import { type Dirent, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Finding, finding, type Outcome } from "../diagnostics/finding.ts";
import type { SourceFile } from "../model/document.ts";
import { decode } from "./decode.ts";
import { isAbsent, unreadable } from "./unreadable.ts";

/** Which files of the content folder are what; paths relative to the root, sorted. */
export interface ContentListing {
  readonly site: string | undefined;
  readonly themes: string | undefined;
  readonly places: string | undefined;
  readonly practices: readonly string[];
  readonly pages: readonly string[];
  readonly issues: readonly string[];
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
 * Findings: content/symlink, content/unexpected-file, content/unreadable.
 */
export function listContent({ folder, name }: ContentFolder): Outcome<ContentListing> {
  const findings: Finding[] = [];
  const files = walk(folder, name, findings).sort();
  const listing = {
    site: undefined as string | undefined,
    themes: undefined as string | undefined,
    places: undefined as string | undefined,
    practices: [] as string[],
    pages: [] as string[],
    issues: [] as string[],
    media: [] as string[],
    unreadable: findings.flatMap(({ code, file }) => (code === "content/unreadable" ? [file] : [])),
  };
  for (const file of files) {
    const below = file.slice(name.length + 1);
    if (below === "site.yaml") listing.site = file;
    else if (below === "themes.yaml") listing.themes = file;
    else if (below === "places.csv") listing.places = file;
    else if (/^practices\/.*\.md$/.test(below)) listing.practices.push(file);
    else if (/^pages\/[^/]+\.md$/.test(below)) listing.pages.push(file);
    else if (/^issues\/[^/]+\.yaml$/.test(below)) listing.issues.push(file);
    else if (/\.(md|ya?ml)$/.test(below)) {
      const expected =
        "site.yaml, themes.yaml, practices/<year>/<id>.<lang>.md, pages/<id>.<lang>.md, issues/<id>.yaml, media/…";
      findings.push(finding("content/unexpected-file", file, { expected }));
    } else listing.media.push(file);
  }
  return { value: listing, findings };
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
    // Dot files are the business of editors and version control.
    if (entry.name.startsWith(".") || entry.name === "Thumbs.db") continue;
    const path = `${name}/${entry.name}`;
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
export function readSource({ folder, name }: ContentFolder, path: string): Outcome<SourceFile | undefined> {
  try {
    return decode(path, readFileSync(join(folder, path.slice(name.length + 1))));
  } catch (error) {
    return { value: undefined, findings: [unreadable(path, error)] };
  }
}
