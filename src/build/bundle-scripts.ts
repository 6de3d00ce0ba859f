import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions as BundleOptions } from "esbuild";

/** Text of scripts by asset name, such as `js/nominations.js`. */
export type Scripts = ReadonlyMap<string, string>;

const source = fileURLToPath(new URL("../browser/", import.meta.url));
const protocol = fileURLToPath(new URL("../nomination/protocol.ts", import.meta.url));
const packages = ["esbuild", "altcha-lib"];

/** The small script of every page is a classic one; what it loads on demand is a module. */
const entries: Readonly<Record<string, BundleOptions>> = {
  nominations: { format: "iife" },
  "nominate-dialog": { format: "esm" },
  "print-basket": { format: "iife" },
  "print-selection": { format: "iife" },
};

const settings: BundleOptions = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  platform: "browser",
  target: "es2020",
  logLevel: "silent",
};

export interface ScriptCache {
  readonly folder: string;
  /** What is in the folder is used, and nothing is added. */
  readonly readOnly: boolean;
}

/**
 * The scripts of the reader's page as the browser gets them. What was bundled before is taken from the cache as long as
 * sources, bundler and libraries are the same.
 */
export async function bundleScripts({ folder, readOnly }: ScriptCache): Promise<Scripts> {
  const key = fingerprintSources();
  const cached = readCache(folder, key);
  if (cached) return new Map(cached);
  // The bundler is a program of its own, which takes a while to start.
  const { build, stop } = await import("esbuild");
  const scripts = new Map<string, string>();
  try {
    for (const [name, options] of Object.entries(entries)) {
      const { outputFiles } = await build({ ...settings, ...options, entryPoints: [join(source, `${name}.ts`)] });
      scripts.set(`js/${name}.js`, outputFiles?.[0]?.text ?? "");
    }
  } finally {
    await stop();
  }
  if (!readOnly) writeCache(folder, key, scripts);
  return scripts;
}

function fingerprintSources(): string {
  const names = readdirSync(source).filter((name) => name.endsWith(".ts"));
  const files = [...names.sort().map((name) => join(source, name)), protocol, fileURLToPath(import.meta.url)];
  const manifests = packages.map((name) => findPackageJSON(name, import.meta.url) ?? "");
  return hash("sha256", [...files, ...manifests].map((file) => readFileSync(file, "utf8")).join("\0"));
}

/** What is kept between builds. */
interface Cache {
  readonly key: string;
  readonly scripts: readonly (readonly [string, string])[];
}

function readCache(folder: string, key: string): Cache["scripts"] | undefined {
  try {
    const cache = JSON.parse(readFileSync(join(folder, "scripts.json"), "utf8")) as Cache;
    return cache.key === key ? cache.scripts : undefined;
  } catch {
    return undefined;
  }
}

function writeCache(folder: string, key: string, scripts: Scripts): void {
  const path = join(folder, "scripts.json");
  const cache: Cache = { key, scripts: [...scripts] };
  mkdirSync(folder, { recursive: true });
  // Renamed into place: another build may read it at this moment.
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(cache));
  renameSync(`${path}.${process.pid}`, path);
}
