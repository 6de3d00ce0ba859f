import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildResult, BuildOptions as BundleOptions } from "esbuild";
import { pageScripts } from "../../pages/pages.ts";
import { programCacheFolder } from "../incremental/program-cache.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/** Text of scripts by asset name, such as `js/nominations.js`. */
export type Scripts = ReadonlyMap<string, string>;

/** The top folder of the program: inputs are named relative to it. */
const program = fileURLToPath(new URL("../../../", import.meta.url));

interface Entry extends Pick<BundleOptions, "format" | "external"> {
  /** The source file, relative to src/. */
  readonly source: string;
}

/** The scripts of all pages: `js/<name>.js`. */
const entries: Readonly<Record<string, Entry>> = Object.fromEntries(
  pageScripts.map(({ name, source, format }) => [name, { source, format }]),
);

const devEntries: Readonly<Record<string, Entry>> = {
  page: { source: "dev/browser/dev-page.ts", format: "iife" },
  events: { source: "dev/browser/events.ts", format: "iife" },
  sheet: { source: "dev/browser/dev-sheet.ts", format: "esm", external: ["/__praktika/*"] },
};

/** The oldest browsers that pages are made for: what readers without updates still have. */
export const browserFloor = { chrome: "110", firefox: "115", safari: "16.4" } as const;

const settings: BundleOptions = {
  absWorkingDir: program,
  bundle: true,
  metafile: true,
  minify: true,
  write: false,
  charset: "utf8",
  platform: "browser",
  target: Object.entries(browserFloor).map(([browser, version]) => browser + version),
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "silent",
};

export interface ScriptCache {
  readonly folder: string;
  /** What is in the folder is used, and nothing is added. */
  readonly readOnly: boolean;
}

/** Where scripts are kept: with the program, or with the site where the program's own folder cannot be written. */
export function scriptCache(ofSite: ScriptCache): ScriptCache {
  const folder = programCacheFolder();
  return folder ? { folder, readOnly: false } : ofSite;
}

/** What an installed package holds instead of a bundler: all scripts, made when it was packed. */
export interface PackedScripts {
  readonly site: readonly (readonly [string, string])[];
  readonly dev: readonly (readonly [string, string])[];
}

/** The name of their file, beside this one. Only a package has it. */
export const packedScriptsName = "page-scripts.json";

function readPackedScripts(): PackedScripts | undefined {
  const file = new URL(packedScriptsName, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** All scripts for a package, with the files that were read for them. */
export async function packScripts(): Promise<PackedScripts & { readonly inputs: readonly string[] }> {
  // One after the other: each stops the bundler when it is done.
  const site = await bundle(entries);
  const dev = await bundle(devEntries);
  return {
    site: site.scripts.map(nameAsset),
    dev: dev.scripts,
    inputs: [...Object.keys(site.inputs), ...Object.keys(dev.inputs)],
  };
}

function nameAsset([name, text]: readonly [string, string]): readonly [string, string] {
  return [`js/${name}.js`, text];
}

/** What the cache keeps: the scripts, and a hash of each file that the bundler read for them. */
interface KeptScripts {
  readonly inputs: Readonly<Record<string, string>>;
  readonly scripts: readonly (readonly [string, string])[];
}

/**
 * The scripts of the reader's page as the browser gets them. They come from the cache as long as the bundler, its settings and every
 * file it read are the same. The bundler itself says which files those are, so no list can miss one.
 */
export async function bundleScripts({ folder, readOnly }: ScriptCache): Promise<Scripts> {
  const packed = readPackedScripts();
  if (packed) return new Map(packed.site);
  const key = settingsKey();
  const file = join(folder, "scripts.json");
  const kept = readStateFile(file, key) as KeptScripts | undefined;
  if (kept && isUnchanged(kept.inputs)) return new Map(kept.scripts);
  const { scripts, inputs } = await bundle(entries);
  const named = scripts.map(nameAsset);
  if (!readOnly) writeStateFile(file, key, { inputs, scripts: named } satisfies KeptScripts);
  return new Map(named);
}

let devScripts: Promise<Scripts> | undefined;

/** The scripts that the development server adds to pages: `page` and `sheet`. */
export async function readDevScripts(): Promise<Scripts> {
  const packed = readPackedScripts();
  if (packed) return new Map(packed.dev);
  devScripts ??= bundle(devEntries).then(({ scripts }) => new Map(scripts));
  return devScripts;
}

/** The bundler is a program of its own: it gets all entries at once, so that it works while texts are read. */
async function bundle(wanted: Readonly<Record<string, Entry>>): Promise<KeptScripts> {
  const { build, stop } = await import("esbuild");
  try {
    const results = await Promise.all(
      Object.entries(wanted).map(async ([name, { source, ...options }]) => {
        const result = await build({ entryPoints: [join("src", source)], ...settings, ...options });
        return [name, result] as const;
      }),
    );
    const scripts = results.map(([name, { outputFiles }]) => [name, outputFiles?.[0]?.text ?? ""] as const);
    return { scripts, inputs: hashInputs(results.map(([, result]) => result)) };
  } finally {
    await stop();
  }
}

function hashInputs(results: readonly BuildResult[]): KeptScripts["inputs"] {
  const files = new Set(results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})));
  return Object.fromEntries([...files].sort().map((file) => [file, hashFile(file)]));
}

function isUnchanged(inputs: KeptScripts["inputs"]): boolean {
  return Object.entries(inputs).every(([file, known]) => hashFile(file) === known);
}

/** "" for a file that is gone. */
function hashFile(file: string): string {
  const path = join(program, file);
  return existsSync(path) ? hash("sha1", readFileSync(path)) : "";
}

/** The version of the bundler and all that it is asked for. */
function settingsKey(): string {
  const manifest = findPackageJSON("esbuild", import.meta.url);
  const { version } = manifest ? JSON.parse(readFileSync(manifest, "utf8")) : { version: "" };
  return JSON.stringify([version, entries, settings]);
}
