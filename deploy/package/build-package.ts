import { cp, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { findPrintFonts } from "../../src/print/typst/fonts.ts";
import { packedScriptsName, packScripts } from "../../src/site/assets/bundle-scripts.ts";
import { bundleFunction, bundleWorker } from "../bundle.ts";
import { composeNotice } from "./compose-notice.ts";

/*
 * Makes what the npm package holds beside its templates: `npm pack` runs it. Node does not strip types below node_modules, so
 * lib/ mirrors src/ file by file in JavaScript: what is loaded lazily stays apart, and paths from file to file stay true. The
 * scripts of pages are bundled here once, so that an archive needs no bundler.
 */

const project = join(import.meta.dirname, "../..");
const lib = join(project, "lib");

/** What is started, not imported. All else follows from these. */
const roots = [
  "cli/main.ts",
  "nomination/node/sqlite-thread-worker.ts",
  "nomination/entries/node.ts",
  "print/typst/engine-process.ts",
  "site/second-process/run-second-process.ts",
];

const shared = {
  absWorkingDir: project,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22.18",
  charset: "utf8",
  logLevel: "warning",
} as const;

/** Imports stay imports; those of the program's own files name the compiled ones. */
const keepImports: Plugin = {
  name: "keep-imports",
  setup: ({ onResolve }) => {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === "entry-point" ? undefined : { path: path.replace(/^(\..*)\.ts$/, "$1.js"), external: true },
    );
  },
};

/** Source files that the program can reach when it runs. */
async function listSources(): Promise<readonly string[]> {
  const { metafile } = await build({
    ...shared,
    entryPoints: roots.map((root) => `src/${root}`),
    packages: "external",
    splitting: true,
    outdir: "lib",
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

/** Fonts, tables and style sheets that lie beside the sources. */
async function copyData(): Promise<void> {
  const entries = await readdir(join(project, "src"), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /\.(csv|css|ttf)$/.test(name))) {
    const file = join(entry.parentPath, entry.name);
    await cp(file, join(lib, relative(join(project, "src"), file)));
  }
  for (const [name, file] of findPrintFonts()) await cp(file, join(lib, "print/typst/fonts", name));
}

await rm(lib, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: [...(await listSources())],
  plugins: [keepImports],
  outbase: "src",
  outdir: "lib",
});
await copyData();
const { inputs, ...scripts } = await packScripts();
await writeFile(join(lib, "site/assets", packedScriptsName), JSON.stringify(scripts));
const endpoints = [
  await bundleWorker(join(lib, "endpoint/cloudflare")),
  await bundleFunction("aws-lambda", join(lib, "endpoint/aws-lambda")),
  await bundleFunction("vercel", join(lib, "endpoint/vercel")),
];
const bundled = endpoints.flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile(join(project, "NOTICE"), composeNotice(project, [...inputs, ...bundled]));
