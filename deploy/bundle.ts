import { cp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BuildOptions, type BuildResult, build } from "esbuild";
import { makeFolder } from "../src/state/make-folder.ts";

/*
 * Bundles the nomination endpoint for a platform that takes files: `npx node deploy/bundle.ts cloudflare|aws-lambda|vercel`.
 * Netlify bundles by itself; a server of one's own runs the sources.
 */

const root = resolve(import.meta.dirname, "..");

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  // Bulgarian texts as they are, not six characters for a letter.
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

type Bundled = BuildResult<typeof shared>;

export const workerOptions = {
  ...shared,
  entryPoints: { worker: "src/nomination/entries/cloudflare.ts" },
  splitting: true,
  chunkNames: "[name]-[hash]",
  conditions: ["workerd", "worker", "browser"],
} as const satisfies BuildOptions;

/** Everything that is loaded lazily stays a module of its own: a worker that nobody listens to never reads the clips. */
export function bundleWorker(folder: string): Promise<Bundled> {
  return build({ ...workerOptions, outdir: folder });
}

/** One file, beside the lazily loaded ones, for Node 22 and later. */
export function bundleFunction(entry: "aws-lambda" | "vercel", folder: string): Promise<Bundled> {
  return build({
    ...shared,
    entryPoints: { index: `src/nomination/entries/${entry}.ts` },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    platform: "node",
  });
}

/** A whole deployment in the form of Vercel's Build Output API, version 3: the site and one function. */
export async function bundleVercel(site: string, folder: string): Promise<void> {
  const functionFolder = join(folder, "functions/nomination.func");
  await bundleFunction("vercel", functionFolder);
  await cp(site, join(folder, "static"), { recursive: true });
  await writeJson(join(functionFolder, ".vc-config.json"), {
    runtime: "nodejs24.x",
    handler: "index.mjs",
    launcherType: "Nodejs",
    shouldAddHelpers: false,
    maxDuration: 10,
  });
  await writeJson(join(folder, "config.json"), { version: 3, routes });
}

const owned = "(?:nominate|api|healthz)(?:/|$)";
const routes = [
  // Links are relative: a page must have its slash.
  { src: `^/(?!${owned})((?:[^/]+/)*[^/.]+)$`, headers: { Location: "/$1/" }, status: 308 },
  {
    src: `^/(?!${owned}).*$`,
    headers: { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin" },
    continue: true,
  },
  { src: "^/assets/.*$", headers: { "Cache-Control": "public, max-age=31536000, immutable" }, continue: true },
  { handle: "filesystem" },
  { src: `^/${owned}.*$`, dest: "/nomination" },
  { handle: "error" },
  { src: "^/.*$", status: 404, dest: "/404.html" },
];

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

async function emptied(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  makeFolder(folder);
  return folder;
}

async function main(platform: string | undefined): Promise<void> {
  const built = join(root, ".praktika/deploy", String(platform));
  if (platform === "cloudflare") await bundleWorker(await emptied(built));
  else if (platform === "aws-lambda") await bundleFunction(platform, await emptied(built));
  else if (platform === "vercel") await bundleVercel(join(root, "dist"), await emptied(join(root, ".vercel/output")));
  else throw new Error("usage: node deploy/bundle.ts cloudflare|aws-lambda|vercel");
}

if (import.meta.main) await main(process.argv[2]);
