import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions as BundleOptions } from "esbuild";
import { programCacheFolder } from "../incremental/program-cache.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/** Text of scripts by asset name, such as `js/nominations.js`. */
export type Scripts = ReadonlyMap<string, string>;

const source = fileURLToPath(new URL("../../browser/", import.meta.url));
const protocol = fileURLToPath(new URL("../../nomination/protocol.ts", import.meta.url));
const worker = fileURLToPath(new URL("../../pages/offline/worker/", import.meta.url));
/** What scripts take from elsewhere. */
const sharedFolders = ["../../pages/offline/worker/", "../../pages/search/engine/", "../../core/language/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const workbox = ["core", "expiration", "precaching", "routing", "strategies"].map((part) => `workbox-${part}`);
const packages = ["esbuild", "altcha-lib", "stemmer", ...workbox];

/** The small script of every page is a classic one; what it loads on demand is a module. */
const entries: Readonly<Record<string, BundleOptions>> = {
  nominations: { format: "iife" },
  "nominate-dialog": { format: "esm" },
  "print-basket": { format: "iife" },
  "print-selection": { format: "iife" },
  search: { format: "iife" },
  compare: { format: "iife" },
  "old-addresses": { format: "iife" },
  offline: { format: "iife" },
  "offline-page": { format: "iife" },
  "service-worker": { format: "iife", entryPoints: [join(worker, "service-worker.ts")] },
  retire: { format: "iife", entryPoints: [join(worker, "retire.ts")] },
};

const devEntries: Readonly<Record<string, BundleOptions>> = {
  "dev-page": { format: "iife" },
  "dev-sheet": { format: "esm", external: ["/*"] },
};

const settings: BundleOptions = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  platform: "browser",
  target: "es2020",
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

/**
 * The scripts of the reader's page as the browser gets them. What was bundled before is taken from the cache as long as
 * sources, bundler and libraries are the same.
 */
export async function bundleScripts({ folder, readOnly }: ScriptCache): Promise<Scripts> {
  const key = fingerprintSources();
  const file = join(folder, "scripts.json");
  const cached = readStateFile(file, key) as Iterable<readonly [string, string]> | undefined;
  if (cached) return new Map(cached);
  const scripts = (await bundle(entries)).map(([name, text]) => [`js/${name}.js`, text] as const);
  if (!readOnly) writeStateFile(file, key, scripts);
  return new Map(scripts);
}

let devScripts: Promise<Scripts> | undefined;

/** The scripts that the development server adds to pages: `page` and `sheet`. */
export async function readDevScripts(): Promise<Scripts> {
  devScripts ??= bundle(devEntries).then(
    (scripts) => new Map(scripts.map(([name, text]) => [name.replace("dev-", ""), text])),
  );
  return devScripts;
}

/** The bundler is a program of its own: all is asked for at once, so that it works while texts are read. */
async function bundle(wanted: Readonly<Record<string, BundleOptions>>): Promise<(readonly [string, string])[]> {
  const { build, stop } = await import("esbuild");
  try {
    return await Promise.all(
      Object.entries(wanted).map(async ([name, options]) => {
        const { outputFiles } = await build({ entryPoints: [join(source, `${name}.ts`)], ...settings, ...options });
        return [name, outputFiles?.[0]?.text ?? ""] as const;
      }),
    );
  } finally {
    await stop();
  }
}

function fingerprintSources(): string {
  const sources = [source, ...sharedFolders].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => join(folder, name)),
  );
  const files = [...sources, protocol, fileURLToPath(import.meta.url)];
  const manifests = packages.map((name) => findPackageJSON(name, import.meta.url) ?? "");
  return hash("sha256", [...files, ...manifests].map((file) => readFileSync(file, "utf8")).join("\0"));
}
