import { hash } from "node:crypto";
import { lstatSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../core/diagnostics/finding.ts";
import type { Folders } from "../folders.ts";
import { isFileTimeSure } from "./file-time.ts";
import { manifestPath, readManifest } from "./manifest-file.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/*
 * The way out for a build that has nothing to do: every file that a build reads and every file that it wrote is as it was. It
 * looks at sizes and times alone, and loads nothing that renders.
 */

/** What a build reported, and what was there when it began. */
export interface RememberedBuild {
  /** Of all that was read; see `fingerprintInputs`. */
  readonly inputs: string;
  /** Files of the site. */
  readonly files: number;
  readonly pages: number;
  readonly practices: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that a build reads, as it is now. */
export interface Inputs {
  /** A hash of names, sizes and times. */
  readonly hash: string;
  /** The last change, in milliseconds. */
  readonly newest: number;
}

const program = fileURLToPath(new URL("../../..", import.meta.url));
/** The folder of the program's code: src/ in the repository, lib/ in the package. */
const code = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Looks at all that a build reads, before it reads it. Undefined if that cannot be told, as with a tally from the web.
 *
 * @param options of the build, with what they say
 */
export function fingerprintInputs(folders: Folders, options: object, tally: string | undefined): Inputs | undefined {
  if (tally !== undefined && /^https?:/i.test(tally)) return undefined;
  // The last of them holds printed sheets, which a build publishes.
  const inputFolders = [code, ...folders.templates, folders.content.folder, join(folders.state, "pdf")];
  const state = { lines: [process.version, JSON.stringify(options)], newest: 0 };
  try {
    for (const folder of inputFolders) look(folder, state);
    for (const file of [join(program, "package-lock.json"), tally]) if (file !== undefined) lookAtFile(file, state);
  } catch {
    return undefined;
  }
  return { hash: hash("sha256", state.lines.join("\n")), newest: state.newest };
}

interface Looking {
  readonly lines: string[];
  newest: number;
}

function look(folder: string, state: Looking): void {
  for (const entry of readdirOrNothing(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) look(path, state);
    else lookAtFile(path, state);
  }
}

function readdirOrNothing(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function lookAtFile(path: string, state: Looking): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  // The last of the times also tells of permissions: what may no longer be read must not pass for unchanged.
  state.lines.push(`${path} ${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs} ${stats?.ino}`);
  if (stats) state.newest = Math.max(state.newest, stats.mtimeMs);
}

/** What the last build reported, if a build now would report the same and write nothing. */
export function findUnchangedBuild(folders: Folders, inputs: Inputs | undefined): RememberedBuild | undefined {
  if (!inputs) return undefined;
  const last = readStateFile(fileFor(folders), folders.out) as RememberedBuild | undefined;
  if (last?.inputs !== inputs.hash) return undefined;
  const { files } = readManifest(manifestPath(folders.state, folders.out), folders.out);
  const paths = Object.keys(files);
  const isWhole = paths.every((path) => {
    const stats = lstatSync(join(folders.out, path), { throwIfNoEntry: false });
    return stats?.isFile() && stats.size === files[path]?.bytes && stats.mtimeMs === files[path]?.modified;
  });
  return isWhole && paths.length === last.files ? last : undefined;
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
  writeStateFile(fileFor(folders), folders.out, { ...build, inputs: inputs.hash } satisfies RememberedBuild);
}

/**
 * To be called before a build writes. Not every build can be remembered; what the one before it left would then be taken for
 * true as soon as the inputs are what they were at that time.
 */
export function forgetBuild(folders: Folders): void {
  rmSync(fileFor(folders), { force: true });
}

function fileFor({ state, out }: Folders): string {
  return join(state, "cache", `last-build-${hash("sha256", out).slice(0, 16)}.json`);
}
