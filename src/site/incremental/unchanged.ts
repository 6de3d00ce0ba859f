import { createHash, hash } from "node:crypto";
import { readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../core/diagnostics/finding.ts";
import type { Folders } from "../folders.ts";
import type { Feature } from "../optional-packages.ts";
import type { SiteSize } from "../site-stats.ts";
import { isUntouched, statFile } from "../writer/journal.ts";
import { outputPlaceOf, readManifest } from "../writer/manifest.ts";
import { type FileState, fileStateOf, isFileTimeSure } from "./file-state.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/*
 * The way out for a build that has nothing to do: every file that a build reads and every file that it wrote is as it was. It
 * looks at their states alone, and loads nothing that renders.
 */

/** What a build reported, and what was there when it began. */
export interface RememberedBuild {
  /** Of all that was read; see `fingerprintInputs`. */
  readonly inputs: string;
  /** Of the manifest that it has left: beside another one this counts for nothing. */
  readonly stamp: string;
  /** Files of the site. */
  readonly files: number;
  readonly pages: number;
  readonly practices: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly Feature[];
  readonly size: SiteSize | undefined;
}

/** Everything that a build reads, as it is now. */
export interface Inputs {
  /** A hash of the names and states of files. */
  readonly files: string;
  /** The same with the folders: it also tells of a file that came and went. */
  readonly moment: string;
  /** The last change, in milliseconds. */
  readonly newest: number;
  /** The states of those that are texts, by absolute path. */
  readonly texts: Map<string, FileState>;
}

const program = fileURLToPath(new URL("../../..", import.meta.url));
/** The folder of the program's code: src/ in the repository, lib/ in the package. */
const code = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Looks at all that a build reads. Undefined if something cannot be looked at. A tally from the web is not looked at.
 *
 * @param options of the build, with what they say
 */
export function fingerprintInputs(folders: Folders, options: object, tally: string | undefined): Inputs | undefined {
  // The last of them holds printed sheets, which a build publishes.
  const inputFolders = [code, ...folders.templates, folders.content.folder, join(folders.state, "pdf")];
  const found: Found = { files: new LineHash(), folders: [], newest: 0, texts: new Map() };
  for (const line of [process.version, JSON.stringify(options)]) found.files.add(line);
  try {
    for (const folder of inputFolders) look(folder, found);
    for (const file of [join(program, "package-lock.json"), tally]) if (file !== undefined) lookAtFile(file, found);
  } catch {
    return undefined;
  }
  const files = found.files.digest();
  const moment = hash("sha256", [files, ...found.folders].join("\n"));
  return { files, moment, newest: found.newest, texts: found.texts };
}

/** A hash of lines that nobody has all at once: there are as many as texts. */
class LineHash {
  private readonly hash = createHash("sha256");
  private waiting: string[] = [];

  add(line: string): void {
    if (this.waiting.push(line) >= linesAtOnce) this.take();
  }

  digest(): string {
    this.take();
    return this.hash.digest("hex");
  }

  private take(): void {
    this.hash.update(this.waiting.map((line) => `${line}\n`).join(""));
    this.waiting = [];
  }
}

const linesAtOnce = 1_000;

interface Found {
  /** A line for each. */
  readonly files: LineHash;
  readonly folders: string[];
  newest: number;
  readonly texts: Map<string, FileState>;
}

function look(folder: string, found: Found): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  found.folders.push(lineOf(folder, stats));
  if (!stats) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".") && entry.name !== ".well-known") continue;
    if (entry.isDirectory()) look(path, found);
    else lookAtFile(path, found);
  }
}

function lookAtFile(path: string, found: Found): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  found.files.add(lineOf(path, stats));
  if (stats && path.endsWith(".md")) found.texts.set(path, fileStateOf(stats));
  if (stats) found.newest = Math.max(found.newest, stats.mtimeMs, stats.ctimeMs);
}

/** The change time also tells of permissions: what may no longer be read must not pass for unchanged. */
function lineOf(path: string, stats: Stats | undefined): string {
  if (!stats) return path;
  const { bytes, modified, changed, inode } = fileStateOf(stats);
  return `${path} ${bytes} ${modified} ${changed} ${inode}`;
}

/** What the last build reported, if a build now would report the same and write nothing. */
export function findUnchangedBuild(folders: Folders, inputs: Inputs | undefined): RememberedBuild | undefined {
  if (!inputs) return undefined;
  const place = outputPlaceOf(folders);
  const last = readStateFile(fileFor(folders), keyOf(folders)) as RememberedBuild | undefined;
  // The manifest of a large site is long.
  if (last?.inputs !== inputs.files) return undefined;
  const { stamp, seen, files, left } = readManifest(place);
  if (last.stamp !== stamp || Object.keys(left).length > 0) return undefined;
  const entries = Object.entries(files);
  const isWhole = entries.every(([path, entry]) => {
    const file = join(folders.out, path);
    const stats = statFile(file);
    return stats?.isFile() && isUntouched(file, stats, { entry, seen });
  });
  return isWhole && entries.length === last.files ? last : undefined;
}

/**
 * Remembers a build without errors for the next.
 *
 * @param inputs as they were when the build began, and when that was, in milliseconds since 1970
 */
export function rememberBuild(
  folders: Folders,
  { inputs, began }: { readonly inputs: Inputs; readonly began: number },
  build: Omit<RememberedBuild, "inputs">,
): void {
  if (!isFileTimeSure(inputs.newest, began)) return;
  writeStateFile(fileFor(folders), keyOf(folders), { ...build, inputs: inputs.files } satisfies RememberedBuild);
}

function keyOf(folders: Folders): string {
  return `build 1 of ${outputPlaceOf(folders).name}`;
}

function fileFor(folders: Folders): string {
  return join(folders.state, "cache", `last-build-${hash("sha256", outputPlaceOf(folders).name).slice(0, 16)}.json`);
}
