import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";

/** Hashes of the files of a site by their paths below its folder. */
export type SiteFiles = ReadonlyMap<string, string>;

/** What was on the host when it was last noted, and when that was. */
export interface Publication {
  /** ISO 8601; undefined if none was noted. */
  readonly time: string | undefined;
  readonly files: SiteFiles;
}

/** The files of a built site as they are, whoever wrote them. */
export function readSiteFiles(folder: string): SiteFiles {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [toAddress(relative(folder, path)), hash("sha256", readFileSync(path))]));
}

function toAddress(path: string): string {
  return path.split(sep).join("/");
}

/** A note that is missing or damaged counts for nothing: everything is uploaded once more. */
export function readPublication(file: string): Publication {
  try {
    const { time, files } = JSON.parse(readFileSync(file, "utf8")) as { time: string; files: object };
    return { time, files: new Map(Object.entries(files)) };
  } catch {
    return { time: undefined, files: new Map() };
  }
}

export function notePublication(file: string, files: SiteFiles, now: Date): void {
  makeFolder(dirname(file));
  replaceFile(file, `${JSON.stringify({ time: now.toISOString(), files: Object.fromEntries(files) })}\n`);
}

export interface PublicationChanges {
  /** What pages need stands before the pages, so that readers never get one without its style or pictures. */
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}

export function compareFiles(before: SiteFiles, now: SiteFiles): PublicationChanges {
  const isPage = (path: string): boolean => path.endsWith(".html");
  const written = [...now].filter(([path, mark]) => before.get(path) !== mark).map(([path]) => path);
  return {
    written: written.sort((a, b) => Number(isPage(a)) - Number(isPage(b)) || (a < b ? -1 : 1)),
    deleted: [...before.keys()].filter((path) => !now.has(path)).sort(),
  };
}
